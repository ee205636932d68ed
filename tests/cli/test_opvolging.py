"""``toezicht opvolging``: where every point stands on a day, and a step noted in its place."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.opdracht import VOORBEELDEN, Uitvoer, toezicht
from toezicht_cli.services.schema import build_schema

PUNTEN = """\
# De punten.
verbeterpunten:
  - id: V01  # de eerste
    norm: "1.1"
    soort: verbeterpunt
    tekst: Leg elk gesprek vast.
    uiterlijk: 2025-06-02
    # nog te bespreken
  - {id: V02, norm: "1.1", soort: verbeterpunt, tekst: Werk het plan bij., uiterlijk: zo-spoedig-mogelijk}
"""
WILGENHOF = VOORBEELDEN / "wilgenland/onderzoeken/de-wilgenhof-2026"


@pytest.fixture
def punten(onderzoek: Path) -> Path:
    """Return ``verbeterpunten.yaml`` of a case with two points of which nothing was noted."""
    path = onderzoek / "verbeterpunten.yaml"
    path.write_text(PUNTEN)
    return path


def toon(capsys: pytest.CaptureFixture[str], pad: Path, *opties: str) -> Uitvoer:
    return toezicht(capsys, "opvolging", pad, *opties)


def noteer(capsys: pytest.CaptureFixture[str], punten: Path, *opties: str) -> Uitvoer:
    return toezicht(capsys, "opvolging", "noteer", *opties, punten.parent)


def eerste_bron(onderzoek: Path) -> str:
    text = (onderzoek / "bronnen.yaml").read_text()
    return text.split("id: ")[1].split()[0].strip(",\"'")


def test_the_state_is_that_of_the_day_of_looking(capsys: pytest.CaptureFixture[str]) -> None:
    data = [
        json.loads(toon(capsys, WILGENHOF, "--peildatum", dag, "--formaat", "json").out)
        for dag in ("2026-04-30", "2026-05-06", "2026-05-10", "2026-05-11")
    ]
    derde = [next(punt for punt in one["punten"] if punt["punt"] == "V03") for one in data]
    assert [(punt["status"], punt["tijd"], punt["dagen_te_laat"]) for punt in derde] == [
        ("open", "loopt", 0),
        ("gereed-volgens-aanbieder", "loopt", 0),
        ("gereed-volgens-aanbieder", "te-laat", 4),
        ("geborgd-vastgesteld", "afgerond", 0),
    ]
    assert [len(punt["stappen"]) for punt in derde] == [0, 1, 1, 2]


def test_the_text_counts_per_thema_and_tells_what_is_late(capsys: pytest.CaptureFixture[str]) -> None:
    done = toon(capsys, WILGENHOF, "--peildatum", "2026-07-05")
    assert done.code == 0
    assert "Vastgesteld dat het geborgd is: 3 van de 5 (60 %)." in done.out
    assert "V05" in done.out
    late = toon(capsys, WILGENHOF, "--peildatum", "2026-07-05", "--te-laat")
    assert "V05" not in late.out
    assert "3 van de 5 (60 %)" in late.out


def test_one_point_shows_its_history_with_evidence_and_assessor(capsys: pytest.CaptureFixture[str]) -> None:
    done = toon(capsys, WILGENHOF, "--punt", "V03", "--peildatum", "2026-07-05")
    assert "bewijs: O06; beoordeeld door Eerste toezichthouder" in " ".join(done.out.split())
    assert "V01" not in done.out


@pytest.mark.parametrize(
    ("optie", "waarde", "hulp"),
    [("--punt", "V30", "bedoelde je V0"), ("--norm", "1.70", "1.7"), ("--thema", "9", "hier kan")],
)
def test_a_choice_that_is_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], optie: str, waarde: str, hulp: str
) -> None:
    done = toon(capsys, WILGENHOF, optie, waarde)
    assert done.code == 2
    assert hulp in done.err


def test_a_thema_and_a_norm_choose_what_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(toon(capsys, WILGENHOF, "--thema", "2", "--formaat", "json").out)
    assert found["alle"]["totaal"] == 1
    found = json.loads(toon(capsys, WILGENHOF, "--norm", "1.7", "--formaat", "json").out)
    assert [punt["punt"] for punt in found["punten"]] == ["V03", "V04"]


def test_the_rows_of_the_csv_are_the_points(capsys: pytest.CaptureFixture[str]) -> None:
    out = toon(capsys, WILGENHOF, "--formaat", "csv", "--peildatum", "2026-07-05").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [(row["punt"], row["tijd"]) for row in rows][:2] == [("V01", "te-laat"), ("V02", "te-laat")]


def test_markdown_has_the_points_and_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    out = toon(capsys, WILGENHOF, "--formaat", "markdown", "--peildatum", "2026-07-05").out
    assert "| verbeterpunt | 3 | 1 van de 3 (33 %) | 2 |" in out


def test_a_point_without_a_day_is_counted_apart(capsys: pytest.CaptureFixture[str], punten: Path) -> None:
    found = json.loads(toon(capsys, punten.parent, "--formaat", "json", "--peildatum", "2025-06-03").out)
    assert found["alle"]["per_tijd"] == {
        "te-laat": 1,
        "loopt": 0,
        "zo-spoedig-mogelijk": 1,
        "geen-datum": 0,
        "afgerond": 0,
    }


def test_measures_and_what_was_sent_stand_below_up_to_the_day(
    capsys: pytest.CaptureFixture[str], punten: Path
) -> None:
    (punten.parent / "handhaving.yaml").write_text(
        "stappen:\n"
        "  - {datum: 2025-03-01, soort: veiligheidsafspraak, maatregel: Slot op kast, besloten_door: GGD}\n"
        "  - {datum: 2025-09-01, maatregel: Aanwijzing, besloten_door: Het college}\n"
    )
    (punten.parent / "verzonden.yaml").write_text(
        "verzendingen:\n  - {datum: 2025-04-01, aan: De aanbieder, wat: Het rapport}\n"
    )
    done = toon(capsys, punten.parent, "--peildatum", "2025-06-03")
    assert "Slot op kast" in done.out
    assert "Het rapport" in done.out
    assert "Aanwijzing" not in done.out


def test_a_step_comes_in_its_place_and_all_else_stays(
    capsys: pytest.CaptureFixture[str], punten: Path
) -> None:
    bron = eerste_bron(punten.parent)
    done = noteer(
        capsys, punten, "V01", "--status", "geborgd-vastgesteld", "--datum", "2025-06-10", "--bewijs", bron,
        "--door", "Toezichthouder 1", "--toelichting", "Gezien: ja\nen nog wat",
    )  # fmt: skip
    assert done.code == 0
    assert done.out.startswith("Punt V01 · 10 juni 2025: vastgesteld dat het geborgd is")
    new = f"""\
    opvolging:
      - datum: 2025-06-10
        status: geborgd-vastgesteld
        bewijs: [{bron}]
        beoordeeld_door: Toezichthouder 1
        toelichting: |-
          Gezien: ja
          en nog wat
