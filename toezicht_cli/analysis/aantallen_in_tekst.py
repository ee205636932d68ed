"""Aantallen in tekst: how many people and papers a text says were heard and read.

Only clear forms count: a number, perhaps an adjective, and a known plural ("vier cliënten", "drie ambulant
begeleiders"), in a sentence about speaking or reading. In doubt nothing is found: "de aanbieder
heeft 135 cliënten" says nothing about interviews.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.aantalwoorden import (
    ADVERBS,
    AND,
    AUXILIARIES,
    ENKELVOUD,
    MAX_ZIN,
    NO_ADJECTIVE,
    NOUNS,
    ONE,
    PART,
    PARTICIPLES,
    PERSONEN,
    PLACES,
    READING,
    READING_NOUNS,
    SPEAKING,
    VAGUE,
    VERBS,
    Telsoort,
)
from toezicht_cli.analysis.woorden import parse_number

_LIST_ITEM = re.compile(r"[ \t]{0,12}(?:[-*+•]|[0-9]{1,3}[.)])[ \t]+")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s")
_TOKEN = re.compile(r"[\w'’-]{1,60}|[.,:;!?()]")
# "Een locatie met vier cliënten" says nothing about speaking.
_WINDOW = 12


class Aantal(NamedTuple):
    """A number that a text gives, of what, and of whom where it counts interviews.

    Not ``zeker`` is a number with a known plural of which it is not clear that it was heard or read.
    """

    getal: int
    soort: Telsoort
    met: tuple[Telsoort, ...] = ()
    zeker: bool = True


class _Zin(NamedTuple):
    """A sentence: its words without accents, the number that each writes, and all words as context.

    The context of a list item holds the words of the line above the list too.
    """

    words: tuple[str, ...]
    numbers: tuple[int | None, ...]
    context: frozenset[str]
    is_item: bool


def find_aantallen(tekst: str) -> tuple[Aantal, ...]:
    """Return the numbers of people and papers in ``tekst``, certainly heard and read or not."""
    return tuple(aantal for zin in _sentences(tekst) for aantal in _in_sentence(zin))


def _sentences(tekst: str) -> Iterator[_Zin]:
    intro: frozenset[str] = frozenset()
    for block, is_item in _blocks(unicodedata.normalize("NFC", tekst.casefold())):
        words: tuple[str, ...] = ()
        for sentence in _SENTENCE_END.split(block):
            if len(sentence) > MAX_ZIN:
                continue  # nobody writes this; reading it costs the square of its length
            tokens = _TOKEN.findall(sentence)
            words = tuple(_plain(token) for token in tokens)
            context = intro.union(words) if is_item else frozenset(words)
            yield _Zin(words, tuple(_number(token) for token in tokens), context, is_item)
        if not is_item:
            intro = frozenset(words) if words[-1:] == (":",) else frozenset()


def _blocks(tekst: str) -> Iterator[tuple[str, bool]]:
    """Yield the paragraphs and list items of Markdown, each on one line, and whether it is an item."""
    lines: list[str] = []
    is_item = False
    for line in [*tekst.splitlines(), ""]:
        marker = _LIST_ITEM.match(line)
        if (marker or not line.strip()) and lines:
            yield " ".join(lines), is_item
            lines, is_item = [], False
        if marker:
            is_item = True
        if line.strip():
            lines.append(line[marker.end() :] if marker else line)


def _plain(word: str) -> str:
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _number(word: str) -> int | None:
    """Return the number from 2 on; ``een`` is mostly an article."""
    number = parse_number(word)
    return number if number is not None and number > 1 else None


def _soort(word: str) -> Telsoort | None:
    """Return what a plural counts: ``wmo-clienten`` are clienten."""
    return NOUNS.get(word.rpartition("-")[2])


def _in_sentence(zin: _Zin) -> Iterator[Aantal]:
    is_vague = bool(VAGUE & zin.context)
    is_chained = False
    for index, number in enumerate(zin.numbers):
        noun = _find_noun(zin.words, index + 1) if number else None
        if noun is None and (loose := _find_loose(zin, index)):
            yield loose
        if number is None or noun is None:
            continue
        position, soort = noun
        before = _before(zin.words, index)
        follows = is_chained and bool(AND.intersection(before[-1:]))
        is_chained = _has_context(zin, soort) and (follows or _is_done(zin, before, position, soort))
        met = _with_whom(zin, position) if soort == "interviews" else ()
        zeker = is_chained and not is_vague and met is not None
        yield Aantal(number, soort, met or (), zeker)


def _find_loose(zin: _Zin, index: int) -> Aantal | None:
    """Return a number that may be a part: "vier van de 31 cliënten", "één cliënt", "en nog drie"."""
    words, number = zin.words, zin.numbers[index]
    if words[index] in ONE:
        following = words[index + 1 : index + 3]
        soort = next((ENKELVOUD[word] for word in following if word in ENKELVOUD), None)
        return Aantal(1, soort, zeker=False) if soort else None
    if number is None:
        return None
    if words[index + 1 : index + 2] == ("van",):
        behind = (_soort(word) for word in words[index + 2 : index + 7])
        if soort := next((found for found in behind if found), None):
            return Aantal(number, soort, zeker=False)
    earlier = (_soort(word) for word in reversed(words[:index]))
    soort = next((found for found in earlier if found), None)
    is_part = bool(PART.intersection(words[max(0, index - 2) : index]))
    return Aantal(number, soort, zeker=False) if soort and is_part else None


def _find_noun(words: Sequence[str], index: int) -> tuple[int, Telsoort] | None:
    """Return the known plural at ``index``, or behind one adjective, with its index."""
    for position in range(index, min(index + 2, len(words))):
        if soort := _soort(words[position]):
            return position, soort
        is_adjective = words[position].endswith("e") or words[position] == "ambulant"
        if not is_adjective or words[position] in NO_ADJECTIVE:
            return None
    return None


def _has_context(zin: _Zin, soort: Telsoort) -> bool:
    if soort == "interviews":
        return True
    return bool((SPEAKING if soort in PERSONEN else READING) & zin.context)


def _before(words: Sequence[str], index: int) -> list[str]:
    """Return the words before a number, without the adverbs: ``spraken in totaal vier``."""
    before = list(words[max(0, index - _WINDOW) : index])
    while before and before[-1] in ADVERBS:
        if before.pop() == "totaal" and before[-1:] == ["in"]:
            before.pop()
    return before


def _is_done(zin: _Zin, before: Sequence[str], noun: int, soort: Telsoort) -> bool:
    """Whether the words around the number say that the toezichthouder spoke or read this many."""
    if not before:
        return zin.is_item or _has_participle(zin, noun)
    previous = before[-1]
    if previous in VERBS or previous == ":":
        return True
    if previous in AUXILIARIES:
        return _has_participle(zin, noun)
    if previous == "met":
        return soort in PERSONEN and not PLACES.intersection(before[-2:-1])
    if soort in PERSONEN:
        return previous in AND and bool((VERBS | {"met"}).intersection(before))
    return previous == "van" and soort != "interviews" and bool(READING_NOUNS.intersection(before[-2:]))


def _has_participle(zin: _Zin, noun: int) -> bool:
    """Whether ``gesproken`` or the like follows in the same clause, or behind a list of numbers."""
    for index in range(noun + 1, min(noun + _WINDOW, len(zin.words))):
        word = zin.words[index]
        if word in PARTICIPLES:
            return True
        if word == "," and any(zin.numbers[index + 1 : index + 2]) and _find_noun(zin.words, index + 2):
            continue
        if word in {",", ":", ";"}:
            return False
    return False


def _with_whom(zin: _Zin, noun: int) -> tuple[Telsoort, ...] | None:
    """Return with whom the interviews were, () when that is not said, None when it is not clear.

    Gesprekken without company may be about the planning: only interviews are counted as a whole.
    """
    start, stop = max(0, noun - _WINDOW), noun + _WINDOW
    words = zin.words[start:stop]
    if "met" not in words:
        return None if zin.words[noun] == "gesprekken" else ()
    begin = start + words.index("met")
    if any(zin.numbers[max(begin, noun) : stop]) or any(zin.numbers[begin : noun - 2]):
        return None
    found = (_soort(word) for word in zin.words[begin:stop])
    return tuple(soort for soort in found if soort in PERSONEN) or None
