"""Inzet: what a template puts in the Markdown instead of a value, and nodes that wait to be finished.

A value never enters the Markdown as text. A marker of two private-use characters and a number stands in
its place, and the parsed tree gets the node of the value there. So no value can open a heading, close a
block or make a link, and nothing has to be escaped.
"""

import re
from typing import NamedTuple, TypeAlias

from toezicht_cli.rendering.boom import Block, Inline

_BEGIN, _END = "\ue000", "\ue001"
MARKER = re.compile(f"{_BEGIN}([0-9]{{1,6}}){_END}", re.ASCII)


class Anchor(NamedTuple):
    """Something can lead to the heading, paragraph or row that this stands in."""

    name: str


class Citation(NamedTuple):
    """A bron is named here; ``where`` is how the bronnenlijst calls the place (``1.2 a``)."""

    bron_id: str
    where: str


class Backlinks(NamedTuple):
    """All places that name a bron, as links."""

    bron_id: str


class Subheading(NamedTuple):
    """A heading in a text of the case: ``rank`` counts from 1 below the heading that it stands under."""

    rank: int
    children: "tuple[Draft, ...]"


Draft: TypeAlias = Inline | Anchor | Citation | Backlinks
DraftBlock: TypeAlias = Block | Subheading


class Words(NamedTuple):
    """A value that stands within a sentence."""

    children: tuple[Draft, ...]


class Blocks(NamedTuple):
    """A value of whole paragraphs, lists or tables."""

    blocks: tuple[DraftBlock, ...]


Insert: TypeAlias = Words | Blocks


def make_marker(number: int) -> str:
    """Return what stands in the Markdown for value ``number``."""
    return f"{_BEGIN}{number}{_END}"


def has_marker_characters(text: str) -> bool:
    """Whether ``text`` holds a character that markers are made of: a template may not."""
    return _BEGIN in text or _END in text
