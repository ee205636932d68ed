"""Alineaverschil: where two rows of paragraphs differ, in a time that no file can stretch.

``difflib`` takes minutes for a file that says one word twenty thousand times. So paragraphs that stand once
in both rows hold them together, and ``difflib`` only looks at the little that lies between.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_KLEIN = 200


class Blok(NamedTuple):
    """A stretch that differs: from and until in the old row, from and until in the new one."""

    begin: int
    einde: int
    begin_nu: int
    einde_nu: int


def find_verschillen(oud: Sequence[str], nieuw: Sequence[str]) -> Iterator[Blok]:
    """Yield the stretches in which ``nieuw`` is not ``oud``, in order."""
    last_old = last_new = 0
    for old, new in [*_find_vast(oud, nieuw), (len(oud), len(nieuw))]:
        yield from _compare(oud, nieuw, Blok(last_old, old, last_new, new))
        last_old, last_new = old + 1, new + 1


def _find_vast(oud: Sequence[str], nieuw: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest row of paragraphs that stand once in both and in the same order."""
    count_old, count_new = Counter(oud), Counter(nieuw)
    place = {words: index for index, words in enumerate(oud) if count_old[words] == 1}
    pairs = [
        (place[words], index) for index, words in enumerate(nieuw) if count_new[words] == 1 and words in place
    ]
    ends: list[int] = []
    rows: list[int] = []
    before: list[int | None] = []
    for number, (old, _) in enumerate(pairs):
        at = bisect_left(ends, old)
        before.append(rows[at - 1] if at else None)
        ends[at : at + 1] = [old]
        rows[at : at + 1] = [number]
    found: list[tuple[int, int]] = []
    current = rows[-1] if rows else None
    while current is not None:
        found.append(pairs[current])
        current = before[current]
    return found[::-1]


def _compare(oud: Sequence[str], nieuw: Sequence[str], blok: Blok) -> Iterator[Blok]:
    """Yield what differs within a stretch between two paragraphs that are the same."""
    begin, einde, begin_nu, einde_nu = blok
    while begin < einde and begin_nu < einde_nu and oud[begin] == nieuw[begin_nu]:
        begin, begin_nu = begin + 1, begin_nu + 1
    while begin < einde and begin_nu < einde_nu and oud[einde - 1] == nieuw[einde_nu - 1]:
        einde, einde_nu = einde - 1, einde_nu - 1
    if begin == einde and begin_nu == einde_nu:
        return
    if einde - begin > _KLEIN or einde_nu - begin_nu > _KLEIN:
        yield Blok(begin, einde, begin_nu, einde_nu)
        return
    matcher = SequenceMatcher(None, oud[begin:einde], nieuw[begin_nu:einde_nu], autojunk=False)
    for kind, first, last, first_new, last_new in matcher.get_opcodes():
        if kind != "equal":
            yield Blok(begin + first, begin + last, begin_nu + first_new, begin_nu + last_new)
