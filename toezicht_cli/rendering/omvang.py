"""Omvang: how many lines something takes on a page, about; what is short is not split over pages."""

from math import ceil

from toezicht_cli.rendering.boom import Box, Chart, CodeBlock, Paragraph, Table, plain_text, walk

_SIGNS = 80  # letters on a line of text
_SIGNS_OF_SHARE = 0.88  # letters in a hundredth of the width of a table
_CHART_LINES = 3  # for every bar, its edges counted
# About a fourth and half of the lines of a page.
_SHORT = 14
_TALL = 24


def tall_rows(table: Table) -> list[bool]:
    """Return for every row whether it is so tall that it may break over pages."""
    return [lines > _TALL for lines in _row_lines(table)]


def is_short(node: Table | Box) -> bool:
    """Return whether a table or a box is so short that it stays whole."""
    if isinstance(node, Table):
        return sum(_row_lines(node)) <= _SHORT
    return sum(map(_lines, walk(node))) <= _SHORT


def _row_lines(table: Table) -> list[int]:
    return [
        max(
            sum(ceil(len(plain_text(block)) / (width * _SIGNS_OF_SHARE)) for block in cell.blocks)
            for cell, width in zip(row, table.widths, strict=True)
        )
        for row in table.rows
    ]


def _lines(node: object) -> int:
    if isinstance(node, Paragraph):
        return max(1, ceil(len(plain_text(node)) / _SIGNS))
    if isinstance(node, CodeBlock):
        return node.text.count("\n") + 1
    if isinstance(node, Chart):
        return _CHART_LINES * (len(node.bars) + 1)
    return sum(_row_lines(node)) if isinstance(node, Table) else 0
