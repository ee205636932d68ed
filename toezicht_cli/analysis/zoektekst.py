"""Zoektekst: all texts of a case as one text without markup and odd characters, each place traceable.

What a person reads decides: ``**06**-123`` and full-width digits are the same number to a reader. One
long text costs one search for each kind of datum, where thousands of short ones would cost thousands.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from toezicht_cli.diagnostics import Passage, Severity, Violation
from toezicht_cli.models.dossier import Dossier, Tekstplaats

# Between two texts; a file cannot hold it, and no pattern matches it.
SCHEIDING = "\x1e"
# Fields that are meant for a number, a hash or the address of an organisation.
_EIGEN_VELDEN = frozenset({"id", "kvk", "adres", "kader", "kader_hash", "norm", "bestand", "controle"})
_OPMAAK = re.compile(r"[*`\\~_]+")
_GEWOON = {"\n": " ", "\t": " ", "\xa0": " ", "–": "-", "—": "-", "’": "'", "‘": "'"}
_ZELDZAAM = re.compile(r"[^\x1e -~\u00a1-\u024f“”„…•€]")
_STREEPJES = "\u2010\u2011\u2012\u2015\u2212\ufe63\uff0d"


class Vondst(NamedTuple):
    """Where something stands in a zoektekst: the first character and the one after the last.

    ``zeker`` says that it cannot be anything else.
    """

    start: int
    end: int
    zeker: bool = False


class Zoektekst(NamedTuple):
    """The text to search, the same in small letters, and what leads back to the texts it was made of."""

    tekst: str
    klein: str
    plaatsen: tuple[Tekstplaats, ...]
    beginnen: tuple[int, ...]
    weg: tuple[int, ...]
    weggehaald: tuple[int, ...]

    def before(self, start: int, length: int) -> str:
        """Return at most ``length`` characters of the same text before ``start``."""
        return self.tekst[max(0, start - length) : start].rpartition(SCHEIDING)[2]

    def after(self, end: int, length: int) -> str:
        """Return at most ``length`` characters of the same text from ``end`` on."""
        return self.tekst[end : end + length].partition(SCHEIDING)[0]

    def find_plaats(self, start: int) -> Tekstplaats:
        """Return the text that the character at ``start`` belongs to."""
        return self.plaatsen[bisect_right(self.beginnen, self._original(start)) - 1]

    def report(
        self, vondst: Vondst, message: str, hulp: str, *, severity: Severity | None = None
    ) -> Violation:
        """Return a violation at the words of ``vondst``, with their offsets in the value itself."""
        start = self._original(vondst.start)
        index = bisect_right(self.beginnen, start) - 1
        begin = self.beginnen[index]
        passage = Passage(start - begin, self._original(vondst.end - 1) + 1 - begin)
        return Violation(message, self.plaatsen[index].place, hulp, severity, passage)

    def _original(self, offset: int) -> int:
        """Return where the character at ``offset`` stood before the markup was taken out."""
        return offset + self.weggehaald[bisect_right(self.weg, offset)]


@lru_cache(maxsize=1)
def read_zoektekst(dossier: Dossier) -> Zoektekst:
    """Return all texts of the case, but for the fields that are meant for numbers or an address.

    The last one is kept: all controles of a family ask for the same.
    """
    return make_zoektekst(item for item in dossier.teksten if item.place.route[-1] not in _EIGEN_VELDEN)


def make_zoektekst(teksten: Iterable[Tekstplaats]) -> Zoektekst:
    """Return ``teksten`` as one text to search."""
    plaatsen = tuple(teksten)
    beginnen = []
    offset = 0
    for item in plaatsen:
        beginnen.append(offset)
        offset += len(item.tekst) + 1
    samen = _simplify(SCHEIDING.join([item.tekst for item in plaatsen]))
    tekst, weg, weggehaald = _drop_opmaak(samen)
    return Zoektekst(tekst, _lower(tekst), plaatsen, tuple(beginnen), weg, weggehaald)


def _simplify(tekst: str) -> str:
    """Return ``tekst`` with each odd character as the plain one it stands for; the length stays."""
    for teken, gewoon in _GEWOON.items():
        tekst = tekst.replace(teken, gewoon)
    zeldzaam = set(_ZELDZAAM.findall(tekst))
    return tekst.translate({ord(teken): _simplify_teken(teken) for teken in zeldzaam}) if zeldzaam else tekst


def _simplify_teken(teken: str) -> str:
    if teken in _STREEPJES:
        return "-"
    if teken.isspace():
        return " "
    if teken.isdecimal():
        return str(unicodedata.decimal(teken))
    gewoon = unicodedata.normalize("NFKC", teken)
    return gewoon if len(gewoon) == 1 else teken


def _drop_opmaak(tekst: str) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """Return ``tekst`` without the signs of Markdown, where they stood, and how many went before.

    An underscore between letters is no markup: it stands in names of cijfers and in e-mail addresses.
    """
    delen, weg, weggehaald = [], [], [0]
    vanaf = 0
    for match in _OPMAAK.finditer(tekst):
        begin, eind = match.span()
        if match[0].strip("_") == "" and _is_within_word(tekst, begin, eind):
            continue
        delen.append(tekst[vanaf:begin])
        weg.append(begin - weggehaald[-1])
        weggehaald.append(weggehaald[-1] + eind - begin)
        vanaf = eind
    delen.append(tekst[vanaf:])
    return "".join(delen), tuple(weg), tuple(weggehaald)


def _lower(tekst: str) -> str:
    """Return ``tekst`` in small letters and as long as it was: İ has two in small letters."""
    klein = tekst.lower()
    if len(klein) == len(tekst):
        return klein
    return "".join(teken.lower() if len(teken.lower()) == 1 else teken for teken in tekst)


def _is_within_word(tekst: str, begin: int, eind: int) -> bool:
    return tekst[begin - 1 : begin].isalnum() and tekst[eind : eind + 1].isalnum()