"""
    assert punten.read_text() == PUNTEN.replace("    # nog te", f"{new}    # nog te")
    assert "van vandaag" not in done.err


def test_a_second_step_comes_after_the_first_and_a_point_between_braces_can_have_one(
    capsys: pytest.CaptureFixture[str], punten: Path
) -> None:
    for dag, status in (("2025-06-10", "deels"), ("2025-06-11", "gereed-volgens-aanbieder")):
        assert noteer(capsys, punten, "V02", "--status", status, "--datum", dag).code == 0
    found = json.loads(toon(capsys, punten.parent, "--formaat", "json", "--punt", "V02").out)["punten"]
    assert [(stap["datum"], stap["status"]) for stap in found[0]["stappen"]] == [
        ("2025-06-10", "deels"),
        ("2025-06-11", "gereed-volgens-aanbieder"),
    ]
    assert punten.read_text().startswith(PUNTEN[: PUNTEN.index("  - {id")])


def test_without_a_day_it_is_today_and_that_is_said(capsys: pytest.CaptureFixture[str], punten: Path) -> None:
    done = noteer(capsys, punten, "V01", "--status", "deels")
    assert done.code == 0
    assert "--datum" in done.err


@pytest.mark.parametrize(
    ("opties", "hulp"),
    [
        (("V03", "--status", "deels"), "bedoelde je V0"),
        (("V01", "--status", "klar"), "kies"),
        (("V01", "--status", "deels", "--bewijs", "X99"), "bronnen"),
        (("V01", "--status", "geborgd-vastgesteld"), "--bewijs en --door"),
        (("V01", "--status", "deels", "--datum", "2025-02-30"), "dag"),
        (("V01", "--status", "deels", "--toelichting", "a\x1b[31m"), "teken"),
    ],
)
def test_what_is_not_right_is_refused_and_nothing_changes(
    capsys: pytest.CaptureFixture[str], punten: Path, opties: tuple[str, ...], hulp: str
) -> None:
    done = noteer(capsys, punten, *opties)
    assert done.code == 2
    assert hulp in done.err
    assert punten.read_text() == PUNTEN


def test_a_step_before_the_last_is_refused(capsys: pytest.CaptureFixture[str], punten: Path) -> None:
    noteer(capsys, punten, "V01", "--status", "deels", "--datum", "2025-06-10")
    before = punten.read_text()
    done = noteer(capsys, punten, "V01", "--status", "deels", "--datum", "2025-06-09")
    assert done.code == 2
    assert "10 juni 2025" in done.err
    assert punten.read_text() == before


def test_a_file_that_cannot_be_read_is_left_alone(capsys: pytest.CaptureFixture[str], punten: Path) -> None:
    punten.write_text("verbeterpunten: [\n")
    assert noteer(capsys, punten, "V01", "--status", "deels").code == 2
    assert punten.read_text() == "verbeterpunten: [\n"


def test_the_json_of_a_werkmap_keeps_its_promise(capsys: pytest.CaptureFixture[str]) -> None:
    done = toon(capsys, WILGENHOF.parents[1], "--formaat", "json", "--peildatum", "2026-07-05")
    found = json.loads(done.out)
    jsonschema.validate(found, build_schema("uitvoer-opvolging"))
    assert len(found["onderzoeken"]) == len(list(WILGENHOF.parent.glob("*/onderzoek.yaml")))


def test_a_point_that_lapsed_leaves_the_percentage_visibly(
    capsys: pytest.CaptureFixture[str], punten: Path
) -> None:
    opties = ("--status", "vervallen", "--datum", "2025-06-10", "--toelichting", "De locatie is dicht.")
    noteer(capsys, punten, "V01", *opties)
    out = toon(capsys, punten.parent, "--peildatum", "2025-07-01").out
    assert "0 van de 1 (0 %)" in out
    assert "1 punt is vervallen en telt niet mee in dat percentage." in out
