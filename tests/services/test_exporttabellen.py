"""Tables with any text in them: what goes in comes out, and nothing becomes a formula."""

import csv
import io
import re
import tempfile

import duckdb
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.exporttabellen import Bron, Kolom, Rij, Tabel
from toezicht_cli.outputs.csv import make_harmless, write_csv
from toezicht_cli.rendering.lijsten import tabelboek
from toezicht_cli.rendering.lijsten.tabelboek import Blad, TeGrootError, write_tabelboek
from toezicht_cli.services.sqltabellen import write_parquet

HOSTILE = st.text(
    st.one_of(st.sampled_from("=+-@＝\t\r\n;,'\"<&_x0D \u00a0"), st.characters(codec="utf-8")), max_size=20
)
FORMULA = re.compile(r'(?:^|[;\t\r\n])[^\S\t\n]*"*[^\S\t\n]*[=+\-@\t\r＝]')


@given(HOSTILE)
def test_no_separator_makes_a_formula(text: str) -> None:
    harmless = make_harmless(text)
    assert not FORMULA.search(harmless)
    # Taking away the apostrophes before what is dangerous gives the text back, when it had none of those.
    if "'" not in text:
        assert harmless.replace("'", "") == text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    "text", [" " * 25 + "=1+1", "x;" + " " * 22 + "=1+1;y", 'x;"=1+1;y', "x;\u00a0=1", "＝1+1", '" +1']
)
def test_what_stands_before_a_formula_does_not_hide_it(text: str) -> None:
    assert "'" in make_harmless(text)


def test_many_separators_take_no_longer() -> None:
    """Looking ahead ends at the next separator, or a cell of tabs would take hours."""
    assert len(make_harmless("\t " * 200_000)) == 600_000


@given(st.lists(st.tuples(HOSTILE, st.one_of(st.none(), st.integers(-9, 9))), max_size=5))
def test_csv_gives_back_what_went_in(rows: list[tuple[str, int | None]]) -> None:
    found = list(csv.reader(io.StringIO(write_csv([["=kop", "n"], *rows]), newline="")))
    wanted = [[make_harmless(text), "" if number is None else str(number)] for text, number in rows]
    assert found == [["'=kop", "n"], *wanted]


@given(st.lists(HOSTILE, min_size=1, max_size=5))
def test_a_workbook_gives_back_text_as_text(texts: list[str]) -> None:
    content = write_tabelboek([Blad("een", ["=kop"], [(text, 1) for text in texts])])
    sheet = openpyxl.load_workbook(io.BytesIO(content))["een"]
    assert sheet["A1"].value == "=kop"
    assert sheet["A1"].data_type != "f"
    for row, text in enumerate(texts, 2):
        cell = sheet.cell(row, 1)
        assert cell.data_type != "f"
        assert (cell.value or "") == _shown(text)
        assert sheet.cell(row, 2).value == 1


def _shown(text: str) -> str:
    text = tabelboek._UNFIT.sub("�", text.replace("\r\n", "\n"))
    return tabelboek._ESCAPED.sub("_x005F_", text)  # openpyxl gives these back as they stand in the file


@given(
    st.lists(st.tuples(st.one_of(st.none(), HOSTILE), st.one_of(st.none(), st.integers(-9, 9))), max_size=5)
)
def test_parquet_gives_back_what_went_in(rows: list[tuple[str | None, int | None]]) -> None:
    kolommen = (Kolom("a", "tekst", "x"), Kolom("n", "getal", "x"))
    values: list[Rij] = list(rows)
    files = write_parquet([Tabel("t", "x", kolommen, lambda _bron: iter(values))], Bron())
    assert _read_parquet(files["t"]) == rows


def _read_parquet(content: bytes) -> list[tuple[str | None, int | None]]:
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        file.write(content)
        file.flush()
        return duckdb.read_parquet(file.name).fetchall()


def test_more_than_a_sheet_holds_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TeGrootError, match="een"):
        write_tabelboek([Blad("een", ["a"], [("x" * (tabelboek.MAX_TEKST + 1),)])])
    monkeypatch.setattr(tabelboek, "MAX_RIJEN", 3)
    assert write_tabelboek([Blad("een", ["a"], [("x",)] * 2)])
    with pytest.raises(TeGrootError, match="een"):
        write_tabelboek([Blad("een", ["a"], [("x",)] * 3)])
