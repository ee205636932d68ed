"""Make a werkmap of many onderzoeken that nobody did: the same on every machine, no two alike.

A case has the size of metingen §6: about 67 KB and 2,240 scalars. With ``normen`` 3 it has 6 files, as there,
and is still going on; with 21 it has 24 files and is finished, so that there is something to count.
"""

import random
from collections.abc import Iterator
from pathlib import Path

KADER = "ggd-gelderland-zuid@2019-07"
NORMEN = (
    *(f"1.{number}" for number in range(1, 10)),
    *("2.1", "2.2", "2.3"),
    *(f"3.{number}" for number in range(1, 6)),
    *(f"4.{number}" for number in range(1, 5)),
)
GEMEENTEN = tuple(f"Waterdorp {number:02} (verzonnen)" for number in range(1, 21))
_OORDELEN = ("voldoet", "voldoet-grotendeels", "voldoet-niet")
_SOORTEN = {"voldoet-grotendeels": "verbeterpunt", "voldoet-niet": "vereiste-aanpassing"}
_BEVINDINGEN, _BRONNEN, _PUNTEN = 210, 75, 18
_WOORDEN = (  # noqa: SIM905 - words as they are read
    "de cliënt krijgt een plan met doelen en de medewerker schrijft elke week op wat er gedaan is zodat "
    "iedereen weet hoe het gaat in het huis waar zij wonen en wie er helpt als het niet goed gaat met een "
    "van hen"
).split()


def make_werkmap(root: Path, aantal: int, normen: int = 3) -> None:
    """Write ``aantal`` onderzoeken with ``normen`` judged normen each in the werkmap ``root``."""
    dice = random.Random(aantal)  # noqa: S311 - nothing here is a secret
    zinnen = [" ".join(dice.choices(_WOORDEN, k=dice.randint(32, 58))) for _ in range(997)]
    root.mkdir(parents=True, exist_ok=True)
    gemeenten = "".join(f"  - naam: {naam}\n" for naam in GEMEENTEN)
    _write(
        root / "toezicht.yaml",
        f"formaat: 1\norganisatie: Proef (verzonnen)\ngemeenten:\n{gemeenten}{_TERMIJN}",
    )
    for nummer in range(aantal):
        folder = root / "onderzoeken" / f"zaak-{nummer:05}"
        (folder / "bevindingen").mkdir(parents=True, exist_ok=True)
        for name, text in _case(nummer, normen, zinnen):
            _write(folder / name, text)


_TERMIJN = """termijnen:
  - id: reactie-aanbieder
    wat: De aanbieder reageert op het concept.
    lengte: 10
    eenheid: werkdagen
    vanaf: concept_verzonden_op
    klaar_met: reactie_ontvangen_op
    soort: beleid
    bron: Verzonnen
"""


def _case(nummer: int, normen: int, zinnen: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the files of one onderzoek."""
    dice = random.Random(nummer)  # noqa: S311 - as above
    jaar = 2021 + nummer % 5
    oordelen = {norm: dice.choice(_OORDELEN) for norm in NORMEN[:normen]}
    yield "onderzoek.yaml", _onderzoek(nummer, jaar, dice.choice(zinnen), is_klaar=normen == len(NORMEN))
    yield "bronnen.yaml", "bronnen:\n" + "".join(_bron(number, jaar) for number in range(1, _BRONNEN + 1))
    punten = [norm for norm, oordeel in oordelen.items() if oordeel in _SOORTEN]
    if punten:
        some = (punten[number % len(punten)] for number in range(max(_PUNTEN, len(punten))))
        lines = [_punt(number, norm, _SOORTEN[oordelen[norm]], jaar) for number, norm in enumerate(some, 1)]
        yield "verbeterpunten.yaml", "verbeterpunten:\n" + "".join(lines)
    for norm, oordeel in oordelen.items():
        teksten = dice.sample(zinnen, _BEVINDINGEN // normen)
        parts = [_bevinding(number, tekst, nummer) for number, tekst in enumerate(teksten, 1)]
        yield (
            f"bevindingen/{norm}.yaml",
            f'norm: "{norm}"\noordeel: {oordeel}\nbevindingen:\n{"".join(parts)}',
        )


def _onderzoek(nummer: int, jaar: int, zin: str, *, is_klaar: bool) -> str:
    gemeenten = [GEMEENTEN[nummer % 20]] + ([GEMEENTEN[(nummer + 7) % 20]] if nummer % 10 == 0 else [])
    namen = "".join(f"  - naam: {naam}\n" for naam in gemeenten)
    klaar = f"  reactie_ontvangen_op: {jaar}-03-09\n  vastgesteld_op: {jaar}-05-0{1 + nummer % 9}\n"
    return (
        f"formaat: 1\nid: zaak-{nummer:05}\ntitel: Onderzoek {nummer} (verzonnen)\nkader: {KADER}\n"
        f"soort_toezicht: {('structureel', 'signaalgestuurd')[nummer % 2]}\ndomein: [kwaliteit]\n"
        f"aanbieder:\n  naam: Aanbieder {nummer % 700} (verzonnen)\n  financiering: [zin]\n"
        f"gemeenten:\n{namen}"
        f"fase: {'definitief' if is_klaar else 'uitvoering'}\nmomenten:\n  gestart_op: {jaar}-01-10\n"
        f"  concept_verzonden_op: {jaar}-03-02\n{klaar if is_klaar else ''}aanleiding: |\n  {zin}.\n"
    )


def _bron(number: int, jaar: int) -> str:
    return (
        f"  - id: I{number:02}\n    soort: interview\n    rol: client\n    aanduiding: Cliënt {number}\n"
        f"    datum: {jaar}-02-{1 + number % 28:02}\n"
    )


def _punt(number: int, norm: str, soort: str, jaar: int) -> str:
    tekst = "Schrijf van elke week begeleiding een verslag en bespreek dat met de cliënt."
    return (
        f'  - id: V{number:02}\n    norm: "{norm}"\n    soort: {soort}\n    tekst: {tekst}\n'
        f"    uiterlijk: {jaar}-12-{1 + number % 28:02}\n"
    )


def _bevinding(number: int, tekst: str, nummer: int) -> str:
    bron = f"I{1 + number % _BRONNEN:02}"
    return f"  - id: b{number}\n    tekst: |\n      {tekst} {nummer} [@{bron}].\n    bronnen: [{bron}]\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
