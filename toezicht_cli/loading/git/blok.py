"""Blok: lines of our own in a file of somebody else, between two marks, so that they go as they came."""

import re
from collections.abc import Sequence

from toezicht_cli.diagnostics import ToezichtError

BEGIN, EINDE = "# toezicht: begin", "# toezicht: einde"
# The file had no line end at its end: the one before the mark is ours.
_ZONDER_REGELEINDE = ", na een regel zonder einde"
_BLOK = re.compile(
    rb"^# toezicht: begin(?P<na>, na een regel zonder einde)?\r?\n(?s:.*?)^# toezicht: einde\r?(?:\n|\Z)",
    re.MULTILINE,
)
_MARK = re.compile(rb"^# toezicht: (?:begin|einde)", re.MULTILINE)


class BlokError(ToezichtError):
    """One of the two marks is gone: what stands there cannot be told from what is of others."""


def has_blok(content: bytes) -> bool:
    """Whether there are lines of ours in ``content``."""
    return _MARK.search(content) is not None


def with_blok(content: bytes, regels: Sequence[str]) -> bytes:
    """Return ``content`` with ``regels`` as our lines: where they stood, else at its end.

    Raises:
        BlokError: the marks are damaged.
    """
    found = _find(content)
    if found is not None:
        start, na = _start(content, found)
        return content[:start] + _write(regels, na=na) + content[found.end() :]
    na = bool(content) and not content.endswith(b"\n")
    return content + _write(regels, na=na)


def without_blok(content: bytes) -> bytes:
    """Return ``content`` without our lines, every other byte as it was.

    Raises:
        BlokError: the marks are damaged.
    """
    found = _find(content)
    if found is None:
        return content
    rest = content[found.end() :]
    start, na = _start(content, found)
    # Lines that somebody wrote below ours need the line end that came with ours.
    keeps = b"\n" if na and rest else b""
    return content[:start] + keeps + rest


def _write(regels: Sequence[str], *, na: bool) -> bytes:
    begin = f"\n{BEGIN}{_ZONDER_REGELEINDE}" if na else BEGIN
    return "".join(f"{regel}\n" for regel in (begin, *regels, EINDE)).encode()


def _find(content: bytes) -> "re.Match[bytes] | None":
    found = _BLOK.search(content)
    marks = len(_MARK.findall(content))
    if marks != (2 if found else 0):
        raise BlokError(
            "de regels van toezicht zijn hier veranderd: het begin of het einde is weg",
            f"haal zelf weg wat er tussen {BEGIN!r} en {EINDE!r} staat, met die twee regels",
        )
    return found


def _start(content: bytes, found: "re.Match[bytes]") -> tuple[int, bool]:
    """Return where our bytes begin, and whether the line end before the mark is one of them."""
    na = found["na"] is not None and content[: found.start()].endswith(b"\n")
    return found.start() - (1 if na else 0), na
