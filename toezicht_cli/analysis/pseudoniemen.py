"""Pseudoniemen: ``Cliënt A`` in the bronnenlijst, and the ones that a text names besides."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from toezicht_cli.models.bron import Bron

# "Ketenpartner A (behandelaar)": a word with a letter or a small number behind it, at the end.
_AANDUIDING = re.compile(r"(?:^|[\s-])([^\W\d_]{4,30}) ([A-Z]|[1-9][0-9]?)\s{0,2}(?:$|[(,:])")
_IN_TEKST = re.compile(r"(?<![\w-])([^\W\d_]{4,30})[ \u00a0\n]([A-Z]|[1-9][0-9]?)(?![\w'’]|[-.,:/%][\w%])")
_MEASURES = re.compile(
    r"[ \u00a0\n](?:uur|uren|dag|dagen|we[e]?k|weken|maand|maanden|jaar|keer|maal|procent)\b"
)
# "Per cliënt 4 gesprekken" counts and names nobody.
_EACH = re.compile(r"\b(?:per|elke?|iedere?)\s\Z", re.IGNORECASE)
# What carries a letter and is nobody.
_NOBODY = frozenset(
    {"team", "locatie", "groep", "afdeling", "woning", "vestiging", "kantoor", "wijk", "huis"}
)


class Pseudoniem(NamedTuple):
    """A word and its letter or number, such as ``client`` and ``A``."""

    woord: str
    letter: str


Reeksen = Mapping[str, frozenset[str]]


def find_reeksen(bronnen: Sequence[Bron]) -> dict[str, frozenset[str]]:
    """Return the series of the list, such as ``client: {A, B, C, D}``.

    Only what begins with A or 1 is a series: a lone ``Begeleider Z`` may be anything.
    """
    letters: defaultdict[str, set[str]] = defaultdict(set)
    for bron in bronnen:
        for match in _AANDUIDING.finditer(bron.aanduiding or ""):
            letters[_simplify(match[1])].add(match[2])
    return {
        woord: frozenset(found)
        for woord, found in letters.items()
        if woord not in _NOBODY and found & {"A", "1"}
    }


def find_onbekende(tekst: str, reeksen: Reeksen) -> Iterator[tuple[Pseudoniem, str]]:
    """Yield each pseudonym in ``tekst`` that its series lacks, with the words of the text."""
    for match in _IN_TEKST.finditer(tekst):
        pseudoniem = Pseudoniem(_simplify(match[1]), match[2])
        reeks = reeksen.get(pseudoniem.woord)
        if not reeks or pseudoniem.letter in reeks or not _is_of_series(pseudoniem.letter, reeks):
            continue
        if not _MEASURES.match(tekst, match.end()) and not _EACH.search(tekst, 0, match.start()):
            yield pseudoniem, f"{match[1]} {match[2]}"


def _is_of_series(letter: str, reeks: frozenset[str]) -> bool:
    """Whether the series goes by letters where this is a letter, by numbers where it is a number."""
    return letter.isdigit() == next(iter(reeks)).isdigit()


def _simplify(woord: str) -> str:
    letters = unicodedata.normalize("NFKD", woord.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
