"""``toezicht oordeel``: 6/6/6 of 18, in four formats, and no tally where it could not be true."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.opdracht import VOORBEELDEN, toezicht
from tests.snapshots import check_snapshot
from toezicht_cli.outputs import output_names

SOCRA = VOORBEELDEN / "socra-2025"
WILGENHOF = VOORBEELDEN / "wilgenland/onderzoeken/de-wilgenhof-2026"


@pytest.mark.parametrize("formaat", output_names("oordeel"))
@pytest.mark.parametrize(
    "case", [SOCRA, VOORBEELDEN / "thuiszorgzeker-2021", WILGENHOF], ids=lambda path: path.name
)
def test_snapshot_of_every_format(case: Path, formaat: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "oordeel", case, "--formaat", formaat)
    assert done.code == 0
    check_snapshot(f"oordeel-{case.name}-{formaat}.txt", done.out)


def test_the_socra_tally_is_that_of_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    output = json.loads(toezicht(capsys, "oordeel", SOCRA, "--formaat", "json").out)
    telling = output["telling"]
    assert {item["id"]: item["normen"] for item in telling["categorieen"]} == {
        "voldoet": ["1.1", "1.3", "1.4", "1.6", "3.2", "4.1"],
        "voldoet-grotendeels": ["1.2", "1.5", "1.7", "1.9", "3.1", "3.3"],
        "voldoet-niet": ["1.8", "2.1", "3.4", "4.2", "4.3", "4.4"],
    }
    assert [item["norm"] for item in telling["niet_getoetst"]] == ["2.2", "2.3", "3.5"]
    assert (telling["in_kader"], telling["getoetst"], output["eindoordeel"]) == (21, 18, None)


def test_csv_has_one_row_per_norm_and_text_ids(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(toezicht(capsys, "oordeel", WILGENHOF, "--formaat", "csv").out)))
    assert len(rows) == 28
    assert {"1.1", "1.10"} <= {row["norm"] for row in rows}


@pytest.mark.parametrize(
    ("says", "code", "word"),
    [
        ("6/6/6", 0, "zijn gelijk"),
        ("voldoet=6,voldoet-grotendeels=6,voldoet-niet=6", 0, "zijn gelijk"),
        ("6/6/5", 1, "het rapport zegt 5, de telling is 6"),
        ("voldoet=7,voldoet-grotendeels=5,voldoet-niet=6", 1, "het rapport zegt 7"),
        ("6/6", 2, "2 getallen, maar het kader heeft 3"),
        ("6/6/6/0", 2, "4 getallen"),
        ("voldoet=6,voldoet-niet=6", 2, "er ontbreekt voldoet-grotendeels"),
        ("voldoet=6,voldoet=6,voldoet-grotendeels=6,voldoet-niet=6", 2, "twee keer"),
        ("voldoett=6,voldoet-grotendeels=6,voldoet-niet=6", 2, "bedoelde je voldoet?"),
        ("6/6/zes", 2, "is geen aantal"),
        ("", 2, "is geen aantal"),
        ("-6/6/6", 2, "is geen aantal"),
    ],
)
def test_what_the_report_says_is_compared_whole(
    says: str, code: int, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    done = toezicht(capsys, "oordeel", SOCRA, "--rapport-zegt", says)
    assert done.code == code
    assert word in done.err


def replace(path: Path, old: str, new: str) -> None:
    """Replace text in a file, and demand that it was there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_category_with_a_capital_is_told_how_to_write_it(
    onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(onderzoek / "bevindingen/1.1.yaml", "oordeel: voldoet", "oordeel: Voldoet")
    assert "schrijf dit in kleine letters" in toezicht(capsys, "oordeel", onderzoek).err


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("bevindingen/1.1.yaml", 'norm: "1.1"', 'norm: "1.3"', "NRM002"),
        ("bevindingen/1.1.yaml", "oordeel: voldoet", "oordeel: voldoett", "OOR001"),
        ("bevindingen/1.1.yaml", "oordeel: voldoet", "ordeel: voldoet", "STR009"),
        ("onderzoek.yaml", "kader: proef@1", "kader: proef@2", "KDR001"),
        ("bevindingen/2.10.yaml", 'norm: "2.10"', "norm: 2.1", "NRM003"),
    ],
)
def test_a_fault_in_the_way_gives_no_tally(
    file: str, old: str, new: str, code: str, onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(onderzoek / file, old, new)
    done = toezicht(capsys, "oordeel", onderzoek)
    assert (done.code, done.out) == (1, "")
    assert code in done.err
    output = json.loads(toezicht(capsys, "oordeel", onderzoek, "--formaat", "json").out)
    assert output["telling"] is None
    assert code in {found["code"] for found in output["diagnoses"]}


def test_a_fault_elsewhere_does_not_hide_the_tally(
    onderzoek: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(onderzoek / "bevindingen/1.1.yaml", "[B01]", "[B09]")
    assert toezicht(capsys, "controleer", onderzoek).code == 1
    assert toezicht(capsys, "oordeel", onderzoek).code == 0


def test_a_werkmap_is_tallied_case_by_case(capsys: pytest.CaptureFixture[str]) -> None:
    done = toezicht(capsys, "oordeel", VOORBEELDEN / "wilgenland")
    assert done.code == 0
    assert "De Wilgenhof (verzonnen)" in done.out


@pytest.mark.parametrize("width", ["60", "80", "120"])
def test_no_line_is_wider_than_the_screen(
    width: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for case in (SOCRA, WILGENHOF):
        lines = toezicht(capsys, "oordeel", case).out.splitlines()
        assert all(len(line) <= int(width) for line in lines)
