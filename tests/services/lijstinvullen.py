"""Fill in a list as somebody in Excel does, by the names of its rows and columns."""

import io
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from toezicht_cli.analysis.lijsten import MERK


def fill(path: Path, answers: dict[tuple[str, str], object]) -> None:
    """Write ``answers`` by (row, column) in the list at ``path``, and save it as openpyxl does."""
    workbook = load_workbook(io.BytesIO(path.read_bytes()))
    sheet = next(item for item in workbook if find_keys(item))
    columns = find_keys(sheet)
    rows = {sheet.cell(row, columns[MERK]).value: row for row in range(1, sheet.max_row + 1)}
    for (row, column), answer in answers.items():
        sheet.cell(rows[row], columns[column]).value = answer
    workbook.save(path)


def find_keys(sheet: Worksheet) -> dict[str, int]:
    """Return the column of each key; empty for a sheet without keys."""
    for row in sheet.iter_rows():
        if any(cell.value == MERK for cell in row):
            return {str(cell.value): int(cell.column) for cell in row if cell.value}
    return {}
