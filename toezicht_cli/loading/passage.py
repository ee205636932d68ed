"""Passage: where some words of a text stand in the file, when the text takes more than one line.

A value and its source differ in white space (a folded line is a space), quotes and escapes; so the
words are looked up again in the source of the value, as often as they stand before the passage.
"""

import re

from toezicht_cli.diagnostics import Location, Passage, Place
from toezicht_cli.loading.tekens import split_lines
from toezicht_cli.loading.yaml_text import YamlText, YamlValue

_MAX_WORDS = 12
# How one character of a value may be written in the source.
_WRITTEN = {"'": "''?", '"': r'\\?"', "\\": r"\\\\?", "/": r"\\?/"}


def locate_passage(text: YamlText, place: Place, passage: Passage) -> Location:
    """Return the location of ``passage`` (offsets in the value at ``place``), else that of the place.

    The width ends with the line: a caret stands under one line only.
    """
    value = _find_value(text.value, place)
    location = text.locate(place)
    if not isinstance(value, str) or not value[passage.start : passage.end].strip():
        return location
    position = text.find_position(place)
    pattern = _pattern(value[passage.start : passage.end])
    before = sum(1 for match in pattern.finditer(value) if match.start() < passage.start)
    found = list(pattern.finditer(text.text, position.start, position.end))
    if len(found) <= before:
        return location
    start = found[before].start()
    lines = split_lines(text.text[position.start : start])
    column = len(lines[-1]) + (position.column if len(lines) == 1 else 1)
    width = len(split_lines(found[before][0])[0].rstrip())
    return Location(text.file, position.line + len(lines) - 1, column, max(width, 1))


def _find_value(value: YamlValue, place: Place) -> YamlValue:
    for step in place.route:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for the first words of a passage, with any white space between them."""
    parts = ("".join(_WRITTEN.get(sign) or re.escape(sign) for sign in word) for word in words.split())
    return re.compile(r"\s+".join(list(parts)[:_MAX_WORDS]))
