"""Kolommen: rows of words in columns that fit the screen; a cell that is too long goes on below.

Rich would do, but over ten thousand rows it takes longer than reading them does.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.terminal import one_line, paint

_GAP = "  "
# A word, or a part of one up to a hyphen; a date and a year stay with what is before them.
_PIECE = re.compile(r"[^\s-]*(?:-\d[^\s-]*)*-?\s*")


class Kolom(NamedTuple):
    """A column: its heading, the fewest characters that it needs, and whether it holds numbers."""

    kop: str
    minst: int = 6
    is_getal: bool = False


def render_kolommen(kolommen: Sequence[Kolom], rijen: Sequence[Sequence[str]], view: View) -> Iterator[str]:
    """Yield the head, a rule and the lines of every row."""
    clean = cache(one_line)  # the same names come back in many rows
    cells = [[clean(cell) for cell in rij] for rij in rijen]
    widths = _widths(kolommen, cells, view.width)
    koppen = _lines([kolom.kop for kolom in kolommen], kolommen, widths)
    yield from (paint(line, "bold", view) for line in koppen)
    yield "─" * min(view.width, sum(widths) + len(_GAP) * (len(widths) - 1))
    for rij in cells:
        yield from _lines(rij, kolommen, widths)


def _lines(rij: Sequence[str], kolommen: Sequence[Kolom], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrap(cell, width) for cell, width in zip(rij, widths, strict=True)]
    if all(len(lines) == 1 for lines in wrapped):
        yield _join([lines[0] for lines in wrapped], kolommen, widths)
        return
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield _join(parts, kolommen, widths)


@cache
def _wrap(cell: str, width: int) -> list[str]:
    """Return a cell as lines; a piece that is too long for one goes on at its last hyphen, else anywhere."""
    if len(cell) <= width:
        return [cell]
    lines = [""]
    for piece in filter(None, _PIECE.findall(cell)):
        if lines[-1] and len(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        rest = piece
        while len(rest.rstrip()) > width:
            end = rest.rfind("-", 0, width) + 1 or width
            lines[-1:] = [rest[:end], ""]
            rest = rest[end:]
        lines[-1] += rest
    return [line.rstrip() for line in lines]


def _join(parts: Sequence[str], kolommen: Sequence[Kolom], widths: Sequence[int]) -> str:
    cells = (
        f"{part:>{width}}" if kolom.is_getal else f"{part:<{width}}"
        for part, kolom, width in zip(parts, kolommen, widths, strict=True)
    )
    return _GAP.join(cells).rstrip()


def _widths(kolommen: Sequence[Kolom], cells: Sequence[Sequence[str]], total: int) -> list[int]:
    """Return the widths: what each needs, the widest made narrower until all fit."""
    widths = [
        max([len(kolom.kop) if kolom.is_getal else kolom.minst, *(len(rij[index]) for rij in cells)])
        for index, kolom in enumerate(kolommen)
    ]
    room = total - len(_GAP) * (len(kolommen) - 1)
    while sum(widths) > room:
        loose = [index for index, kolom in enumerate(kolommen) if widths[index] > kolom.minst]
        if not loose:
            break
        widths[max(loose, key=lambda index: widths[index])] -= 1
    return widths
