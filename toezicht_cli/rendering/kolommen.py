"""Kolommen: how wide the columns of a table are, so that every format shows it alike.

A column of short words gets the room of its longest word; the others share what is left after the
square root of the length of their texts, so that a long text is tall rather than wide.
"""

from collections.abc import Sequence
from math import sqrt

from toezicht_cli.rendering.boom import Cell, Table, plain_text

_PAGE = 88.0  # letters of body text on a line of a table, about
_PADDING = 2.5
_SHORT = 16


def with_widths(table: Table) -> Table:
    """Return ``table`` with the shares of its columns, whole numbers that add up to 100."""
    columns = range(len(table.head))
    texts = [[_texts(row[column]) for row in (table.head, *table.rows)] for column in columns]
    least = [_longest_word(column) + _PADDING for column in texts]
    wanted = [max(least[index], _wanted(column)) for index, column in enumerate(texts)]
    fixed = [max((len(line) for line in column), default=0) <= _SHORT for column in texts]
    taken = sum(wanted[index] for index in columns if fixed[index])
    flexible = sum(wanted[index] for index in columns if not fixed[index])
    room = max(_PAGE - taken, sum(least[index] for index in columns if not fixed[index]))
    sizes = [
        wanted[index] if fixed[index] or not flexible else max(least[index], wanted[index] / flexible * room)
        for index in columns
    ]
    return table._replace(widths=_shares(sizes))


def _texts(cell: Cell) -> str:
    return " ".join(plain_text(block) for block in cell.blocks)


def _longest_word(column: Sequence[str]) -> float:
    longest = max((len(word) for text in column for word in text.replace("-", "- ").split()), default=1)
    return float(min(longest, 24))


def _wanted(column: Sequence[str]) -> float:
    """Return the width that a column asks: all of a short text, the root of a long one."""
    longest = max((len(text) for text in column), default=1)
    if longest <= _SHORT:
        return longest + _PADDING
    mean = sum(len(text) for text in column) / len(column)
    return _SHORT + _PADDING + sqrt(mean) * 3


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
