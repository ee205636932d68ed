"""Tabel: the frame of a table: its style, its columns, its head that comes back on every page."""

from typing import NamedTuple

from toezicht_cli.rendering.boom import Table, plain_text
from toezicht_cli.rendering.kantoor.kolombreedte import column_widths
from toezicht_cli.rendering.word.knopen import Knoop, knoop

_HEAD_LOOK, _FIRST_LOOK, _NO_BANDS = 0x0020, 0x0080, 0x0600


class Frame(NamedTuple):
    """A table without rows yet, and the widths of its columns in twentieths of a point."""

    table: Knoop
    widths: tuple[int, ...]

    def row(self, *, head: bool) -> Knoop:
        """Return an empty row that stays on one page; a head comes back on every page."""
        return knoop("tr", knoop("trPr", knoop("cantSplit"), *([knoop("tblHeader")] if head else [])))

    def cell(self, column: int, content: list[Knoop]) -> Knoop:
        """Return a cell of a column."""
        width = knoop("tcPr", knoop("tcW", w=self.widths[column], type="dxa"))
        return knoop("tc", width, *content)


def table_frame(table: Table, style: str, width: int, indent: int) -> Frame:
    """Return the frame of a table that is ``width`` wide, ``indent`` from the left."""
    widths = column_widths(table, width)
    look = _HEAD_LOOK | _NO_BANDS | (_FIRST_LOOK if table.row_heads else 0)
    first = int(table.row_heads)
    properties = knoop(
        "tblPr",
        knoop("tblStyle", val=style),
        knoop("tblW", w=sum(widths), type="dxa"),
        knoop("tblInd", w=indent, type="dxa"),
        knoop("tblLayout", type="fixed"),
        knoop(
            "tblLook", val=f"{look:04X}", firstRow=1, lastRow=0, firstColumn=first, lastColumn=0, noHBand=1,
            noVBand=1,
        ),
    )  # fmt: skip
    title = plain_text(table.caption) or ", ".join(plain_text(cell) for cell in table.head)
    if title:
        properties.append(knoop("tblCaption", val=title))
        columns = ", ".join(plain_text(cell) for cell in table.head)
        properties.append(knoop("tblDescription", val=f"Tabel met de kolommen {columns}"))
    grid = knoop("tblGrid", *(knoop("gridCol", w=column) for column in widths))
    return Frame(knoop("tbl", properties, grid), widths)
