"""The anker of a finding: what keeps it and what gives another, in a real onderzoek."""

from datetime import date
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE, build_dossier
from toezicht_cli.analysis.herkenning import identify_meldingen
from toezicht_cli.diagnostics import Passage, Place, Severity, Violation
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.services.anker import make_anker, make_line_anker
from toezicht_cli.services.check import check_onderzoeken
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.uitzonderingen import Finding

TODAY = date(2026, 6, 15)
NORM = "bevindingen/1.1.yaml"
TEXT = """\
norm: "1.1"
oordeel: voldoet
bevindingen:
  - {id: a, tekst: Elk dossier heeft een VOG en een plan., bronnen: [I98, D01]}
  - {id: b, tekst: De cliënten kennen hun plan., bronnen: [I99, I01]}
positieve_punten:
  - Elke cliënt kent het plan.
"""
# The same, moved, written in another way, and with a bevinding before it.
MOVED = """\
# een opmerking
norm: "1.1"
oordeel:   voldoet

bevindingen:
  - {id: nieuw, tekst: Erbij., bronnen: [D01]}
  - {id: a, tekst: Elk dossier heeft een VOG en een plan., bronnen: [D01, I98]}
  - id: b
    tekst: De cliënten kennen hun plan.
    bronnen:
      - I99
      - I01
positieve_punten:
  - Elke cliënt kent het plan.
"""


@pytest.fixture
def onderzoek(tmp_path: Path) -> Path:
    root = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")
    (root / NORM).write_text(TEXT, encoding="utf-8")
    return root


def ankers(root: Path) -> list[tuple[str, str]]:
    found = check_onderzoeken([root], root, TODAY).diagnostics
    return [(one.rule_id, one.anker) for one in found if one.location.file.endswith("1.1.yaml")]


def kenmerken(root: Path) -> set[str]:
    return set(identify_meldingen(check_onderzoeken([root], root, TODAY).diagnostics))


@pytest.mark.parametrize(
    ("violation", "anker"),
    [
        (Violation("", Place(NORM)), "."),
        (Violation("", Place(NORM, ("oordeel",))), "oordeel"),
        (Violation("", Place(NORM, ("oordeel",), key=True)), "oordeel"),
        (Violation("", Place(NORM, ("bevindingen", 1))), "bevindingen[b]"),
        (Violation("", Place(NORM, ("bevindingen", 1, "bronnen", 0))), "bevindingen[b].bronnen[I99]"),
        (Violation("", Place(NORM, ("bevindingen", 9, "bronnen", 0))), "bevindingen[].bronnen[]"),
        (Violation("", Place(NORM, ("positieve_punten", 0))), "positieve_punten[]"),
        (
            Violation("", Place(NORM, ("bevindingen", 0, "tekst")), passage=Passage(22, 25)),
            "bevindingen[a].tekst: VOG",
        ),
        (Violation("", Place(NORM, ("bevindingen", 0)), passage=Passage(0, 3)), "bevindingen[a]"),
        (Violation("", Place("rapport/rapport.md", (12,))), ""),
    ],
)
def test_an_anker_is_the_route_by_names(violation: Violation, anker: str, onderzoek: Path) -> None:
    finding = Finding("TAA001", Severity.INFO, violation)
    assert make_anker(finding, load_dossier(onderzoek, kadermap_for(onderzoek))) == anker


def test_an_element_without_an_id_is_called_after_what_it_is_about(onderzoek: Path) -> None:
    text = "optellingen:\n  - {som: fte, delen: [vast, los]}\naandelen:\n  - {deel: vast, geheel: fte}\n"
    (onderzoek / "cijfers.yaml").write_text(text, encoding="utf-8")
    load = load_dossier(onderzoek, kadermap_for(onderzoek))
    places = [
        Place("cijfers.yaml", ("optellingen", 0, "delen", 1)),
        Place("cijfers.yaml", ("aandelen", 0, "geheel")),
    ]
    found = [make_anker(Finding("CYF001", Severity.ERROR, Violation("", place)), load) for place in places]
    assert found == ["optellingen[fte].delen[los]", "aandelen[vast].geheel"]


def test_a_person_is_in_no_anker(onderzoek: Path) -> None:
    violation = Violation("", Place(NORM, ("bevindingen", 0, "tekst")), passage=Passage(22, 25))
    finding = Finding("PRV001", Severity.WARNING, violation)
    assert make_anker(finding, load_dossier(onderzoek, kadermap_for(onderzoek))) == "bevindingen[a].tekst"


def test_a_number_of_a_person_is_in_no_anker(onderzoek: Path) -> None:
    path = onderzoek / NORM
    path.write_text(TEXT.replace("id: a", 'id: "123456782"').replace("I98", '"123456782"'), encoding="utf-8")
    load = load_dossier(onderzoek, kadermap_for(onderzoek))
    violation = Violation("", Place(NORM, ("bevindingen", 0, "bronnen", 0)))
    assert (
        make_anker(Finding("BRN002", Severity.ERROR, violation), load)
        == "bevindingen[•••••••••].bronnen[•••••••••]"
    )
    assert make_line_anker("  naam:  Jan  123456782\r") == "naam: Jan •••••••••"


def test_a_very_long_line_gives_a_short_anker() -> None:
    assert len(make_line_anker("a " * 500_000)) == 200


def test_adding_moving_and_reformatting_keep_every_fingerprint(onderzoek: Path) -> None:
    before = kenmerken(onderzoek)
    (onderzoek / NORM).write_text(MOVED, encoding="utf-8")
    assert ("BRN002", "bevindingen[b].bronnen[I99]") in ankers(onderzoek)
    assert before == kenmerken(onderzoek)


def test_another_unknown_bron_at_the_same_place_is_another_finding(onderzoek: Path) -> None:
    before = kenmerken(onderzoek)
    (onderzoek / NORM).write_text(TEXT.replace("I99", "I97"), encoding="utf-8")
    assert len(kenmerken(onderzoek) - before) == 1


def test_a_fault_of_reading_is_known_by_its_line(onderzoek: Path) -> None:
    broken = TEXT.replace("oordeel:", "ordeel:")
    (onderzoek / NORM).write_text(broken, encoding="utf-8")
    before = kenmerken(onderzoek)
    assert ("STR009", "ordeel: voldoet") in ankers(onderzoek)
    (onderzoek / NORM).write_text(broken.replace("norm:", "\n# x\nnorm:"), encoding="utf-8")
    assert ("STR009", "ordeel: voldoet") in ankers(onderzoek)
    assert len(before - kenmerken(onderzoek)) <= 1  # STR010 stands at the first line, which is another now
