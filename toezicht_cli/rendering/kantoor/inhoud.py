"""Inhoud: the lines of the list of contents, and the names that an office program lets a bookmark have."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from toezicht_cli.rendering.boom import Badge, Code, Document, Heading, LineBreak, Note, Text, walk

_NOT_IN_NAME = re.compile("[^A-Za-z0-9_]")
_LONGEST = 40
_HASH = 12


class Line(NamedTuple):
    """A line of the list of contents: where it leads and what it says."""

    level: int
    text: str
    anchor: str


def contents_lines(document: Document, depth: int) -> Iterator[Line]:
    """Yield the headings of ``document`` up to ``depth``, in reading order, without their notes."""
    for node in walk(document):
        if isinstance(node, Heading) and node.level <= depth:
            yield Line(node.level, "".join(_words(node.children)), node.anchor)


def _words(node: object) -> Iterator[str]:
    if isinstance(node, Text | Code):
        yield node.text
    elif isinstance(node, LineBreak):
        yield " "
    elif isinstance(node, Badge):
        yield f"{node.symbol} {node.text}"
    elif isinstance(node, tuple) and not isinstance(node, Note):
        for child in node:
            yield from _words(child)


def bookmark_names(anchors: Iterable[str]) -> Mapping[str, str]:
    """Return a name for every anchor: 40 letters, digits and underscores at most, starting with a letter.

    ``norm-1.1`` becomes ``norm_1_1``. Only where two anchors would get one name (Word does not tell
    capitals apart), or a name would be too long, the end of the name comes from the anchor itself; so a
    name depends neither on the order nor on the anchors that do not look like it.
    """
    anchors = tuple(anchors)
    simple = {anchor: _simple(anchor) for anchor in anchors}
    counts = Counter(name.casefold() for name in simple.values())
    names = {
        anchor: name if counts[name.casefold()] == 1 and len(name) <= _LONGEST else _hashed(anchor, name)
        for anchor, name in simple.items()
    }
    if len({name.casefold() for name in names.values()}) == len(names):
        return names
    # Somebody gave an anchor the very name that another one gets.
    return {anchor: _hashed(anchor, name) for anchor, name in simple.items()}


def possible_bookmarks(anchor: str) -> tuple[str, str]:
    """Return the names that ``bookmark_names`` can give an anchor."""
    simple = _simple(anchor)
    return simple, _hashed(anchor, simple)


def _simple(anchor: str) -> str:
    name = _NOT_IN_NAME.sub("_", anchor)
    return name if name[:1].isalpha() else f"a_{name}"


def _hashed(anchor: str, name: str) -> str:
    digest = hashlib.sha256(anchor.encode()).hexdigest()[:_HASH]
    return f"{name[: _LONGEST - _HASH - 1]}_{digest}"
