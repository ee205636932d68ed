"""Tabel: the frame of a table: its columns, its head that comes back on every page, its cells."""

from toezicht_cli.rendering.boom import Table, plain_text
from toezicht_cli.rendering.kantoor.kolombreedte import column_widths
from toezicht_cli.rendering.odt.bouw import Bouw
from toezicht_cli.rendering.odt.knopen import Knoop, knoop, set_attribute
from toezicht_cli.rendering.odt.recept import palette

_TWENTIETHS_IN_CM = 1440 / 2.54


class Frame:
    """A table in the making; ``widths`` are those of its columns in centimetres."""

    def __init__(self, table: Knoop, widths: tuple[float, ...], name: str) -> None:
        self.table = table
        self.widths = widths
        self._name = name

    def add_head(self, cells: list[Knoop]) -> None:
        """Add the head, which comes back on every page."""
        self.table.addElement(knoop("table:table-header-rows", self._row(cells)))

    def add_row(self, cells: list[Knoop]) -> None:
        """Add a row, which stays on one page."""
        self.table.addElement(self._row(cells))

    def cell(self, content: list[Knoop], *, head: bool) -> Knoop:
        """Return a cell."""
        style = f"{self._name}.{'kop' if head else 'cel'}"
        return knoop("table:table-cell", *content, table__style_name=style, office__value_type="string")

    def _row(self, cells: list[Knoop]) -> Knoop:
        return knoop("table:table-row", *cells, table__style_name=f"{self._name}.rij")


def make_frame(bouw: Bouw, table: Table, room: float, indent: float) -> Frame:
    """Return the frame of a table that fills ``room`` from ``indent`` on, without rows yet."""
    name = f"Tabel{next(bouw.tables)}"
    sizes = column_widths(table, round((room - indent) * _TWENTIETHS_IN_CM))
    widths = tuple(size / _TWENTIETHS_IN_CM for size in sizes)
    made = knoop("table:table", table__name=name, table__style_name=name)
    title = plain_text(table.caption) or ", ".join(plain_text(cell) for cell in table.head)
    if title:
        made.addElement(knoop("table:title", title))
    columns = []
    for number, size in enumerate(widths):
        column = f"{name}.{number + 1}"
        bouw.automatic.append(_style(column, "table-column", style__column_width=f"{size:.3f}cm"))
        columns.append(knoop("table:table-column", table__style_name=column))
    bouw.automatic += _styles(bouw, name, sum(widths), indent)
    if table.row_heads and len(columns) > 1:
        made.addElement(knoop("table:table-header-columns", columns.pop(0)))
    for found in columns:
        made.addElement(found)
    return Frame(made, widths, name)


def _styles(bouw: Bouw, name: str, width: float, indent: float) -> list[Knoop]:
    colors = palette(bouw.stijl)
    whole = _style(
        name,
        "table",
        style__width=f"{width:.3f}cm",
        table__align="left",
        fo__margin_left=f"{indent:.2f}cm",
        style__may_break_between_rows="true",
    )
    wanted = bouw.page_break()
    if wanted is not None and "fo:break-before" in wanted:
        set_attribute(whole.firstChild, "fo:break-before", "page")
    elif wanted is not None:
        set_attribute(whole, "style:master-page-name", wanted["style:master-page-name"])
    edges = {
        **{f"fo__padding_{side}": "0.18cm" for side in ("left", "right")},
        **{f"fo__padding_{side}": "0.05cm" for side in ("top", "bottom")},
        **{f"fo__border_{side}": "none" for side in ("left", "right")},
    }
    strong, thin = f"1pt solid {colors.accent}", f"0.5pt solid {colors.line}"
    return [
        whole,
        _style(f"{name}.rij", "table-row", fo__keep_together="always"),
        _style(f"{name}.kop", "table-cell", fo__background_color=colors.accent, fo__border_top=strong,
               fo__border_bottom=strong, style__vertical_align="bottom", **edges),
        _style(f"{name}.cel", "table-cell", fo__border_top="none", fo__border_bottom=thin, **edges),
    ]  # fmt: skip


def _style(name: str, family: str, **properties: str) -> Knoop:
    return knoop(
        "style:style",
        knoop(f"style:{family}-properties", **properties),
        style__name=name,
        style__family=family,
    )
