"""Bewerken: change a text at known offsets, and know which lines of a YAML text hold what.

The lines and their ends are kept as they are; only what an edit names changes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from toezicht_cli.diagnostics import Route
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


def end_of_value(text: YamlText, route: Route) -> int:
    """Return the offset just behind the last character of the value at ``route``.

    White space and comments behind it do not count. Of a list or group in block style that is the end of
    its last part; of an absent value it is the place behind the colon or the dash.
    """
    position = text.positions[route]
    if is_in_flow(text, route):
        return find_close(text, route) + 1
    last = _last_child(text, route)
    if last is not None:
        return end_of_value(text, last)
    source = text.text[position.start : position.end]
    if source.strip():
        return position.start + len(_significant(source))
    key = text.key_positions.get(route)
    return text.text.index(":", key.end) + 1 if key else position.start


def is_in_flow(text: YamlText, route: Route) -> bool:
    """Whether a list or group stands at ``route`` that is written between brackets."""
    position = text.positions.get(route)
    is_open = position is not None and text.text[position.start : position.start + 1] in ("{", "[")
    return is_open and not isinstance(_value_at(text, route), str)


def find_close(text: YamlText, route: Route) -> int:
    """Return the offset of the bracket that closes a list or group between brackets.

    Behind its last part only white space, a comma and comments can stand before it.
    """
    last = _last_child(text, route)
    offset = end_of_value(text, last) if last is not None else text.positions[route].start + 1
    while text.text[offset] not in "]}":
        offset = text.text.index("\n", offset) if text.text[offset] == "#" else offset + 1
    return offset


def _value_at(text: YamlText, route: Route) -> YamlValue:
    value = text.value
    for step in route:
        value = value[step]  # type: ignore[index]  # the route has a position
    return value


def _last_child(text: YamlText, route: Route) -> Route | None:
    value = _value_at(text, route)
    if isinstance(value, dict) and value:
        return (*route, next(reversed(value)))
    return (*route, len(value) - 1) if isinstance(value, list) and value else None


def _kind(line: str) -> Regelsoort:
    stripped = line.strip()
    if not stripped:
        return Regelsoort.BLANK
    return Regelsoort.COMMENT if stripped.startswith("#") else Regelsoort.CONTENT


def _scalar_spans(text: YamlText) -> list[Span]:
    """Return where every key and every plain value stands, in order."""
    spans = [(position.start, position.end) for position in text.key_positions.values()]
    for route in _scalar_routes(text.value, ()) if text.positions else ():  # a file may hold no value at all
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
