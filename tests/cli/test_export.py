"""``toezicht export`` on the made-up werkmap, and on one with a file that cannot be read."""

import csv
import io
import json
import shutil
import sys
from pathlib import Path

import duckdb
import openpyxl
import pytest
from jsonschema import Draft202012Validator

from tests.cli.opdracht import VOORBEELDEN, Uitvoer, toezicht
from tests.cli.vaststelproef import read_all, replace_in
from toezicht_cli.analysis.exportregisters import TABELLEN
from toezicht_cli.cli import export as cli_export
from toezicht_cli.services import export as services_export
from toezicht_cli.services import sqltabellen
from toezicht_cli.services.schema import build_schema

WATERLANDEN = VOORBEELDEN / "waterlanden"
_NAMEN = [*TABELLEN, "kolommen"]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def waterlanden(tmp_path: Path) -> Path:
    shutil.copytree(WATERLANDEN, tmp_path / "waterlanden")
    return tmp_path / "waterlanden"


def _export(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Uitvoer:
    return toezicht(capsys, "export", *arguments)


def _read_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))


def _query(path: Path) -> list[list[str]]:
    found = duckdb.read_parquet(str(path))
    rows = [["" if cel is None else str(cel) for cel in row] for row in found.fetchall()]
    return [found.columns, *rows]


def test_every_format_holds_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for formaat in services_export.FORMATEN:
        done = _export(capsys, WATERLANDEN, "--uit", tmp_path / formaat, "--formaat", formaat)
        assert (done.code, done.err) == (0, "")
    book = openpyxl.load_workbook(tmp_path / "xlsx" / "toezicht.xlsx")
    assert book.sheetnames == _NAMEN
    for naam in _NAMEN:
        rows = _read_csv(tmp_path / "csv" / f"{naam}.csv")
        sheet = [
            ["" if cel is None else str(cel) for cel in row] for row in book[naam].iter_rows(values_only=True)
        ]
        assert sheet == rows
        assert [
            cel.replace(".0", "") for row in _query(tmp_path / "parquet" / f"{naam}.parquet") for cel in row
        ] == [cel.replace(".0", "") for row in rows for cel in row]


def test_the_tables_say_what_stands_in_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _export(capsys, WATERLANDEN, "--uit", tmp_path, "--tabel", "signalen,wegingen").code == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        *("kolommen.csv", "signalen.csv", "wegingen.csv"),
    ]
    head, first, *_ = _read_csv(tmp_path / "signalen.csv")
    row = dict(zip(head, first, strict=True))
    assert (row["signaal"], row["datum"], row["anoniem"], row["wegingen"]) == (
        "S-2025-001",
        "2025-02-10",
        "nee",
        "1",
    )
    assert (row["prioriteit"], row["besluit"], row["doorverwezen_naar"]) == ("groen", "kennisgeving", "")


def test_free_text_comes_only_when_it_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    vrij = {kolom.naam for tabel in TABELLEN.values() for kolom in tabel.kolommen if kolom.vrij}
    assert vrij == {
        *("titel", "openbaar_reden", "besloten_door", "omschrijving", "motivering", "onderwerpen", "verslag"),
    }
    _export(capsys, WATERLANDEN, "--uit", tmp_path / "zonder")
    _export(capsys, WATERLANDEN, "--uit", tmp_path / "met", "--met-tekst")
    for tabel in TABELLEN.values():
        zonder, met = (_read_csv(tmp_path / map_ / f"{tabel.naam}.csv")[0] for map_ in ("zonder", "met"))
        assert set(met) - set(zonder) == {kolom.naam for kolom in tabel.kolommen if kolom.vrij}


