"""Passage: where some words of a text stand in the file, when the text takes more than one line.

A value and its source differ in white space (a folded line is a space), quotes and escapes, but have the
same words in the same order; so the passage begins at the word of the same number. Words are counted
once for a text, however many passages it has.
"""

import re
from bisect import bisect_right
from functools import lru_cache

from toezicht_cli.diagnostics import Location, Passage, Place
from toezicht_cli.loading.yaml_text import Position, YamlText, YamlValue

_WORD = re.compile(r"\S+")
_LINE_END = re.compile(r"\r\n|\n|\r")
_BLOCK = "|>"


def locate_passage(text: YamlText, place: Place, passage: Passage) -> Location:
    """Return the location of ``passage`` (offsets in the value at ``place``), else that of the place.

    The width ends with the line: a caret stands under one line only.
    """
    value = _find_value(text.value, place)
    position = text.find_position(place)
    if isinstance(value, str) and (found := _find_span(text.text, position, value, passage)):
        lines = _line_starts(text.text, position.start, position.end)
        index = bisect_right(lines, found[0])
        begin = lines[index - 1] if index else position.start - position.column + 1
        end = min(found[1], lines[index] - 1) if index < len(lines) else found[1]
        width = len(text.text[found[0] : end].rstrip())
        return Location(text.file, position.line + index, found[0] - begin + 1, max(width, 1))
    return text.locate(place)


def _find_span(source: str, position: Position, value: str, passage: Passage) -> tuple[int, int] | None:
    """Return where the passage begins and ends in ``source``, None when its words are written otherwise."""
    written = _words(source, _first_word(source, position), position.end)
    words = _words(value, 0, len(value))
    first, last = _number(words, passage.start), _number(words, passage.end - 1)
    if not passage.start < passage.end or first is None or last is None or last >= len(written):
        return None
    spans = []
    for number in (first, last):
        start, end = words[number]
        shift = source.find(value[start:end], *written[number]) - start
        if shift + start < 0:
            return None
        spans.append(shift)
    begin, end = max(passage.start, words[first][0]) + spans[0], min(passage.end, words[last][1]) + spans[1]
    return (begin, end) if begin < end else None


def _number(words: tuple[tuple[int, int], ...], offset: int) -> int | None:
    """Return the number of the word at ``offset``, or of the one before it when that is white space."""
    number = bisect_right(words, offset, key=lambda span: span[0]) - 1
    return number if number >= 0 else None


def _first_word(source: str, position: Position) -> int:
    """Return where the words of a scalar begin: behind the line with its ``|`` or ``>``."""
    if source[position.start : position.start + 1] not in _BLOCK or position.start == position.end:
        return position.start
    found = _LINE_END.search(source, position.start, position.end)
    return found.end() if found else position.end


@lru_cache(maxsize=4)
def _words(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _WORD.finditer(text, start, end))


@lru_cache(maxsize=4)
def _line_starts(text: str, start: int, end: int) -> tuple[int, ...]:
    return tuple(match.end() for match in _LINE_END.finditer(text, start, end))


def _find_value(value: YamlValue, place: Place) -> YamlValue:
    for step in place.route:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
