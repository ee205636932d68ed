"""Reading a list into a register: what is right is written once, what is not is named with its row."""

import csv
import io
import string
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.register import Signaal
from toezicht_cli.services.registerinlezen import Inlezing, read_rows
from toezicht_cli.services.registernieuw import create_entry
from toezicht_cli.services.registersoort import AANBIEDER, SIGNAAL
from toezicht_cli.services.registertabel import read_table

_HEAD = ("datum", "bron", "gemeente", "wet", "aard", "omschrijving")
_ROW = ("3-3-2026", "Inwoner", "Waterstad", "wmo-2015", "veiligheid", "De deur sluit niet.")
_WERKMAP = "formaat: 1\norganisatie: Team\ngemeenten:\n  - {code: '9901', naam: Waterstad}\n"


def make_werkmap(folder: Path) -> Path:
    werkmap = folder / "werkmap"
    werkmap.mkdir()
    (werkmap / "toezicht.yaml").write_text(_WERKMAP)
    return werkmap


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    return make_werkmap(tmp_path)


def as_csv(rows: Sequence[tuple[str, ...]], delimiter: str = ";") -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def read(werkmap: Path, content: bytes | str, *, proef: bool = False) -> Inlezing:
    bestand = werkmap.parent / "lijst.csv"
    bestand.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_rows(werkmap, SIGNAAL, bestand, proef=proef, tell=lambda _done, _all: None)


def entry(werkmap: Path, nummer: str) -> Signaal:
    document = read_document(werkmap, f"signalen/{nummer[2:6]}/{nummer}.yaml", Signaal)
    assert document.faults == ()
    assert document.model is not None
    return document.model


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_row_becomes_an_entry_and_twice_adds_nothing(delimiter: str, werkmap: Path) -> None:
    content = as_csv([_HEAD, _ROW], delimiter)
    assert read(werkmap, content).nummers == ("S-2026-001",)
    made = entry(werkmap, "S-2026-001")
    assert (made.datum.tekst, made.bron, made.gemeente) == ("2026-03-03", "inwoner", "Waterstad")
    again = read(werkmap, content)
    assert (again.goed, again.nummers, again.dubbel) == (0, (), (2,))


def test_what_is_right_is_written_and_what_is_not_is_named(werkmap: Path) -> None:
    rows = [
        _HEAD,
        ("31-2-2026", *_ROW[1:]),
        _ROW,
        (_ROW[0], "buurman", *_ROW[2:]),
        (*_ROW[:2], "Waterstadt", *_ROW[3:]),
        (*_ROW[:5], ""),
        ("4-3-2026", *_ROW[1:]),
        (*_ROW, "te veel"),
    ]
    done = read(werkmap, as_csv(rows))
    assert done.nummers == ("S-2026-001", "S-2026-002")
    assert [item.rij for item in done.afgekeurd] == [2, 4, 5, 6, 8]
    assert ["datum" in done.afgekeurd[0].reden, "bron" in done.afgekeurd[1].reden] == [True, True]
    assert "Waterstad" in done.afgekeurd[2].reden
    assert "omschrijving" in done.afgekeurd[3].reden


def test_all_that_is_wrong_in_a_row_is_named_at_once(werkmap: Path) -> None:
    wrong = ("2-10", "buurman", "Waterstadt", "wmo", *_ROW[4:])
    done = read(werkmap, as_csv([_HEAD, wrong]))
    assert (done.goed, [item.rij for item in done.afgekeurd]) == (0, [2] * 4)
    redenen = [item.reden.split(":")[0] for item in done.afgekeurd]
    assert redenen == [
        "kolom datum",
        "kolom bron",
        "kolom wet",
        "gemeente 'Waterstadt' staat niet in toezicht.yaml",
    ]
    assert done.afgekeurd[3].hulp == "bedoelde je Waterstad?"


@pytest.mark.parametrize(
    ("datum", "reden"),
    [
        ("31-2-2026", "kolom datum: deze dag bestaat niet"),
        ("2026-02-31", "kolom datum: deze dag bestaat niet"),
        ("2026-02", "kolom datum: hier hoort één dag te staan, zoals 2025-01-23"),
        ("volgende week", "kolom datum: hier hoort één dag te staan, zoals 2025-01-23"),
    ],
)
def test_a_day_that_cannot_be_says_why(werkmap: Path, datum: str, reden: str) -> None:
    done = read(werkmap, as_csv([_HEAD, (datum, *_ROW[1:])]))
    assert [item.reden for item in done.afgekeurd] == [reden]


def test_a_trial_writes_nothing(werkmap: Path) -> None:
    done = read(werkmap, as_csv([_HEAD, _ROW]), proef=True)
    assert (done.goed, done.nummers) == (1, ())
    assert [path.name for path in werkmap.iterdir()] == ["toezicht.yaml"]


