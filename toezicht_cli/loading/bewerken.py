"""Bewerken: change a text at known offsets, and know which lines of a YAML text hold what.

The lines and their ends are kept as they are; only what an edit names changes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from toezicht_cli.loading.yaml_text import YamlText, YamlValue

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")
_COMMENT = re.compile(r"#[^\r\n]*")

Span = tuple[int, int]


class Bewerking(NamedTuple):
    """Replace the characters from ``start`` to ``end`` (not included) by ``text``."""

    start: int
    end: int
    text: str


class Regelsoort(Enum):
    """What a line holds, seen from the outside."""

    BLANK = "blank"
    COMMENT = "comment"
    CONTENT = "content"
    INSIDE = "inside"  # it begins within a text of several lines


def bewerk(text: str, bewerkingen: Sequence[Bewerking]) -> str:
    """Return ``text`` with all ``bewerkingen`` done; they may not overlap."""
    parts = []
    done = 0
    for start, end, new in sorted(bewerkingen):
        parts += [text[done:start], new]
        done = end
    return "".join([*parts, text[done:]])


def split_with_ends(text: str) -> list[str]:
    """Return the lines of ``text``, each with its own line end; joined they are ``text`` again."""
    return _LINE.findall(text)


def find_comments(text: YamlText) -> list[str]:
    """Return every comment, from its ``#`` to the end of the line, in order."""
    found = []
    done = 0
    for start, end in [*_scalar_spans(text), (len(text.text), 0)]:
        found += _COMMENT.findall(text.text, done, start)
        done = end
    return found


def classify_lines(text: YamlText, lines: Sequence[str]) -> list[Regelsoort]:
    """Return for each of the ``lines`` of ``text`` what it holds."""
    kinds = [_kind(line) for line in lines]
    starts = [0, *accumulate(len(line) for line in lines)]
    for start, end in _scalar_spans(text):
        first, last = bisect_right(starts, start), bisect_right(starts, max(end - 1, start))
        kinds[first:last] = [Regelsoort.INSIDE] * (last - first)
    return kinds


def _kind(line: str) -> Regelsoort:
    stripped = line.strip()
    if not stripped:
        return Regelsoort.BLANK
    return Regelsoort.COMMENT if stripped.startswith("#") else Regelsoort.CONTENT


def _scalar_spans(text: YamlText) -> list[Span]:
    """Return where every key and every plain value stands, in order."""
    spans = [(position.start, position.end) for position in text.key_positions.values()]
    for route in _scalar_routes(text.value, ()):
        position = text.positions[route]
        spans.append(
            (position.start, position.start + len(_significant(text.text[position.start : position.end])))
        )
    return sorted(spans)


def _significant(source: str) -> str:
    """Return a value as written, without the blank lines after a block that does not keep them (``|+``)."""
    keeps = source[:1] in ("|", ">") and "+" in source.split("\n", 1)[0]
    return source if keeps else source.rstrip()


def _scalar_routes(value: YamlValue, route: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for name, child in value.items():
            yield from _scalar_routes(child, (*route, name))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _scalar_routes(child, (*route, index))
    else:
        yield route
