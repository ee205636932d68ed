"""Zegel: a mark in a PDF by which the file alone tells whether a byte of it changed.

The mark is ``toezicht-bestand:`` and the SHA-256 of the file with zeros in its place. Whoever changes a file
on purpose can compute it anew, so it shows unintended change only.
"""

import hashlib
import re
from typing import Literal

from toezicht_cli.analysis.vingerafdruk import MERK

ZEGEL = "toezicht-bestand:"
LEEG = ZEGEL + 64 * "0"
# Right behind the mark of the data: a title that happens to hold these words is no seal.
_PLACE = re.compile(rb"(" + MERK.encode() + rb"[0-9a-f]{64}, " + ZEGEL.encode() + rb")([0-9a-f]{64})")

Zegelstand = Literal["heel", "gebroken", "geen"]


def count_zegels(content: bytes) -> int:
    """Return in how many places a file has room for its seal, or holds it."""
    return len(_PLACE.findall(content))


def seal(content: bytes) -> bytes:
    """Return a file with its seal in every place that has room for it; its length stays the same."""
    empty = _clear(content)
    digest = hashlib.sha256(empty).hexdigest().encode()
    return _PLACE.sub(rb"\g<1>" + digest, empty)


def check_zegel(content: bytes) -> Zegelstand:
    """Return whether the seal of a file fits its bytes."""
    found = {match[2] for match in _PLACE.finditer(content)}
    if not found:
        return "geen"
    digest = hashlib.sha256(_clear(content)).hexdigest().encode()
    return "heel" if found == {digest} else "gebroken"


def _clear(content: bytes) -> bytes:
    return _PLACE.sub(rb"\g<1>" + 64 * b"0", content)
