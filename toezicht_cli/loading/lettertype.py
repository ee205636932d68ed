"""Lettertype: whether the bytes of a font are whole: a damaged one sets a page without letters.

A font is a directory of tables, each with its place, length and checksum (OpenType 1.9, "The OpenType Font
File"). The tables that hold the letters must be there and must add up.
"""

import struct

_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_HEAD, _ENTRY = 12, 16
# What a letter is made of; the checksum of other tables is often wrong in fonts that are fine.
_LETTERS = frozenset({b"glyf", b"loca", b"CFF ", b"CFF2", b"cmap", b"hmtx"})
_NEEDED = frozenset({b"cmap", b"hmtx", b"head", b"maxp", b"name"})


class LettertypeError(ValueError):
    """The bytes are no whole font; the message is Dutch."""


def check_lettertype(content: bytes) -> None:
    """Raise LettertypeError unless ``content`` is a TrueType or OpenType font whose letters are whole."""
    if content[:4] not in _KINDS or len(content) < _HEAD:
        raise LettertypeError("dit is geen lettertype")
    (count,) = struct.unpack(">H", content[4:6])
    found = set()
    for start in range(_HEAD, _HEAD + count * _ENTRY, _ENTRY):
        entry = content[start : start + _ENTRY]
        if len(entry) < _ENTRY:
            raise LettertypeError("dit lettertype is niet heel")
        tag, checksum, offset, length = struct.unpack(">4sIII", entry)
        table = content[offset : offset + length]
        if len(table) != length or (tag in _LETTERS and _add_up(table) != checksum):
            raise LettertypeError("dit lettertype is beschadigd: haal het opnieuw op")
        found.add(tag)
    if not found >= _NEEDED or not found & {b"glyf", b"CFF ", b"CFF2"}:
        raise LettertypeError("in dit lettertype staan geen letters")


def _add_up(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
