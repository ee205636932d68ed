"""Two moments of a made-up onderzoek, for the formats of a difference: the examples under another name.

Socra is a real organisation: what is changed here happened at De Linde, which does not exist.
"""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from toezicht_cli.analysis.vergelijken import compare_kanten
from toezicht_cli.analysis.verschil import Kant, Vergelijking, Verschil
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.services.plek import kadermap_for

ROOT = Path(__file__).parents[2]
OUD = "de laatste vastlegging (1a2b3c4, 3 maart 2025)"
NU = "nu"
VERSIE = "1a2b3c4d5e6f708192a3b4c5d6e7f80910111213"
BSN = "123456782"
Wijzigingen = Mapping[str, Sequence[tuple[str, str]] | str | None]

RIJK: Wijzigingen = {
    "bevindingen/1.2.yaml": [
        ("oordeel: voldoet-grotendeels", "oordeel: voldoet-niet"),
        ("vond de toezichthouder niet overzichtelijk", "vond de toezichthouder erg onoverzichtelijk"),
        ("Daarna\n      kijkt de bestuurder welke begeleider", "Dan kijkt de bestuurder welke begeleider"),
        ("dossiers was het verslag kort", "dossiers was het verslag te kort"),
    ],
    "bevindingen/1.5.yaml": [("oordeel: voldoet-grotendeels", "oordeel: voldoet")],
    "bevindingen/4.1.yaml": [("oordeel: voldoet\n", "oordeel: voldoet-grotendeels\n")],
    "bevindingen/2.2.yaml": (
        'norm: "2.2"\noordeel: voldoet\nbevindingen:\n  - {id: a, tekst: Het is er schoon en warm.}\n'
    ),
    "bronnen.yaml": [
        ("aanduiding: Cliënt D, datum: 2025-03-18", "aanduiding: Cliënt D, datum: 2025-03-19"),
        (
            "bronnen:\n",
            (
                "bronnen:\n"
                "  - {id: I15, soort: interview, rol: client, aanduiding: Cliënt E, datum: 2025-03-20}\n"
            ),
        ),
    ],
    "verbeterpunten.yaml": [
        (
            "Maak de cliëntdossiers volledig en overzichtelijk.",
            "Maak alle cliëntdossiers volledig en goed leesbaar.",
        ),
        ("    uiterlijk: zo-spoedig-mogelijk\n  - id: V04", "    uiterlijk: 2025-09-01\n  - id: V04"),
        (
            "  - id: V01\n",
            (
                "  - {id: V31, norm: '1.2', soort: vereiste-aanpassing,"
                " tekst: Leg elke intake vast., uiterlijk: 2025-10-01}\n"
                "  - id: V01\n"
            ),
        ),
    ],
    "cijfers.yaml": [("begeleiders_hbo: {waarde: 8,", "begeleiders_hbo: {waarde: 9,")],
    "onderzoek.yaml": [
        ("voorzieningen: [ambulante begeleiding]", "voorzieningen: [ambulante begeleiding, dagbesteding]"),
        ("fase: definitief", "fase: conceptrapport"),
        ("Dat was de reden voor\n  dit onderzoek.", "Dat was de aanleiding voor\n  dit onderzoek."),
    ],
}


def linde(folder: Path, wijzigingen: Wijzigingen | None = None) -> Dossier:
    """Return the onderzoek at De Linde with changes: words replaced, a file written, or taken away (None)."""
    return _read("voorbeelden/socra-2025", folder / "linde-2025", wijzigingen or {})


def wilgenhof(folder: Path, wijzigingen: Wijzigingen | None = None) -> Dossier:
    """Return the onderzoek at De Wilgenhof, with an oordeel per vestiging, with changes."""
    werkmap = folder / "werkmap"
    shutil.copytree(ROOT / "voorbeelden/wilgenland", werkmap)
    root = werkmap / "onderzoeken/de-wilgenhof-2026"
    return _change(root, wijzigingen or {})


def verschil(
    oud: Dossier | None, nieuw: Dossier | None, fouten: int = 0, onleesbaar: Sequence[str] = ()
) -> Verschil:
    """Return the difference between two dossiers; ``fouten`` and ``onleesbaar`` are of the new side."""
    return compare_kanten(Kant(OUD, VERSIE, oud), Kant(NU, None, nieuw, tuple(onleesbaar), fouten))


def vergelijking(*verschillen: Verschil) -> Vergelijking:
    return Vergelijking(OUD, NU, verschillen)


def _read(example: str, root: Path, wijzigingen: Wijzigingen) -> Dossier:
    shutil.copytree(ROOT / example, root)
    for file in root.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        for old, new in (
            ("Socra Zorggroep", "Zorg De Linde (verzonnen)"),
            ("Socra", "De Linde"),
            ("socra", "linde"),
        ):
            text = text.replace(old, new)
        file.write_text(text, encoding="utf-8")
    return _change(root, wijzigingen)


def _change(root: Path, wijzigingen: Wijzigingen) -> Dossier:
    for name, changes in wijzigingen.items():
        path = root / name
        if changes is None:
            path.unlink()
        elif isinstance(changes, str):
            path.write_text(changes, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            for old, new in changes:
                assert old in text, f"{name} does not hold {old!r}"
                text = text.replace(old, new)
            path.write_text(text, encoding="utf-8")
    return load_dossier(root, kadermap_for(root)).dossier
