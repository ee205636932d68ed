"""For people: an afwegingskader on the screen: its words, its table, and what raises a prioriteit."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.wegen import SNELHEID, find_cel, find_prioriteit
from toezicht_cli.models.afweging import Afwegingskader, Afwegingsstap
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import plain, to_text

_LEEG = "leeg"


def render(kader: Afwegingskader, view: View) -> str:
    """Return the whole kader; an empty cell is said in a word."""
    parts: list[Text | Table] = [
        plain(f"{kader.titel} ({kader.verwijzing}): om signalen te wegen", "bold"),
        plain(f"{kader.organisatie} · bron: {kader.bron}"),
        *(
            plain(f"Ontbreekt: {gemis.wat} ({gemis.waarom.strip().rstrip('.')})", "yellow")
            for gemis in kader.onvolledig
        ),
        Text(),
        *_words("Ernst", kader.ernst),
        *_words("Omvang", kader.omvang),
        plain("Prioriteit", "bold"),
        *(plain(f"  {item.symbool} {item.label}: {item.betekenis}") for item in kader.prioriteiten),
        Text(),
        _table(kader),
        Text(),
        *_omstandigheden(kader),
        plain(SNELHEID),
    ]
    if kader.niet_voor:
        parts.append(plain(f"Niet voor: {', '.join(kader.niet_voor)}. Dat zijn meldingen."))
    return to_text(view, *parts)


def _words(kop: str, steps: tuple[Afwegingsstap, ...]) -> Iterator[Text]:
    yield plain(kop, "bold")
    for step in steps:
        yield plain(f"  {step.id}: {step.uitleg or step.titel}")
    yield Text()


def _table(kader: Afwegingskader) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column("")
    for omvang in kader.omvang:
        table.add_column(omvang.id)
    for ernst in kader.ernst:
        cells = (_cell(kader, find_cel(kader, ernst.id, omvang.id)) for omvang in kader.omvang)
        table.add_row(plain(ernst.id, "bold"), *map(plain, cells))
    return table


def _cell(kader: Afwegingskader, prioriteit: str | None) -> str:
    if prioriteit is None:
        return _LEEG
    if prioriteit not in {item.id for item in kader.prioriteiten}:
        return prioriteit
    found = find_prioriteit(kader, prioriteit)
    return f"{found.symbool} {found.label}"


def _omstandigheden(kader: Afwegingskader) -> Iterator[Text]:
    if kader.omstandigheden:
        yield plain("Kan de prioriteit verhogen", "bold")
        for item in kader.omstandigheden:
            yield plain(f"  {item.id}: {item.uitleg or item.titel}")
        yield Text()


OUTPUT = OutputFormat("tekst", "voor mensen, op het scherm", render)
