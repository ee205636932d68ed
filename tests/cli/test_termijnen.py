"""What the command ``termijnen`` shows, on a known day, in every format."""

import json
from datetime import date
from pathlib import Path

import icalendar
import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht

Capture = pytest.CaptureFixture[str]
DE_LINDE = VOORBEELDEN / "de-linde-2026"
WERKMAP = """formaat: 1
organisatie: GGD Proefstad (verzonnen)
termijnen:
  - id: reactie
    wat: De aanbieder reageert op het concept.
    lengte: 10
    eenheid: werkdagen
    vanaf: concept_verzonden_op
    klaar_met: reactie_ontvangen_op
    soort: beleid
    bron: Werkwijze, bladzijde 3; met een puntkomma
  - id: verzenden
    wat: Het rapport gaat naar de aanbieder.
    lengte: 3
    eenheid: werkdagen
    vanaf: vastgesteld_op
    klaar_met: verzonden_op
    soort: beleid
    bron: Werkwijze van de GGD
"""


@pytest.fixture
def met_termijnen(werkmap: Path) -> Path:
    """Return the base werkmap with two terms; its concept was sent on 20 April 2026."""
    (werkmap / "toezicht.yaml").write_text(WERKMAP, encoding="utf-8")
    return werkmap


def onderzoek(werkmap: Path) -> Path:
    return werkmap / "onderzoeken" / "basis"


def test_a_term_shows_its_day_and_why(met_termijnen: Path, capsys: Capture) -> None:
    shown = toezicht(capsys, "termijnen", onderzoek(met_termijnen), "--peildatum", "2026-05-01")
    assert (shown.code, shown.err) == (0, "")
    assert "         6 mei 2026  De aanbieder reageert op het concept · over 5 dagen" in shown.out
    flat = " ".join(shown.out.split())
    assert "10 werkdagen na 20 april 2026; 27 april en 5 mei tellen niet mee" in flat
    assert "Nog geen dag\n  Het rapport gaat naar de aanbieder: telt vanaf de vaststelling" in shown.out


def test_the_last_day_is_in_time_and_the_day_after_is_late(met_termijnen: Path, capsys: Capture) -> None:
    pad = onderzoek(met_termijnen)
    last = toezicht(capsys, "termijnen", pad, "--peildatum", "2026-05-06", "--te-laat")
    after = toezicht(capsys, "termijnen", pad, "--peildatum", "2026-05-07", "--te-laat")
    assert "Niets is te laat." in last.out
    assert "De aanbieder reageert op het concept · 1 dag te laat" in after.out
    assert "Nog geen dag" not in after.out


def test_what_was_met_is_counted_and_shown_when_asked(met_termijnen: Path, capsys: Capture) -> None:
    path = onderzoek(met_termijnen) / "onderzoek.yaml"
    text = path.read_text(encoding="utf-8").replace("fase: conceptrapport", "fase: reactie-aanbieder")
    late = "concept_verzonden_op: 2026-04-20\n  reactie_ontvangen_op: 2026-05-08"
    path.write_text(text.replace("concept_verzonden_op: 2026-04-20", late), encoding="utf-8")
    met = toezicht(capsys, "termijnen", path.parent, "--peildatum", "2026-05-20")
    alles = toezicht(capsys, "termijnen", path.parent, "--peildatum", "2026-05-20", "--alles")
    eerder = toezicht(capsys, "termijnen", path.parent, "--peildatum", "2026-05-07")
    assert "1 termijn is klaar: zie --alles." in met.out
    assert "De aanbieder reageert op het concept" not in met.out
    assert "klaar op 8 mei 2026, 2 dagen te laat" in " ".join(alles.out.split())
    assert "De aanbieder reageert op het concept · 1 dag te laat" in eerder.out


def test_without_terms_it_says_how_to_add_them(werkmap: Path, capsys: Capture) -> None:
    shown = toezicht(capsys, "termijnen", onderzoek(werkmap), "--peildatum", "2026-05-01")
    assert shown.code == 0
    assert "Er zijn nog geen termijnen." in shown.out
    example = shown.out.partition("\n  termijnen:\n")[2]
    (werkmap / "toezicht.yaml").write_text(
        f"formaat: 1\norganisatie: GGD Proefstad (verzonnen)\ntermijnen:\n{example}", encoding="utf-8"
    )
    again = toezicht(capsys, "termijnen", onderzoek(werkmap), "--peildatum", "2026-05-01")
    assert "6 mei 2026  De aanbieder reageert op het concept · over 5 dagen" in again.out


def test_a_werkmap_names_each_onderzoek(capsys: Capture) -> None:
    shown = toezicht(capsys, "termijnen", DE_LINDE, "--peildatum", "2026-07-10")
    assert shown.code == 0
    assert "1 juli 2026 de-linde-2026: De GGD stelt het rapport vast · 9 dagen te laat" in " ".join(
        shown.out.split()
    )
    assert shown.out.index("Te laat") < shown.out.index("Komt")


