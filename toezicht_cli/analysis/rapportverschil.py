"""Rapportverschil: where a report says something else than the report that follows from the data now."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from toezicht_cli.models.rapporttekst import Rapportregel

# What a fingerprint says is not what a report says: RAP001 is about it.
_KENMERK = "toezicht-gegevens:"


_BEFORE = 4


class Verschil(NamedTuple):
    """A difference: the first line of the report that it is about, what stands there, and what should.

    ``staat`` or ``hoort`` is empty when something is missing or too much.
    """

    regel: Rapportregel | None
    staat: str
    hoort: str


def find_verschillen(regels: Sequence[Rapportregel], verwacht: Sequence[Rapportregel]) -> Iterator[Verschil]:
    """Yield the differences between the text of a report and the text that it should have, in order.

    White space and where a line breaks do not count.
    """
    staat = [regel for regel in regels if _KENMERK not in regel.tekst]
    hoort = [regel for regel in verwacht if _KENMERK not in regel.tekst]
    matcher = SequenceMatcher(
        None, [_words(item) for item in staat], [_words(item) for item in hoort], autojunk=False
    )
    for tag, begin, end, other_begin, other_end in matcher.get_opcodes():
        if tag == "equal":
            continue
        pairs = max(end - begin, other_end - other_begin)
        for index in range(pairs):
            ours = staat[begin + index] if begin + index < end else None
            theirs = hoort[other_begin + index] if other_begin + index < other_end else None
            near = ours or (staat[min(begin + index, len(staat) - 1)] if staat else None)
            yield Verschil(near, _words(ours), _words(theirs))


def show_around(staat: str, hoort: str) -> tuple[str, str]:
    """Return both texts from a few words before the first word that differs, with … for what is left out."""
    ours, theirs = staat.split(), hoort.split()
    same = 0
    while same < min(len(ours), len(theirs)) and ours[same] == theirs[same]:
        same += 1
    start = max(0, same - _BEFORE)
    lead = "… " if start else ""
    return lead + " ".join(ours[start:]), lead + " ".join(theirs[start:])


def _words(regel: Rapportregel | None) -> str:
    return " ".join(regel.tekst.split()) if regel else ""
