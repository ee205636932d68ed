"""Zinsdelen: a Dutch text cut into sentences, clauses and words, for recognising what it claims.

Cutting is careful rather than complete: whoever reads the clauses stays silent about every word it
does not know, so a clause that is cut wrongly costs a finding and never makes a false one.
"""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"\{[^{}\n]{0,80}\}"  # the call of a figure
    r"|[0-9]{1,9}(?:[.,][0-9]{1,9}){0,4}"
    r"|[^\W\d_][^\W_]{0,39}(?:['’/-][^\W_]{1,40}){0,4}"
    r"|\S"
)
_ALINEA = re.compile(r"\n[ \t]{0,80}\n")
_BULLET = re.compile(r"(?:^|\n)[ \t]{0,20}(?:[-*+•]|[0-9]{1,3}[.)])[ \t]")
_SENTENCE = re.compile(r"(?<=[.!?;:])[ \n]")
_MARKUP = re.compile(r"[*_`#>]|\[@[^\[\]\n]{1,300}\]")
_ANDERE_TIJD = re.compile(
    r"\b(?:(?:19|20)[0-9]{2}|vorige?|eerdere?|destijds|toen|voorheen|concept\w{0,20}|landelijke?|gemiddeld"
    r"|hertoets|nulmeting|eerste (?:onderzoek|toets|meting|rapport)|oorspronkelijke?)\b"
)
_SEPARATORS = frozenset({",", "en", "maar", "terwijl"})
_END = frozenset(".!;:")  # a question mark stays: a question claims nothing


class Zin(NamedTuple):
    """A sentence: its words as written, without the mark at the end.

    ``alinea`` is the paragraph it stands in, after a heading when there is one; ``is_andere_tijd``
    says that this speaks of another moment or another onderzoek.
    """

    woorden: tuple[str, ...]
    alinea: str
    is_andere_tijd: bool

    @property
    def tekst(self) -> str:
        """Return the words with single spaces, in lower case."""
        return " ".join(self.woorden).casefold()

    @property
    def clauses(self) -> tuple[tuple[str, ...], ...]:
        """Return the parts between commas and the words en, maar and terwijl."""
        clauses: list[tuple[str, ...]] = []
        current: list[str] = []
        for woord in (*self.woorden, ","):
            if woord.casefold() in _SEPARATORS:
                clauses.append(tuple(current))
                current = []
            else:
                current.append(woord)
        return tuple(clause for clause in clauses if clause)


def split_zinnen(tekst: str) -> tuple[Zin, ...]:
    """Return the sentences of a Markdown text; an item of a list is a sentence of its own."""
    zinnen: list[Zin] = []
    kop = ""
    for alinea in _ALINEA.split(tekst):
        clean = _MARKUP.sub("", _BULLET.sub("\n. ", alinea))
        context = f"{kop} {clean}".casefold()
        is_andere_tijd = _ANDERE_TIJD.search(context) is not None
        parts = [_words(part) for part in _SENTENCE.split(clean)]
        zinnen += [Zin(words, context, is_andere_tijd) for words in parts if words]
        kop = clean if _is_kop(clean) else ""
    return tuple(zinnen)


def split_woorden(tekst: str) -> list[str]:
    """Return the words, numbers and other marks of a text."""
    return _TOKEN.findall(tekst)


def _words(part: str) -> tuple[str, ...]:
    words = split_woorden(part)
    while words and words[-1] in _END:
        words.pop()
    while words and words[0] in _END:
        words.pop(0)
    return tuple(words)


def _is_kop(alinea: str) -> bool:
    """Whether a paragraph is one short line without a full stop."""
    line = alinea.strip()
    return bool(line) and "\n" not in line and not line.endswith(".") and len(line.split()) <= 8
