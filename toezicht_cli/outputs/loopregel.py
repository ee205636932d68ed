"""Loopregel: words in several colours as lines of a known width.

``textwrap`` counts the codes of a colour as characters; here a word gets its colour after it got its line.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.terminal import paint


class Deel(NamedTuple):
    """Some words in one style of ``paint`` ("" is none); masked and on one line.

    ``breekbaar``: a line may begin with it though no space stands before it.
    """

    tekst: str
    stijl: str = ""
    breekbaar: bool = False


class _Woord(NamedTuple):
    """What stays together on a line."""

    delen: tuple[Deel, ...]
    ruimte: bool

    @property
    def breedte(self) -> int:
        return sum(len(deel.tekst) for deel in self.delen)


def flow(delen: Sequence[Deel], view: View, first: str = "", rest: str = "") -> list[str]:
    """Return lines that fit the view: ``first`` before the first line, ``rest`` before the others.

    A word that is wider than the view keeps a line of its own and is not broken.
    """
    lines: list[str] = []
    line, used = first, len(first)
    is_begun = False
    for woord in _words(delen):
        gap = 1 if is_begun and woord.ruimte else 0
        if is_begun and used + gap + woord.breedte > view.width:
            lines.append(line)
            line, used, gap = rest, len(rest), 0
        line += " " * gap + "".join(
            paint(deel.tekst, deel.stijl, view) if deel.stijl else deel.tekst for deel in woord.delen
        )
        used += gap + woord.breedte
        is_begun = True
    return [*lines, line] if is_begun else lines


def _words(delen: Sequence[Deel]) -> Iterator[_Woord]:
    parts: list[Deel] = []
    ruimte = False
    for deel in delen:
        if deel.breekbaar and parts:
            yield _Woord(tuple(parts), ruimte)
            parts, ruimte = [], False
        for index, word in enumerate(deel.tekst.split(" ")):
            if index:
                if parts:
                    yield _Woord(tuple(parts), ruimte)
                parts, ruimte = [], True
            if word:
                parts.append(Deel(word, deel.stijl))
    if parts:
        yield _Woord(tuple(parts), ruimte)
