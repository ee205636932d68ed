"""Kolombreedte: columns as wide as the tree says, but no narrower than their longest word where that fits."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from toezicht_cli.rendering.boom import Badge, Cell, Table, plain_text, walk

# In twentieths of a point: a bold letter of ten points, and what a cell keeps free on both sides.
_LETTER = 126
_PADDING = 220
_MOST = 0.35
_LEAST = 100


def column_widths(table: Table, room: int) -> tuple[int, ...]:
    """Return the width of every column; together exactly ``room``, in twentieths of a point.

    The tree knows nothing of letters and edges, so a share can be too small for a word. Such a column gets
    what it needs from the others. When all words together do not fit, the longest words of the head are
    broken first. A table in a table in a table can have no room left: it still gets a little.
    """
    room = max(room, _LEAST * len(table.widths))
    shares = table.widths if sum(table.widths) else (1,) * len(table.widths)
    wanted = [room * share / sum(shares) for share in shares]
    least = _least(table, room)
    if sum(least) >= room:
        found = [room * size / sum(least) for size in least]
    else:
        found = _shifted(wanted, least)
    edges = [round(edge) for edge in accumulate(found, initial=0.0)]
    return tuple(right - left for left, right in pairwise(edges))


def _least(table: Table, room: int) -> list[float]:
    """Return what columns need: their words in the rows, and of the head as much as there is room for."""
    columns = range(len(table.widths))
    rows = [_needed((row[column] for row in table.rows), room) for column in columns]
    heads = [_needed((table.head[column],), room) for column in columns]
    for most in sorted(set(heads), reverse=True):
        least = [max(row, min(head, most)) for row, head in zip(rows, heads, strict=True)]
        if sum(least) < room:
            return least
    return [max(row, min(heads)) for row in rows]


def _needed(cells: Iterator[Cell] | tuple[Cell, ...], room: int) -> float:
    letters = max((len(word) for cell in cells for word in _words(cell)), default=0)
    return min(letters * _LETTER + _PADDING, room * _MOST)


def _shifted(wanted: list[float], least: list[float]) -> list[float]:
    """Return ``wanted`` with nothing below ``least``, taken in proportion from what others have to spare."""
    short = sum(max(0.0, low - size) for size, low in zip(wanted, least, strict=True))
    spare = sum(max(0.0, size - low) for size, low in zip(wanted, least, strict=True))
    if not short:
        return wanted
    part = short / spare
    return [
        low if size < low else size - (size - low) * part for size, low in zip(wanted, least, strict=True)
    ]


def _words(cell: Cell) -> Iterator[str]:
    yield from plain_text(cell).split()
    for node in walk(cell):
        if isinstance(node, Badge):
            # A space that does not break stands behind the words.
            yield from (f"{word} " for word in node.text.split())
