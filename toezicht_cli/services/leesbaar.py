"""Leesbaar: the bytes of a file as git is to show them in a diff. Never fails, and loads little.

git stops when this does, and starts it twice for every file: no pydantic, no Typer, no Rich.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from toezicht_cli.analysis.leesbaar import write_leesbaar
from toezicht_cli.loading.bestand import MAX_BYTES
from toezicht_cli.loading.tekens import FORBIDDEN
from toezicht_cli.loading.yaml_text import YamlText, parse

# More than this nobody reads in a diff, and all of it would stand in memory a few times.
MAX_GETOOND = 2 * MAX_BYTES
_COMMENT = re.compile(r"#[^\r\n]*")
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
    begin = 0
    positions = (*text.positions.values(), *text.key_positions.values())
    for position in (*sorted(positions, key=lambda item: (item.start, item.end)), None):
        start = len(text.text) if position is None else position.start
        head = _BLOCK_HEAD.match(text.text, start)
        stop = head.end() if head else start
        for found in _COMMENT.finditer(text.text, begin, stop):
            yield f"{found[0].rstrip()}  (bij {_beside(text.text, found.start())})"
        begin = max(begin, position.end if position else 0)


def _beside(text: str, offset: int) -> str:
    """Return the code on the line of a comment, else on the first line below it that has any."""
    line = text[max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1 : offset]
    below = (part.partition(" #")[0] for part in text[offset:].splitlines()[1:])
    lines = (part for part in (line, *below) if part.strip() and not part.lstrip().startswith("#"))
    return " ".join(next(lines, "het einde").split())