@pytest.mark.parametrize("columns", ["80", "120"])
def test_no_line_is_wider_than_the_screen(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for root in (DE_LINDE, VOORBEELDEN / "socra-2025"):
        shown = toezicht(capsys, "termijnen", root, "--peildatum", "2026-07-10", "--alles")
        assert max(map(len, shown.out.splitlines())) <= int(columns)
        assert "\x1b" not in shown.out


def test_json_holds_every_term_with_its_request(capsys: Capture) -> None:
    shown = toezicht(
        capsys, "termijnen", DE_LINDE, "--peildatum", "2026-05-25", "--alles", "--formaat", "json"
    )
    output = json.loads(shown.out)
    assert (output["formaat"], output["peildatum"]) == ("toezicht/termijnen/1", "2026-05-25")
    by_key = {(item["id"], item["onderwerp"]): item for item in output["termijnen"]}
    reactie = by_key["reactie-aanbieder", None]
    assert (reactie["vanaf"], reactie["einde"], reactie["stand"], reactie["klaar_op"]) == (
        "2026-05-06",
        "2026-05-22",
        "klaar",
        "2026-05-20",
    )
    assert reactie["uitleg"] == "10 werkdagen na 6 mei 2026; 14 en 15 mei tellen niet mee"
    assert by_key["aanlevering", "U01"]["einde"] == "2026-03-16"
    assert by_key["verzending", None]["einde"] is None
    assert by_key["V01", "V01"]["soort"] == "punt"


def read_ics(capsys: Capture, werkmap: Path, peildatum: str) -> tuple[str, dict[str, icalendar.Component]]:
    shown = toezicht(capsys, "termijnen", werkmap, "--peildatum", peildatum, "--formaat", "ics")
    assert shown.code == 0
    calendar = icalendar.Calendar.from_ical(shown.out)
    assert calendar["PRODID"] == "-//toezicht//termijnen//NL"
    return shown.out, {str(event["SUMMARY"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_can_be_read_back(met_termijnen: Path, capsys: Capture) -> None:
    text, events = read_ics(capsys, met_termijnen, "2026-05-01")
    event = events["basis: De aanbieder reageert op het concept"]
    assert event.decoded("DTSTART") == date(2026, 5, 6)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert "DTEND" not in event
    assert event.decoded("DTSTAMP").isoformat() == "2026-05-01T00:00:00+00:00"
    assert str(event["DESCRIPTION"]) == (
        "10 werkdagen na 20 april 2026; 27 april en 5 mei tellen niet mee\n"
        "Bron: Werkwijze, bladzijde 3; met een puntkomma"
    )
    assert "basis: Het rapport gaat naar de aanbieder" not in events
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(b"\n" not in line for line in lines)


def test_a_calendar_is_the_same_bytes_and_keeps_its_ids(met_termijnen: Path, capsys: Capture) -> None:
    first, events = read_ics(capsys, met_termijnen, "2026-05-01")
    assert read_ics(capsys, met_termijnen, "2026-05-01")[0] == first
    ids = [str(event["UID"]) for event in events.values()]
    assert len(set(ids)) == len(ids)
    path = met_termijnen / "toezicht.yaml"
    path.write_text(
        WERKMAP.replace("lengte: 10", "lengte: 12").replace("op het concept.", "op tijd."), "utf-8"
    )
    later = read_ics(capsys, met_termijnen, "2026-05-02")[1]["basis: De aanbieder reageert op tijd"]
    assert later.decoded("DTSTART") == date(2026, 5, 8)
    assert str(later["UID"]) in ids


def test_requests_of_one_day_are_one_event(capsys: Capture) -> None:
    _, events = read_ics(capsys, DE_LINDE, "2026-03-05")
    summaries = [name for name in events if "levert de gevraagde documenten" in name]
    assert summaries == ["de-linde-2026: De aanbieder levert de gevraagde documenten (U01, U02, U03 en U04)"]


def test_words_of_the_werkmap_do_nothing_in_a_calendar(met_termijnen: Path, capsys: Capture) -> None:
    path = met_termijnen / "toezicht.yaml"
    evil = "wat: |\n      Stap één, twee; drie\\n\n      END:VEVENT\n      BEGIN:VALARM\n"
    path.write_text(WERKMAP.replace("wat: De aanbieder reageert op het concept.\n", evil), encoding="utf-8")
    _, events = read_ics(capsys, met_termijnen, "2026-05-01")
    assert "basis: Stap één, twee; drie\\n END:VEVENT BEGIN:VALARM" in events


def test_an_own_kalender_that_cannot_be_read_is_told_of(met_termijnen: Path, capsys: Capture) -> None:
    path = met_termijnen / "kaders" / "termijnen" / "kalender.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("formaat: 1\ntitel: [\n", encoding="utf-8")
    shown = toezicht(capsys, "termijnen", onderzoek(met_termijnen), "--peildatum", "2026-05-01")
    assert shown.code == 1
    assert "kaders/termijnen/kalender.yaml" in shown.out
    assert "de kalender is niet te lezen" in " ".join(shown.out.split())


def test_a_day_that_is_none_is_refused(met_termijnen: Path, capsys: Capture) -> None:
    shown = toezicht(capsys, "termijnen", onderzoek(met_termijnen), "--peildatum", "2026-02-30")
    assert (shown.code, shown.out) == (2, "")


@pytest.mark.parametrize("file", ["onderzoek.yaml", "wederhoor.yaml"])
def test_what_cannot_be_read_makes_nothing_late(file: str, met_termijnen: Path, capsys: Capture) -> None:
    with (onderzoek(met_termijnen) / file).open("a", encoding="utf-8") as stream:
        stream.write("\n]\n")
    shown = toezicht(capsys, "termijnen", onderzoek(met_termijnen), "--peildatum", "2026-05-20")
    assert shown.code == 1
    assert "is niet te lezen" in shown.out
    assert "De aanbieder reageert op het concept" not in shown.out


def test_a_toezicht_yaml_that_cannot_be_read_is_not_called_empty(
    met_termijnen: Path, capsys: Capture
) -> None:
    with (met_termijnen / "toezicht.yaml").open("a", encoding="utf-8") as stream:
        stream.write("\n]\n")
    shown = toezicht(capsys, "termijnen", onderzoek(met_termijnen), "--peildatum", "2026-05-20")
    assert shown.code == 1
    assert "Er zijn nog geen termijnen." not in shown.out