def test_a_list_of_older_excel_keeps_its_letters(werkmap: Path) -> None:
    text = as_csv([_HEAD, (*_ROW[:5], "Cliënt zei: één € te veel.")])
    read(werkmap, text.encode("cp1252"))
    assert entry(werkmap, "S-2026-001").omschrijving == "Cliënt zei: één € te veel."


def as_xlsx(rows: Sequence[tuple[object, ...]]) -> bytes:
    boek = openpyxl.Workbook()
    sheet = boek.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    stream = io.BytesIO()
    boek.save(stream)
    return stream.getvalue()


def test_a_workbook_with_true_dates_is_read(werkmap: Path) -> None:
    assert read(werkmap, as_xlsx([_HEAD, (date(2026, 3, 3), *_ROW[1:])])).nummers == ("S-2026-001",)
    assert entry(werkmap, "S-2026-001").datum.tekst == "2026-03-03"


@pytest.mark.parametrize("getal", [2026, 0, -40000, 46084, 1e300])
def test_a_number_that_is_shown_as_a_number_is_no_day(werkmap: Path, getal: float) -> None:
    done = read(werkmap, as_xlsx([_HEAD, (getal, *_ROW[1:]), _ROW]))
    assert done.afgekeurd == (
        (
            2,
            "kolom datum: in cel A2 staat een getal, en dat is geen dag",
            "geef de cel in het rekenblad de opmaak datum, of typ de dag als 3-3-2026",
        ),
    )
    assert done.nummers == ("S-2026-001",)


@pytest.mark.parametrize("fout", ["#N/A", "#REF!"])
def test_a_fault_of_a_spreadsheet_is_no_text(werkmap: Path, fout: str) -> None:
    done = read(werkmap, as_xlsx([_HEAD, (*_ROW[:5], fout), _ROW]))
    assert [item.reden for item in done.afgekeurd] == [
        f"kolom omschrijving: in cel F2 staat een fout van het rekenblad, {fout}"
    ]
    assert done.nummers == ("S-2026-001",)


def test_a_damaged_workbook_says_what_it_should_be(werkmap: Path) -> None:
    with pytest.raises(ToezichtError) as caught:
        read(werkmap, b"PK\x03\x04 geen werkblad")
    assert caught.value.help == "open het in Excel of LibreOffice en sla het opnieuw op als .xlsx of .csv"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04 geen werkblad",
        b"datum;bron;onbekend\n",
        b"datum;bron;datum\n",
        b'datum;bron\n"3-3-2026;inwoner\n',
        b"\x81\x8d\x8f\n",
    ],
)
def test_what_is_no_list_is_refused_whole(content: bytes, werkmap: Path) -> None:
    with pytest.raises(ToezichtError):
        read(werkmap, content)
    assert [path.name for path in werkmap.iterdir()] == ["toezicht.yaml"]


@pytest.mark.parametrize(
    "text",
    [
        "0.3 fte minder <dan> afgesproken [A] en 2*3*4",
        "# Kop [x](http://a.nl) [@I01] {cijfer:x} <b> \\ & &amp;",
        "Eerste regel.\n\n- tweede:  regel # geen commentaar\n\tderde",
    ],
)
def test_a_text_stays_as_it_was_written_also_when_it_is_typed(werkmap: Path, text: str) -> None:
    content = as_csv([_HEAD, (*_ROW[:5], text)])
    read(werkmap, content)
    made = entry(werkmap, "S-2026-001")
    assert made.omschrijving == text
    assert read(werkmap, content).dubbel == (2,)
    velden: dict[str, YamlValue] = {"datum": "2026-03-03", "bron": "inwoner", "wet": "wmo-2015", "aard": "x"}
    nummer = create_entry(werkmap, SIGNAAL, velden | {"domein": ["kwaliteit"], "omschrijving": text})
    assert entry(werkmap, nummer).omschrijving == text


def test_a_character_that_nobody_sees_becomes_visible(werkmap: Path) -> None:
    read(werkmap, as_csv([_HEAD, (*_ROW[:5], "a\u202eb\u200bc")]))
    assert entry(werkmap, "S-2026-001").omschrijving == "a[U+202E]b[U+200B]c"


