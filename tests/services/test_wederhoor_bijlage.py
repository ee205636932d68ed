"""The annex of hoor en wederhoor: reactions, answers, and concept against now, all from the data."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN
from toezicht_cli.services.rapport import Wensen, make_rapport

NAAM = "de-wilgenhof-2026"
HASH = "0" * 64
KOP = "## Bijlage: reactie van de aanbieder"


@pytest.fixture
def wilgenhof(tmp_path: Path) -> Path:
    """Return a copy of the made-up example with two vestigingen."""
    shutil.copytree(VOORBEELDEN / "wilgenland", tmp_path / "werkmap")
    return tmp_path / "werkmap" / "onderzoeken" / NAAM


def _annex(root: Path, wederhoor: str) -> str:
    """Return the annex of a report in which ``wederhoor.yaml`` says this; empty when there is none."""
    (root / "wederhoor.yaml").write_text(wederhoor, encoding="utf-8")
    found = make_rapport(
        root, root, date(2026, 6, 1), Wensen(("markdown",), variant="concept"), lambda _line: None
    )
    assert found.bestanden
    text = (root / "rapport" / f"{NAAM}-standaard.md").read_text(encoding="utf-8")
    _, _, annex = text.partition(f"{KOP}\n")
    return annex.partition("\n## ")[0]


def test_a_reaction_without_soort_or_norm_is_printed(wilgenhof: Path) -> None:
    annex = _annex(wilgenhof, "reacties:\n  - {id: R01, reactie: 'De toon \\[is\\] te streng &lt;b>.'}\n")
    assert "#### Reactie R01\n" in annex
    assert "De toon \\[is\\] te streng" in annex
    assert "Verwerkt" not in annex


def test_a_reaction_names_its_vestiging_and_shows_its_answer(wilgenhof: Path) -> None:
    annex = _annex(
        wilgenhof,
        'reacties:\n  - {id: R01, soort: zienswijze, norm: "1.6", locatie: L2, reactie: Te streng.,'
        " passage: De bel werkte niet, verwerkt: nee, motivering: De bel bleef stuk.}\n",
    )
    assert "#### Reactie R01: zienswijze, norm [1.6]" in annex
    assert "(Wilgenhof Zuid)" in annex
    assert "Het concept zei: “De bel werkte niet”" in annex
    assert "**Verwerkt:** nee. De bel bleef stuk." in annex


def test_afstand_and_uitstel_are_said_openly(wilgenhof: Path) -> None:
    annex = _annex(
        wilgenhof,
        "uiterlijk: 2026-03-24\nuitstel: {tot: 2026-03-31, reden: De bestuurder was ziek.}\n"
        "afstand: {datum: 2026-03-30, stuk: Brief van 30 maart 2026}\n",
    )
    assert "De aanbieder kon tot en met 24 maart 2026 reageren op het concept." in annex
    assert "uitstel tot en met 31 maart 2026. De reden: De bestuurder was ziek." in annex
    assert "geen reactie komt. Dat staat in dit stuk: Brief van 30 maart 2026 (30 maart 2026)." in annex


def test_what_was_sent_counts_and_a_missing_reason_is_said(wilgenhof: Path) -> None:
    annex = _annex(
        wilgenhof,
        f"concept:\n  kader: wilgenland@2025\n  gegevens: {HASH}\n"
        '  oordelen: {"1.2@L1": matig, "1.2@L2": matig, "1.6@L1": niet-getoetst}\n',
    )
    rows = [line for line in annex.splitlines() if line.startswith("| [")]
    assert len(rows) == 2
    assert "(Wilgenhof Zuid) | ◑ Matig | ✓ Voldoende | De aanbieder stuurde" in rows[0]
    assert "Gewijzigd door: Eerste toezichthouder." in rows[0]
    assert "(Wilgenhof Noord) | – Niet getoetst |" in rows[1]
    assert rows[1].endswith("| Niet vermeld. |")
    assert "De andere oordelen zijn hetzelfde als in het concept." in annex


def test_a_concept_under_another_kader_is_not_compared(wilgenhof: Path) -> None:
    annex = _annex(
        wilgenhof,
        f"concept:\n  kader: wilgenland@2020\n  gegevens: {HASH}\n  oordelen: {{'1.6@L1': niet-getoetst}}\n",
    )
    assert [line.count("Wilgenhof Zuid") for line in annex.splitlines() if line.startswith("| [")] == [1]
    assert "De andere oordelen" not in annex


def test_without_reactions_or_changes_there_is_no_annex(wilgenhof: Path) -> None:
    path = wilgenhof / "bevindingen" / "1.2@L2.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("concept_oordeel: matig\n", ""), "utf-8")
    assert _annex(wilgenhof, "uiterlijk: 2026-03-24\n") == ""
