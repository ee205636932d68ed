"""Tabel: a plain table of text and counts for the screen.

Rich would do, but it costs three times the start of Python, and the tally must come at once:
docs/besluiten/0006. The first column holds words and is wrapped; the others hold numbers.
"""

import textwrap
from collections.abc import Iterable, Sequence

from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.terminal import one_line, paint

_GAP = 3
_MIN_WORDS = 10

Row = tuple[str, Sequence[int]]


class Telkolom:
    """A column of counts: its heading, and its colour as ``#rrggbb`` or a style of ``paint``."""

    def __init__(self, heading: str, style: str | None = None) -> None:
        self.heading = one_line(heading)
        self.style = style


def render_table(
    head: str, columns: Sequence[Telkolom], rows: Iterable[Row], total: Row | None, view: View
) -> list[str]:
    """Return the lines of a table: heads, a rule, the rows and, after an empty line, the total."""
    rows = list(rows)
    everything = [*rows, *([total] if total else [])]
    needed = sum(len(column.heading) + _GAP for column in columns)
    longest = max(len(one_line(name)) for name in (head, *(name for name, _ in everything)))
    words = max(min(longest, view.width - needed), _MIN_WORDS)
    heads = "".join(f"{'':{_GAP}}{_paint(column.heading, column.style, view)}" for column in columns)
    lines = [f"{one_line(head):{words}}{heads}", "─" * (words + needed)]
    for row in rows:
        lines += _row(row, columns, words, view)
    return [*lines, "", *_row(total, columns, words, view)] if total else lines


def _row(row: Row, columns: Sequence[Telkolom], words: int, view: View) -> list[str]:
    name, counts = row
    first, *rest = textwrap.wrap(one_line(name), words) or [""]
    cells = "".join(_cell(count, column, view) for count, column in zip(counts, columns, strict=True))
    return [f"{first:{words}}{cells}", *rest]


def _cell(count: int, column: Telkolom, view: View) -> str:
    padding = len(column.heading) + _GAP - len(str(count))
    return " " * padding + _paint(str(count), column.style if count else "dim", view)


def _paint(text: str, style: str | None, view: View) -> str:
    return paint(text, style, view) if style else text