@pytest.mark.parametrize("formaat", services_export.FORMATEN)
def test_the_same_werkmap_gives_the_same_bytes(
    formaat: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for naam in ("a", "b"):
        _export(capsys, WATERLANDEN, "--uit", tmp_path / naam, "--formaat", formaat, "--zonder-cache")
    assert read_all(tmp_path / "a") == read_all(tmp_path / "b") != {}


def test_an_onderzoek_with_fouten_is_listed_and_not_counted(
    waterlanden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = waterlanden / "onderzoeken" / "de-kade-2026" / "bevindingen" / "1.1.yaml"
    replace_in(path, "oordeel: voldoet\n", "oordeel: prachtig\n")
    done = _export(capsys, waterlanden, "--uit", tmp_path / "uit")
    assert done.code == 0
    assert "de-kade-2026" in done.err
    head, *rows = _read_csv(tmp_path / "uit" / "onderzoeken.csv")
    row = next(dict(zip(head, row, strict=True)) for row in rows if row[0] == "de-kade-2026")
    assert row["telbaar"] == "nee"
    assert int(row["fouten"]) > 0
    assert "de-kade-2026" not in {row[0] for row in _read_csv(tmp_path / "uit" / "normoordelen.csv")}
    assert "de-kade-2026" in {row[0] for row in _read_csv(tmp_path / "uit" / "punten.csv")}


def test_a_register_file_that_cannot_be_read_is_told(
    waterlanden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(waterlanden / "signalen" / "2025" / "S-2025-001.yaml", "aard:", "aart:")
    done = _export(capsys, waterlanden, "--uit", tmp_path / "uit")
    assert done.code == 1
    assert "signalen/2025/S-2025-001.yaml" in done.err
    rows = _read_csv(tmp_path / "uit" / "signalen.csv")
    assert "S-2025-001" not in {row[0] for row in rows}
    assert "S-2025-002" in {row[0] for row in rows}


_TEL = (
    "SELECT kader, count(*) AS aantal FROM normoordelen WHERE oordeel = 'voldoet' GROUP BY ALL ORDER BY ALL"
)


def test_a_question_gets_its_answer(capsys: pytest.CaptureFixture[str]) -> None:
    done = _export(capsys, WATERLANDEN, "--sql", _TEL, "--formaat", "json")
    assert done.code == 0
    answer = json.loads(done.out)
    Draft202012Validator(build_schema("uitvoer-export")).validate(answer)
    assert answer == {
        "formaat": "toezicht/export/1",
        "kolommen": [{"naam": "kader", "soort": "tekst"}, {"naam": "aantal", "soort": "getal"}],
        "rijen": [["calamiteit@2026", 3], ["waterlanden@2025", 2], ["waterlanden@2026", 7]],
    }
    assert "3 rijen" in _export(capsys, WATERLANDEN, "--sql", _TEL).out


def test_a_number_in_an_answer_is_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    vraag = "SELECT 2/3 AS deel, 123456782 AS veel, '123456782' AS tekst, 7::UTINYINT AS klein; -- klaar"
    done = _export(capsys, WATERLANDEN, "--sql", vraag)
    assert (done.code, done.err) == (0, "")
    assert ("0.6666666666666666" in done.out, "123456782" in done.out, "•••••••••" in done.out) == (True,) * 3
    klein = json.loads(_export(capsys, WATERLANDEN, "--sql", vraag, "--formaat", "json").out)
    assert klein["rijen"] == [[2 / 3, 123456782, "123456782", 7]]


def test_a_list_of_numbers_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    vraag = "SELECT list(0.5::DECIMAL(3,1)) AS a"
    done = _export(capsys, WATERLANDEN, "--sql", vraag, "--formaat", "json")
    assert json.loads(done.out)["rijen"] == [["[0.5]"]]


def test_an_answer_that_is_too_large_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqltabellen, "_MOST_MEMORY", "20MB")
    done = _export(capsys, WATERLANDEN, "--sql", "SELECT i, repeat('a', 1000) FROM range(100000) t(i)")
    assert (done.code, done.out, "lukt niet" in done.err) == (2, "", True)


def test_an_answer_wider_than_the_screen_is_a_block_per_row(capsys: pytest.CaptureFixture[str]) -> None:
    done = _export(capsys, WATERLANDEN, "--sql", "SELECT * FROM signalen ORDER BY signaal")
    assert done.out.startswith("Rij 1\n  signaal")
    assert "\n\nRij 13\n" in done.out


def test_what_an_earlier_export_left_behind_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _export(capsys, WATERLANDEN, "--uit", str(tmp_path), "--met-tekst")
    (tmp_path / "eigen.csv").write_text("x")
    done = _export(capsys, WATERLANDEN, "--uit", str(tmp_path), "--tabel", "signalen")
    named = [line.split()[2] for line in done.err.splitlines() if line.startswith("let op: ")]
    replaced = {"signalen.csv", "kolommen.csv", "eigen.csv"}
    older = {path.name for path in tmp_path.glob("*.csv")} - replaced
    assert ({Path(name).name for name in named}, "meldingen.csv" in older) == (older, True)


def test_an_answer_in_csv_holds_no_formula(capsys: pytest.CaptureFixture[str]) -> None:
    vraag = "SELECT '=1+1' AS \"=kop\", 'a;+2' AS b, 1.5 AS c, -3 AS d, 'nan'::DOUBLE AS e"
    done = _export(capsys, WATERLANDEN, "--sql", vraag, "--formaat", "csv")
    assert done.out == "'=kop,b,c,d,e\n'=1+1,a;'+2,1.5,-3,\n"


@pytest.mark.parametrize(
    "vraag",
    [
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM duckdb_secrets()",
        "SELECT * FROM read_parquet('s3://emmer/x.parquet')",
        "COPY signalen TO 'weg.csv'",
        "ATTACH 'weg.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 4",
        "PRAGMA database_list",
        "SELECT 1; SELECT 2",
        "SELEC 1",
        "SELECT onbekend FROM signalen",
        "SELECT 1) TO 'weg.csv' --",
        "",
    ],
)
def test_what_is_no_question_about_the_tables_is_refused(
    vraag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "leeg").mkdir()
    monkeypatch.chdir(tmp_path / "leeg")
    done = _export(capsys, WATERLANDEN, "--sql", vraag)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("toezicht: ")
    assert list((tmp_path / "leeg").iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--uit", "x", "--sql", "SELECT 1"),
        ("--uit", "x", "--formaat", "json"),
        ("--sql", "SELECT 1", "--formaat", "parquet"),
        ("--uit", "x", "--tabel", "sygnalen"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _export(capsys, WATERLANDEN, *arguments).code == 2


def test_without_a_werkmap_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _export(capsys, tmp_path, "--uit", tmp_path / "uit").code == 2
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("arguments", [("--formaat", "parquet", "--uit", "x"), ("--sql", "SELECT 1")])
def test_without_duckdb_one_hears_how_to_get_it(
    arguments: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.chdir(tmp_path)
    done = _export(capsys, WATERLANDEN, *arguments)
    assert done.code == 2
    assert "toezicht[tabellen]" in done.err
    assert not (tmp_path / "x").exists()


def test_the_command_knows_every_table_and_format() -> None:
    assert tuple(TABELLEN) == cli_export._TABELLEN
    assert cli_export._BESTANDEN == services_export.FORMATEN
