"""Reading an XLSX: what stands in the cells, whoever saved it; and hostile files give one refusal."""

import io
import subprocess
import warnings
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from tests.loading.lijstbestanden import MAIN, make_parts, make_xlsx, zipped
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.lijstlezen import uit_xlsx
from toezicht_cli.loading.lijstlezen.kindproces import read_lijst
from toezicht_cli.loading.lijstlezen.uit_xlsx import read_xlsx
from toezicht_cli.models.werkblad import Cel, Werkblad

SOUND = make_xlsx(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>vast</t></is></c></row>'
    '<row r="3"><c r="C3"><v>46000.5</v></c><c r="D3" t="b"><v>1</v></c>'
    '<c r="E3" t="e"><v>#N/A</v></c></row>',
    texts="<si><r><t>rijk</t></r><r><t> spel</t></r><rPh><t>klank</t></rPh></si>",
)


def only(content: bytes) -> Werkblad:
    (blad,) = read_xlsx(content).bladen
    return blad


def test_cells_of_every_kind_are_read() -> None:
    assert only(SOUND) == Werkblad(
        "Blad",
        (
            Cel(1, 1, "rijk spel"),
            Cel(1, 2, "vast"),
            Cel(3, 3, "46000.5", "getal"),
            Cel(3, 4, "1", "waar"),
            Cel(3, 5, "#N/A", "fout"),
        ),
    )


def test_a_formula_gives_its_outcome_or_says_that_it_has_none() -> None:
    blad = only(
        make_xlsx('<row><c t="str"><f>A2</f><v>ja</v></c><c><f>1+1</f></c><c t="str"><f>B1</f><v/></c></row>')
    )
    assert blad.cellen == (
        Cel(1, 1, "ja", "tekst", is_formule=True),
        Cel(1, 2, "", "leeg", is_formule=True),
        Cel(1, 3, "", "leeg", is_formule=True),
    )


