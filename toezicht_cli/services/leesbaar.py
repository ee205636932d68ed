"""Leesbaar: the bytes of a file as git is to show them in a diff. Never fails, and loads little.

git stops when this does, and starts it twice for every file: no pydantic, no Typer, no Rich.
"""

import hashlib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from toezicht_cli.analysis.leesbaar import write_leesbaar
from toezicht_cli.loading.bestand import MAX_BYTES
from toezicht_cli.loading.tekens import FORBIDDEN
from toezicht_cli.loading.yaml_text import YamlText, parse

# More than this nobody reads in a diff, and all of it would stand in memory a few times.
MAX_GETOOND = 2 * MAX_BYTES
_COMMENT = re.compile(r"#[^\r\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
# Behind the | or > of a text there may be one as well.
_BLOCK_HEAD = re.compile(r"[|>][-+0-9]{0,2}[^\r\n]*")
# With the beginning of its own marks, so that two files that differ never look the same.
_HIDDEN = re.compile(rf"{FORBIDDEN.pattern}|\r(?!\n)|<(?=U\+)")
_BYTE = 0xDC00


def read_leesbaar(path: Path) -> str:
    """Return what git is to show for the file at ``path``; what is no YAML of ours as it is."""
    try:
        content = path.read_bytes()
    except (OSError, ValueError):
        return "(dit bestand is niet te lezen)\n"
    return make_leesbaar(content)


def make_leesbaar(content: bytes) -> str:
    """Return what git is to show for ``content``.

    A file that the rest of toezicht would refuse is shown as it is, with ``<U+001B>`` for a character
    that nobody can see: a terminal obeys some of those. Numbers are not masked: a diff shows what is
    there to whoever has the file.
    """
    try:
        if len(content) <= MAX_BYTES:
            text = parse(content.decode("utf-8-sig"), "")
            if text.value is None or isinstance(text.value, dict):
                lines = [*write_leesbaar(text.value or {}), *_comments(text)]
                return "".join(f"{line}\n" for line in lines)
    except Exception:  # noqa: BLE001 - whatever it is, git is to go on with the file as it is
        return _as_it_is(content)
    return _as_it_is(content)


def _as_it_is(content: bytes) -> str:
    if len(content) > MAX_GETOOND:
        digest = hashlib.sha256(content).hexdigest()
        return f"(dit bestand van {len(content)} bytes is te groot om te tonen; sha256 {digest})\n"
    return _HIDDEN.sub(_name, content.decode("utf-8", errors="surrogateescape"))


def _name(found: re.Match[str]) -> str:
    number = ord(found[0])
    if 0 <= number - _BYTE < 1 << 8:
        return f"<U+byte {number - _BYTE:02X}>"
    return f"<U+{number:04X}>"


def _comments(text: YamlText) -> Iterator[str]:
    """Yield what stands behind a ``#``, in order, with the code that it stands beside or above."""
    if "#" not in text.text:
        return
    begin = 0
    plekken = _Plekken(text)
    positions = (*text.positions.values(), *text.key_positions.values())
    for position in (*sorted(positions, key=lambda item: (item.start, item.end)), None):
        start = len(text.text) if position is None else position.start
        head = _BLOCK_HEAD.match(text.text, start)
        stop = head.end() if head else start
        for found in _COMMENT.finditer(text.text, begin, stop):
            yield f"{found[0].rstrip()}  (bij {plekken.describe(found.start())})"
        begin = max(begin, position.end if position else 0)


class _Plekken:
    """Where the code of a text stands: the same line may stand in two bevindingen.

    All is looked up once: a file may have a comment on every line.
    """

    def __init__(self, text: YamlText) -> None:
        self._text = text
        found = (*text.positions.items(), *text.key_positions.items())
        places = ((position.start, -len(route), route) for route, position in found if route)
        nodes = sorted(places, key=lambda node: node[:2])  # the deepest first where more begin
        self._starts = [start for start, _, _ in nodes]
        self._routes = [route for _, _, route in nodes]
        self._lines = [(found.start(), found[0].partition(" #")[0]) for found in _LINE.finditer(text.text)]
        self._below = [len(self._lines)] * (len(self._lines) + 1)
        for index in range(len(self._lines) - 1, -1, -1):
            code = self._lines[index][1].strip()
            self._below[index] = index if code and code[0] != "#" else self._below[index + 1]
        self._ids: dict[int, Counter[object]] = {}

    def describe(self, offset: int) -> str:
        """Return the code on the line of a comment, else the first below it, and what that is part of."""
        index = bisect_left(self._lines, (offset + 1,)) - 1
        begin = self._lines[index][0]
        line = self._text.text[begin:offset]
        if not line.strip():
            index = self._below[index]
            if index == len(self._lines):
                return "het einde"
            begin, line = self._lines[index]
        code = " ".join(line.split())
        namen = self._names(begin, begin + len(line))
        return f"{code}, in {' '.join(namen)}" if namen else code

    def _names(self, begin: int, end: int) -> list[str]:
        """Return the names of what the first node on a line is part of, or the last before it."""
        first = bisect_left(self._starts, begin)
        if first == len(self._starts) or self._starts[first] >= end:
            first -= 1
        route = self._routes[first] if first >= 0 else ()
        names: list[str] = []
        value: Any = self._text.value
        for step in route[:-1] if route and isinstance(route[-1], str) else route:
            name = step if isinstance(step, str) else self._name_item(value, step)
            names += [name] if name else []
            value = value[step]
        return names

    def _name_item(self, items: Sequence[object], index: int) -> str:
        """Return the id of an item, "" for a value that says by itself which one it is, else its number."""
        if id(items) not in self._ids:
            self._ids[id(items)] = Counter(_identify(item) for item in items)
        own = _identify(items[index])
        if own is None or self._ids[id(items)][own] > 1:
            return str(index + 1)
        return own if isinstance(items[index], dict) else ""


def _identify(item: object) -> str | None:
    own = item.get("id") if isinstance(item, dict) else item
    return own if isinstance(own, str) else None
