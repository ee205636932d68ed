"""The handbook tells of every column of an export what the export itself says of it."""

import re

from tests.architecture.generate import ROOT
from toezicht_cli.analysis.exportregisters import TABELLEN

_TABEL = re.compile(r"<!-- kolommen: (\w+) -->\n\n\| kolom \|.*\n\|[-|]+\|\n((?:\|.*\n)+)")


def test_the_handbook_holds_every_column_in_order() -> None:
    text = (ROOT / "docs" / "handboek" / "20-tabellen.md").read_text(encoding="utf-8")
    shown = {naam: rows.splitlines() for naam, rows in _TABEL.findall(text)}
    assert shown == {
        tabel.naam: [
            f"| `{kolom.naam}` | {kolom.soort}{' (vrije tekst)' if kolom.vrij else ''} | {kolom.uitleg} |"
            for kolom in tabel.kolommen
        ]
        for tabel in TABELLEN.values()
    }
