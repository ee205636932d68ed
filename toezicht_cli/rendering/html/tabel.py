"""Tabel: a table that keeps its heads, and scrolls by itself on a narrow screen."""

from collections.abc import Callable, Iterable

from toezicht_cli.rendering.boom import Align, Block, Cell, Paragraph, Table, plain_text
from toezicht_cli.rendering.html.elementen import Children, Element, element
from toezicht_cli.rendering.html.regel import label, sentence
from toezicht_cli.rendering.html.stijlblad import width_class

Blocks = Callable[[Iterable[Block]], Children]
_ALIGN: dict[Align, str | None] = {"left": None, "right": "rechts", "center": "midden"}
# From this many columns on a phone shows a part of the table and lets it be moved.
_WIDE = 4
# From this many on the heads of the numbers stand upright.
_FULL = 8


def table(node: Table, blocks: Blocks) -> Element:
    """Return a table in a region that has a name and can have the focus, so that a keyboard can move it.

    ``blocks`` writes what stands in a cell of more than one paragraph.
    """
    caption = label(node.caption)
    parts = (
        *((element("caption", None, *sentence(node.caption)),) if caption else ()),
        element("colgroup", None, *(element("col", {"class": width_class(it)}) for it in node.widths)),
        element("thead", None, _row(node, node.head, blocks, ("col",) * len(node.head))),
        element("tbody", None, *(_row(node, row, blocks, _scopes(node, row)) for row in node.rows)),
    )
    size = "breed vol" if len(node.head) >= _FULL else "breed" if len(node.head) >= _WIDE else None
    attributes = {"class": "tabel", "role": "group", "aria-label": caption or "Tabel", "tabindex": "0"}
    return element("div", attributes, element("table", {"class": size}, *parts))


def _scopes(node: Table, row: tuple[Cell, ...]) -> tuple[str | None, ...]:
    return ("row" if node.row_heads else None, *(None for _ in row[1:]))


def _row(node: Table, row: tuple[Cell, ...], blocks: Blocks, scopes: tuple[str | None, ...]) -> Element:
    cells = zip(row, scopes, node.align, strict=True)
    return element("tr", None, *(_cell(cell, scope, align, blocks) for cell, scope, align in cells))


def _cell(cell: Cell, scope: str | None, align: Align, blocks: Blocks) -> Element:
    """A head without words would be a head of nothing: it becomes an ordinary cell."""
    head = scope if plain_text(cell).strip() else None
    attributes = {"scope": head, "class": _ALIGN[align], "id": cell.anchor}
    return element("th" if head else "td", attributes, *_content(cell, blocks))


def _content(cell: Cell, blocks: Blocks) -> Children:
    match cell.blocks:
        case (Paragraph(children, None),):
            return sentence(children)
        case _:
            return blocks(cell.blocks)
