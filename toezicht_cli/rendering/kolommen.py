"""Kolommen: how wide the columns of a table are, so that every format shows it alike.

Every column gets the room of its longest word. What is left goes to the columns that would break their
texts over lines, in proportion to how long those are on average.
"""

from collections.abc import Sequence

from toezicht_cli.rendering.boom import Badge, Cell, Table, plain_text, walk

# A table of many columns is set smaller, so that more letters fit: by the number of columns.
_SMALLER = ((10, 122.0), (7, 105.0), (0, 88.0))
_PADDING = 3.2
_BADGE = 4.5  # the symbol and the edges of a badge
_LONGEST = 20
_LONGEST_HEAD = 8
_SHORTEST_HEAD = 4  # of a table with so many columns that their heads must break
_MEAN_AT_MOST = 120.0


def with_widths(table: Table) -> Table:
    """Return ``table`` with the shares of its columns, whole numbers that add up to 100."""
    columns = [[row[index] for row in (table.head, *table.rows)] for index in range(len(table.head))]
    page = next(letters for more_than, letters in _SMALLER if len(columns) > more_than)
    least = _least_of(columns, _LONGEST_HEAD)
    if sum(least) > page:
        least = _least_of(columns, _SHORTEST_HEAD)
    mean = [_wish(column, room) for column, room in zip(columns, least, strict=True)]
    rest = max(page - sum(least), 0.0)
    wished = sum(mean) or 1.0
    sizes = [room + rest * wish / wished for room, wish in zip(least, mean, strict=True)]
    return table._replace(widths=_shares(sizes))


def _least_of(columns: Sequence[Sequence[Cell]], head_at_most: int) -> list[float]:
    return [max([_least(head, head_at_most), *map(_least, cells)]) for head, *cells in columns]


def _least(cell: Cell, at_most: int = _LONGEST) -> float:
    """Return the room of the longest word of a cell; one longer than ``at_most`` is hyphenated."""
    badges = [node.text for node in walk(cell.blocks) if isinstance(node, Badge)]
    words = _text(cell).replace("-", "- ").split()
    longest = min(max((len(word) for word in words), default=1), at_most) + _PADDING
    badge = max((len(word) for text in badges for word in text.split()), default=0)
    return max(longest, badge + _BADGE + _PADDING) if badges else longest


def _wish(column: Sequence[Cell], room: float) -> float:
    """Return how much more room a column wants: nothing when all its texts fit."""
    lengths = [len(_text(cell)) for cell in column]
    if max(lengths) + _PADDING <= room:
        return 0.0
    return min(sum(lengths) / len(lengths), _MEAN_AT_MOST)


def _text(cell: Cell) -> str:
    return " ".join(plain_text(block) for block in cell.blocks)


def _shares(sizes: Sequence[float]) -> tuple[int, ...]:
    """Return whole shares of 100 after the method of the largest remainder; each is 1 or more."""
    total = sum(sizes)
    exact = [size / total * 100 for size in sizes]
    shares = [max(1, int(share)) for share in exact]
    order = sorted(range(len(sizes)), key=lambda index: (int(exact[index]) - exact[index], index))
    for index in order[: max(0, 100 - sum(shares))]:
        shares[index] += 1
    shares[shares.index(max(shares))] += 100 - sum(shares)
    return tuple(shares)