_ALPHABET = string.ascii_letters + string.digits + " .,:;'\"#-&*!|>%@`?{}[]\\<=+~éë€\t\n"


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(_ALPHABET, min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=4))
def test_whatever_is_in_a_cell_every_row_is_written_once_or_named(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as place:
        werkmap = make_werkmap(Path(place))
        content = as_csv([_HEAD, *((*_ROW[:5], text) for text in texts)])
        first = read(werkmap, content)
        assert len(first.nummers) + len(first.dubbel) + len(first.afgekeurd) == first.rijen == len(texts)
        assert [entry(werkmap, nummer).id for nummer in first.nummers] == list(first.nummers)
        second = read(werkmap, content)
        assert second.nummers == ()
        assert second.afgekeurd == first.afgekeurd


def read_aanbieders(werkmap: Path, *rows: str, proef: bool = False) -> Inlezing:
    bestand = werkmap.parent / "lijst.csv"
    bestand.write_text("\n".join(("id;naam", *rows)))
    return read_rows(werkmap, AANBIEDER, bestand, proef=proef, tell=lambda _done, _all: None)


def test_a_trial_says_of_aanbieders_what_is_done(werkmap: Path) -> None:
    rows = ("nw;A", "nw;B", "nx;A")
    trial = read_aanbieders(werkmap, *rows, proef=True)
    done = read_aanbieders(werkmap, *rows)
    assert done.nummers == ("nw", "nx")
    assert [item.rij for item in done.afgekeurd] == [3]
    assert trial == done._replace(nummers=(), proef=True)


def test_an_aanbieder_that_says_the_same_was_there_already_and_another_is_refused(werkmap: Path) -> None:
    read_aanbieders(werkmap, "nw;A", "nx;B")
    path = werkmap / "aanbieders/nw.yaml"
    path.write_text(f"{path.read_text()}rechtsvorm: stichting\n")
    for proef in (True, False):
        again = read_aanbieders(werkmap, "nw;A", "nx;C", proef=proef)
        assert (again.goed, again.dubbel, [item.rij for item in again.afgekeurd]) == (0, (2,), [3])
        assert str(again.afgekeurd[0].hulp).startswith("pas aanbieders/nx.yaml zelf aan")


def test_a_trial_knows_the_numbers_that_rows_would_get(werkmap: Path) -> None:
    head = (*_HEAD, "naar_aanleiding_van")
    rows = [head, (*_ROW, ""), ("4-3-2026", *_ROW[1:], "S-2026-001"), ("5-3-2026", *_ROW[1:], "S-2026-009")]
    trial = read(werkmap, as_csv(rows), proef=True)
    done = read(werkmap, as_csv(rows))
    assert trial == done._replace(nummers=(), proef=True)
    assert [item.rij for item in done.afgekeurd] == [4]


@pytest.mark.parametrize("content", [b'omschrijving: "open\n', b"omschrijving: caf\xe9\n"])
def test_an_entry_that_cannot_be_read_is_in_nobodys_way(werkmap: Path, content: bytes) -> None:
    (werkmap / "signalen/2026").mkdir(parents=True)
    (werkmap / "signalen/2026/S-2026-001.yaml").write_bytes(content)
    (werkmap / "signalen/2026/S-2026-002.yaml").symlink_to("S-2026-001.yaml")
    assert read(werkmap, as_csv([_HEAD, _ROW])).nummers == ("S-2026-003",)


@pytest.mark.parametrize("datum", ["1899-12-31", "31-12-9999", "0001-01-01"])
def test_a_year_that_cannot_be_is_a_row_of_the_report_and_refused_when_it_is_typed(
    werkmap: Path, datum: str
) -> None:
    for proef in (True, False):
        done = read(werkmap, as_csv([_HEAD, (datum, *_ROW[1:]), _ROW]), proef=proef)
        assert (done.goed, [item.rij for item in done.afgekeurd]) == (1, [2])
        assert done.afgekeurd[0].reden.startswith("kolom datum: het jaar ")
    velden: dict[str, YamlValue] = {"datum": "9999-12-31", "bron": "inwoner", "wet": "wmo-2015", "aard": "x"}
    with pytest.raises(ToezichtError):
        create_entry(werkmap, SIGNAAL, velden | {"domein": ["kwaliteit"], "omschrijving": "Kou."})


def test_a_workbook_with_a_day_in_a_year_that_cannot_be_is_told(werkmap: Path) -> None:
    done = read(werkmap, as_xlsx([_HEAD, (date(9999, 12, 31), *_ROW[1:])]))
    assert [item.reden for item in done.afgekeurd] == ["kolom datum: het jaar 9999 kan niet kloppen"]


def test_a_cell_far_away_is_one_cell_without_a_head(werkmap: Path) -> None:
    """The sixteen thousand between it and the list are not made for each of many rows."""
    boek = openpyxl.load_workbook(io.BytesIO(as_xlsx([_HEAD, _ROW, _ROW])))
    blad = boek.active
    assert isinstance(blad, Worksheet)
    blad["XFD2"] = "los"
    stream = io.BytesIO()
    boek.save(stream)
    (werkmap.parent / "breed.xlsx").write_bytes(stream.getvalue())
    rijen = read_table(werkmap.parent / "breed.xlsx").rijen
    assert [len(cellen) for _, cellen in rijen] == [6, 7, 6]
    done = read(werkmap, stream.getvalue())
    assert [(item.rij, item.reden) for item in done.afgekeurd] == [
        (2, "er staat iets in een kolom zonder naam")
    ]


def test_a_cell_that_is_too_long_is_called_so(werkmap: Path) -> None:
    with pytest.raises(ToezichtError, match="regel 2 is niet te lezen: een cel is te lang"):
        read(werkmap, as_csv([_HEAD, (*_ROW[:5], "x" * 140_000)]))
