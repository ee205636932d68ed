"""Werkboek: a list as an XLSX file with the same bytes every time.

Every cell is text: a value that begins with ``=`` stays what it is, and ``1.10`` does not become 1.1.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from toezicht_cli.analysis.lijsten import SLEUTELBLAD, Kop, Lijst
from toezicht_cli.rendering.vast_zip import write_fixed_zip

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_KENMERK = "docProps/core.xml"
_MOMENT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_VAST = b"1980-01-01T00:00:00Z"
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PER_BLADZIJDE = 200  # so many letters beside each other still print well
_REGEL = 15.0
_MAX_NAAM = 31  # of a sheet, in Excel
_GRIJS, _GEEL = "FFF2F2F2", "FFFFF3CD"


def write_lijst(lijst: Lijst) -> bytes:
    """Return the list as the bytes of an XLSX file."""
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None  # noqa: S101 - a new workbook has one sheet
    sheet.title = _sheet_name(lijst.blad)
    top = _write_uitleg(sheet, lijst)
    _write_head(sheet, lijst.kolommen, top)
    _write_rows(sheet, lijst, top + 3)
    _lay_out(sheet, lijst.kolommen, top)
    _write_kenmerk(workbook, lijst)
    return _fixed(workbook)


def _write_uitleg(sheet: "Worksheet", lijst: Lijst) -> int:
    """Write title and explanation; return the row of the hidden keys."""
    from openpyxl.styles import Font, PatternFill

    _put(sheet, 1, 1, lijst.titel).font = Font(bold=True, size=14)
    for row, tekst in enumerate(lijst.uitleg, 2):
        cell = _put(sheet, row, 1, tekst)
        if row == 2:  # the warning
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor=_GEEL)
    return len(lijst.uitleg) + 2


def _write_head(sheet: "Worksheet", kolommen: Sequence[Kop], top: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    for column, kop in enumerate(kolommen, 1):
        _put(sheet, top, column, kop.sleutel)
        for row, tekst in ((top + 1, kop.boven), (top + 2, kop.tekst)):
            cell = _put(sheet, row, column, tekst)
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor=_GRIJS)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=Side("thin"))
    sheet.row_dimensions[top].hidden = True
    for row, texts in (
        (top + 1, [kop.boven for kop in kolommen]),
        (top + 2, [kop.tekst for kop in kolommen]),
    ):
        sheet.row_dimensions[row].height = _height(texts, kolommen)


def _write_rows(sheet: "Worksheet", lijst: Lijst, first: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    last = first + len(lijst.rijen) - 1
    for row, values in enumerate(lijst.rijen, first):
        sheet.row_dimensions[row].height = _height(values, lijst.kolommen)
        for column in range(1, len(lijst.kolommen) + 1):
            value = values[column - 1] if column <= len(values) else ""
            cell = _put(sheet, row, column, value) if value else sheet.cell(row, column)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(bottom=Side("hair"), right=Side("hair"))
            cell.number_format = "@"  # what somebody types stays text: 1.10, 3-4
            cell.font = Font(bold=column == 1)
    for column, kop in enumerate(lijst.kolommen, 1):
        if kop.keuzes and lijst.rijen:
            letter = get_column_letter(column)
            keuze = DataValidation("list", formula1=f'"{",".join(kop.keuzes)}"', allow_blank=True)
            keuze.error = f"Kies uit: {', '.join(kop.keuzes)}."
            keuze.errorTitle = "Dit antwoord kan niet"
            keuze.showErrorMessage = True
            keuze.add(f"{letter}{first}:{letter}{last}")
            sheet.add_data_validation(keuze)


def _height(texts: Sequence[str], kolommen: Sequence[Kop]) -> float:
    """Return how high a row must be for its longest cell; a column of text wraps at its width."""
    # Words do not fill a line: count on a fifth less.
    lines = (-(-len(text) * 5 // (kop.breedte * 4)) for text, kop in zip(texts, kolommen, strict=False))
    return _REGEL * max(1, *lines, 1) + 3


def _lay_out(sheet: "Worksheet", kolommen: Sequence[Kop], top: int) -> None:
    """Set what helps the eye: widths, a head that stays, and how it comes on paper."""
    from openpyxl.utils import get_column_letter

    for column, kop in enumerate(kolommen, 1):
        sheet.column_dimensions[get_column_letter(column)].width = kop.breedte
    sheet.freeze_panes = sheet.cell(top + 3, 2)
    sheet.print_title_rows = f"{top + 1}:{top + 2}"
    sheet.print_title_cols = "A:A"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = max(1, -(-sum(kop.breedte for kop in kolommen) // _PER_BLADZIJDE))
    sheet.page_setup.fitToHeight = 0
    assert sheet.sheet_properties.pageSetUpPr is not None  # noqa: S101 - openpyxl always makes it
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "&A · bladzijde &P van &N"


def _write_kenmerk(workbook: "Workbook", lijst: Lijst) -> None:
    sheet = workbook.create_sheet(SLEUTELBLAD)
    sheet.sheet_state = "hidden"
    _put(sheet, 1, 1, "Aan dit blad ziet toezicht bij welk onderzoek de lijst hoort. Verander er niets in.")
    for row, (naam, waarde) in enumerate(lijst.kenmerk, 2):
        _put(sheet, row, 1, naam)
        _put(sheet, row, 2, waarde)


def _put(sheet: "Worksheet", row: int, column: int, tekst: str) -> "Cell":
    """Write a text that no program takes for a number, a date or a formula."""
    cell = cast("Cell", sheet.cell(row, column))
    cell.value = _UNFIT.sub("�", tekst)
    cell.data_type = "s"
    return cell


def _sheet_name(tekst: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", "-", tekst)[:_MAX_NAAM]


def _fixed(workbook: "Workbook") -> bytes:
    """Return the workbook without anything of this moment."""
    target = io.BytesIO()
    workbook.properties.creator = SLEUTELBLAD
    workbook.save(target)
    with zipfile.ZipFile(target) as archive:
        files = [(name, archive.read(name)) for name in archive.namelist()]
    return write_fixed_zip(
        (name, _MOMENT.sub(_VAST, content) if name == _KENMERK else content) for name, content in files
    )