def test_merged_cells_are_told() -> None:
    blad = only(
        make_xlsx(
            '<row><c t="inlineStr"><is><t>a</t></is></c></row>',
            after='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        )
    )
    assert blad.samengevoegd == ("A1:B2",)


def test_cells_without_a_place_come_after_each_other_and_a_lie_about_the_size_is_not_believed() -> None:
    parts = make_parts("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    sheet = str(parts["xl/worksheets/sheet1.xml"])
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    assert [(cel.plaats, cel.tekst) for cel in only(zipped(parts)).cellen] == [
        ("A1", "1"),
        ("C1", "2"),
        ("A2", "3"),
    ]


@pytest.mark.parametrize(("kolom", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_a_place_is_written_as_a_spreadsheet_does(kolom: int, letters: str) -> None:
    assert Cel(7, kolom, "x").plaats == f"{letters}7"


def test_the_child_reads_what_openpyxl_saved() -> None:
    workbook = Workbook()
    workbook.active["B2"] = "één"
    workbook.create_sheet("leeg")
    target = io.BytesIO()
    workbook.save(target)
    assert read_lijst(target.getvalue()).bladen == (
        Werkblad("Sheet", (Cel(2, 2, "één"),)),
        Werkblad("leeg", ()),
    )


def test_a_million_empty_rows_are_read_in_the_child() -> None:
    rows = '<row r="1"/>' + "<row/>" * 1_000_000 + "<row><c><v>9</v></c></row>"
    assert read_lijst(make_xlsx(rows)).bladen[0].cellen == (Cel(1_000_002, 1, "9", "getal"),)


def _bomb() -> bytes:
    return zipped({**make_parts(""), "xl/media/groot.bin": b"\0" * (70 << 20)})


def _entity() -> bytes:
    parts = make_parts("")
    parts["xl/worksheets/sheet1.xml"] = (
        f'<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet xmlns="{MAIN}"><sheetData>'
        "<row><c><v>&a;</v></c></row></sheetData></worksheet>"
    )
    return zipped(parts)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "zip bomb": _bomb,
    "entity": _entity,
    "no zip": lambda: b"PK\x03\x04 niets",
    "empty": lambda: b"",
    "no workbook": lambda: zipped({"a.txt": "x"}),
    "sheet elsewhere": lambda: zipped(make_parts("", target="../../../../etc/passwd")),
    "text that is not there": lambda: make_xlsx('<row><c t="s"><v>7</v></c></row>'),
    "a number that is no number": lambda: make_xlsx('<row><c t="s"><v>x</v></c></row>'),
    "deep": lambda: make_xlsx("<a>" * 500 + "</a>" * 500),
    "cut off": lambda: SOUND[: len(SOUND) // 2],
    "no xml": lambda: zipped({**make_parts(""), "xl/workbook.xml": "geen xml"}),
}


@pytest.mark.parametrize("naam", HOSTILE)
def test_a_hostile_file_gives_one_refusal_in_the_child(naam: str) -> None:
    with pytest.raises(BuitenbestandError):
        read_lijst(HOSTILE[naam]())


def test_too_many_filled_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uit_xlsx, "MAX_CELLEN", 2)
    with pytest.raises(BuitenbestandError):
        read_xlsx(make_xlsx("<row>" + "<c><v>1</v></c>" * 3 + "</row>"))
    assert len(only(make_xlsx("<row>" + "<c><v>1</v></c>" * 2 + "</row>")).cellen) == 2


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uit_xlsx, "MAX_TEKENS", 3)
    for content in (
        make_xlsx("<row><c><v>1234</v></c></row>"),
        make_xlsx("", texts="<si><t>abcd</t></si>"),
    ):
        with pytest.raises(BuitenbestandError):
            read_xlsx(content)


def test_a_child_that_takes_too_long_is_stopped_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def never_ready(*_: object, timeout: int, **__: object) -> None:
        raise subprocess.TimeoutExpired("python", timeout)

    monkeypatch.setattr("subprocess.run", never_ready)
    with pytest.raises(BuitenbestandError):
        read_lijst(SOUND)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    place=st.integers(0, len(SOUND) - 1),
    cut=st.integers(0, 50),
    extra=st.binary(max_size=20),
)
def test_damaged_bytes_give_cells_or_a_refusal(place: int, cut: int, extra: bytes) -> None:
    content = SOUND[:place] + extra + SOUND[place + cut :]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of double names; the child writes no warnings
        try:
            boek = read_xlsx(content)
        except BuitenbestandError:
            return
    assert all(cel.rij >= 0 for blad in boek.bladen for cel in blad.cellen)


@given(st.text(alphabet='<>/ac="1rvtisB:&;', max_size=80))
def test_any_rows_give_cells_or_a_refusal(rows: str) -> None:
    try:
        boek = read_xlsx(make_xlsx(rows))
    except BuitenbestandError:
        return
    assert len(boek.bladen) == 1


def _with_style(style: str, formats: str = "", value: str = "<v>46084</v>", more: str = "") -> bytes:
    parts = make_parts(f'<row><c s="1"{more}>{value}</c></row>')
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{style}"/></cellXfs></styleSheet>'
    )
    return zipped(parts)


@pytest.mark.parametrize(
    ("vorm", "is_dag"),
    [
        ("dd-mm-yyyy", True),
        ("[$-413]d mmmm yyyy;@", True),
        ('d" dag "m/jj', True),
        ("yyyy-mm-dd\\ hh:mm:ss AM/PM", True),
        ("hh:mm:ss", False),
        ("General", False),
        ("Standaard", False),
        ('0" dagen"', False),
        ("[Red]0.00", False),
        ("\\d0", False),
    ],
)
def test_only_the_style_of_a_day_makes_a_number_a_day(vorm: str, is_dag: bool) -> None:
    code = vorm.replace('"', "&quot;")
    content = _with_style("164", f'<numFmt numFmtId="164" formatCode="{code}"/>')
    assert only(content).cellen[0].is_dag is is_dag


@pytest.mark.parametrize(
    ("nummer", "is_dag"), [("14", True), ("22", True), ("0", False), ("9", False), ("x", False)]
)
def test_the_formats_that_every_program_knows_are_known(nummer: str, is_dag: bool) -> None:
    assert only(_with_style(nummer)).cellen[0].is_dag is is_dag


def test_text_is_no_day_whatever_its_style_and_a_day_may_be_written_out() -> None:
    text = "<is><t>3-3-2026</t></is>"
    assert not only(_with_style("14", value=text, more=' t="inlineStr"')).cellen[0].is_dag
    assert only(_with_style("0", value="<v>2026-03-03</v>", more=' t="d"')).cellen[0].is_dag


@pytest.mark.parametrize("naam", ["no zip", "cut off", "no xml"])
def test_a_damaged_list_is_not_called_a_document(naam: str) -> None:
    with pytest.raises(BuitenbestandError) as caught:
        read_lijst(HOSTILE[naam]())
    assert ".xlsx" in str(caught.value.help)
    assert ".docx" not in str(caught.value.help)
