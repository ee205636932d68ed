"""Uitleg van afkortingen: which abbreviations a text explains in its own words.

Taken for an explanation are "multidisciplinair overleg (MDO)", "MDO (multidisciplinair overleg)",
"MDO: multidisciplinair overleg", "MDO, een multidisciplinair overleg", "kortweg MDO" and "MDO staat
voor …". The patterns are kept as text: most cases never need them, and compiling takes time.
"""

import re
from collections.abc import Iterable, Iterator

# Abbreviations that are written without capitals, or with one.
KLEIN = frozenset({"awb", "ggz", "lvb", "nah", "pgb", "wkkgz", "wlz", "wtza", "wvggz", "wzd", "zvw"})
_LETTERS = rf"(?:[A-Z]{{2,6}}(?:&[A-Z]{{1,3}})?|(?i:{'|'.join(sorted(KLEIN))}))"
# An abbreviation as a word: not in an address, an id, the name of a figure or a longer word.
VORM = rf"(?<![\w@./&:{{-])(?<![0-9]-){_LETTERS}(?![\w@&]|-?[0-9]|\.[A-Za-z]|://)"
_MERK = "[\"'“”‘’*_]{0,3}"
_IN_HAAKJES = r"\(([^()\n]{1,80})\)"
_LAATSTE = rf"({VORM})(?:['’]?s)?{_MERK}\s{{0,3}}\Z"
_STAAT_VOOR = rf"({VORM}){_MERK}\s{{1,3}}(?:staat voor|betekent|is (?:de|een) afkorting|is kort voor)"
_KORTWEG = (
    r"(?:kortweg|afgekort|afkorting|hierna|genaamd|ook wel|heet|heten|noemen)"
    rf"(?: (?!\()\w{{1,12}}){{0,2}}:?\s{{1,3}}{_MERK}({VORM})"
)
_GEVOLGD = (
    rf"({VORM}){_MERK}(?:\s{{0,3}}[:=]|,(?=\s(?:een|de|het|of|oftewel|ofwel)\s)|\s{{1,3}}[(–])(.{{1,120}})"
)
_MAX_IN_HAAKJES = 4
_WOORDEN_EXTRA = 3


def find_uitgelegd(teksten: Iterable[str]) -> set[str]:
    """Return the abbreviations, in lower case, that one of the texts explains."""
    return {afkorting.lower() for tekst in teksten for afkorting in _find_in_tekst(tekst)}


def _find_in_tekst(tekst: str) -> Iterator[str]:
    for match in re.finditer(_IN_HAAKJES, tekst):
        laatste = re.search(_LAATSTE, match[1])
        if laatste and len(match[1].split()) <= _MAX_IN_HAAKJES:
            yield laatste[1]
    yield from re.findall(_STAAT_VOOR, tekst)
    yield from re.findall(_KORTWEG, tekst)
    # Looked for one behind the other, for the words behind one may hold another.
    gevolgd = re.compile(_GEVOLGD, re.DOTALL)
    found = gevolgd.search(tekst)
    while found:
        if spells(found[2], found[1]):
            yield found[1]
        found = gevolgd.search(tekst, found.end(1))


def spells(uitleg: str, afkorting: str) -> bool:
    """Whether words spell an abbreviation: every letter in order, the first one begins a word."""
    letters = [letter for letter in afkorting.lower() if letter.isalpha()]
    words = [word.lstrip("\"'“‘*_(") for word in re.split(r"[).;]", uitleg.lower(), maxsplit=1)[0].split()]
    words = words[: len(letters) + _WOORDEN_EXTRA]
    return any(
        word.startswith(letters[0]) and _has_in_order(" ".join(words[index:]), letters)
        for index, word in enumerate(words)
    )


def _has_in_order(text: str, letters: Iterable[str]) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)
