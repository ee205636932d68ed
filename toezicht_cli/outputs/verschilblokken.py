"""Verschilblokken: lines in blocks, of which only so many are kept that the whole stays below a size.

What matters most is taken first, wherever it stands; a block is cut between two lines and says so.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.woorden import plural

_NOTE_ROOM = 80


class Blok(NamedTuple):
    """Lines that belong together, with what stands before and after them however many are kept.

    ``is_hoofdzaak`` blocks are taken before all others.
    """

    open: tuple[str, ...]
    regels: tuple[str, ...] = ()
    sluit: tuple[str, ...] = ()
    is_hoofdzaak: bool = False


class Passend(NamedTuple):
    """The lines that fit, and how many did not."""

    regels: tuple[str, ...]
    weggelaten: int


def fit(blokken: Sequence[Blok], room: int) -> Passend:
    """Return the lines of the blocks in order, in at most ``room`` bytes of UTF-8."""
    kept = [-1] * len(blokken)
    for is_hoofdzaak in (True, False):
        for index, blok in enumerate(blokken):
            if blok.is_hoofdzaak is is_hoofdzaak:
                kept[index], used = _take(blok, room)
                room -= used
    omitted = sum(len(blok.regels) - max(number, 0) for blok, number in zip(blokken, kept, strict=True))
    lines = (line for blok, number in zip(blokken, kept, strict=True) for line in _lines(blok, number))
    return Passend(tuple(lines), omitted)


def _take(blok: Blok, room: int) -> tuple[int, int]:
    """Return how many lines of a block fit, -1 when it does not at all, and the room that they take."""
    used = _size(blok.open) + _size(blok.sluit) + (_NOTE_ROOM if blok.regels else 0)
    number = 0
    for line in blok.regels:
        if used + _size([line]) > room:
            break
        used += _size([line])
        number += 1
    fits = used <= room and (number > 0 or not blok.regels)
    return (number, used) if fits else (-1, 0)


def _lines(blok: Blok, number: int) -> Iterator[str]:
    if number < 0:
        return
    yield from blok.open
    yield from blok.regels[:number]
    left = len(blok.regels) - number
    if left:
        yield from ("", f"_… en nog {plural(left, 'regel', 'regels')}_")
    yield from blok.sluit


def _size(lines: Sequence[str]) -> int:
    return sum(len(line.encode("utf-8")) + 1 for line in lines)
