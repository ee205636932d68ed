"""Boom: the document as a tree of the only nodes that exist; every writer reads this and nothing else.

Words of a case are ``Text`` and nothing but text. A node that can carry an address (``Link``) holds http,
https or mailto only: ``opmaak`` lets no other through. A heading has the level of its chapter: 1 for a
chapter, 2 below it; the title of the document is a ``Title``.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

Align: TypeAlias = Literal["left", "right", "center"]
BoxKind: TypeAlias = Literal["let-op", "kern", "punten", "colofon", "norm"]
BOX_KINDS: tuple[BoxKind, ...] = ("let-op", "kern", "punten", "colofon", "norm")
Variant: TypeAlias = Literal["concept", "definitief"]


class Text(NamedTuple):
    """Words; never markup. White space is single spaces."""

    text: str


class LineBreak(NamedTuple):
    """The line ends here."""


class Code(NamedTuple):
    """Words in a fixed-width font."""

    text: str


class Strong(NamedTuple):
    """Words with more weight."""

    children: "tuple[Inline, ...]"


class Emphasis(NamedTuple):
    """Words with emphasis."""

    children: "tuple[Inline, ...]"


class Link(NamedTuple):
    """A link to the outside: ``href`` begins with http://, https:// or mailto:. Never without children."""

    href: str
    children: "tuple[Inline, ...]"


class Reference(NamedTuple):
    """A link to the node with anchor ``target``; ``anchor`` is its own, for the way back.

    ``label`` says where the link leads when the words do not (``naar bron D01``): for a screen reader.
    """

    target: str
    children: "tuple[Inline, ...]"
    anchor: str | None = None
    label: str | None = None


class Badge(NamedTuple):
    """An oordeel: a symbol and words on the colour of the categorie (``#rrggbb``)."""

    symbol: str
    text: str
    color: str


class Note(NamedTuple):
    """A footnote, at the place that calls it; ``number`` counts through the document from 1."""

    number: int
    blocks: "tuple[Block, ...]"


Inline: TypeAlias = Text | LineBreak | Code | Strong | Emphasis | Link | Reference | Badge | Note


class Title(NamedTuple):
    """The title of the document: exactly one."""

    children: tuple[Inline, ...]


class Heading(NamedTuple):
    """The head of a chapter (level 1) or of a part of it (2 to 5); levels never skip one."""

    level: int
    children: tuple[Inline, ...]
    anchor: str


class Paragraph(NamedTuple):
    """A paragraph; with an ``anchor`` something can lead here."""

    children: tuple[Inline, ...]
    anchor: str | None = None


class Items(NamedTuple):
    """A list; ``start`` is the first number of an ordered one, None for bullets."""

    items: "tuple[tuple[Block, ...], ...]"
    start: int | None = None


class Quote(NamedTuple):
    """Words of somebody else."""

    blocks: "tuple[Block, ...]"


class CodeBlock(NamedTuple):
    """Lines in a fixed-width font; line ends count."""

    text: str


class Divider(NamedTuple):
    """A line across."""


class Cell(NamedTuple):
    """A cell of a table; with an ``anchor`` something can lead to its row."""

    blocks: "tuple[Block, ...]"
    anchor: str | None = None


class Table(NamedTuple):
    """A table with one head row.

    ``widths`` are the shares of the columns (they add up to 100). With ``row_heads`` the first column
    names the row. Every row has as many cells as ``head``; ``caption`` may be empty.
    """

    caption: tuple[Inline, ...]
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    align: tuple[Align, ...]
    widths: tuple[int, ...]
    row_heads: bool = True


class ChartCategory(NamedTuple):
    """A part of every bar: a symbol and a word beside the colour (``#rrggbb``)."""

    symbol: str
    label: str
    color: str


class ChartBar(NamedTuple):
    """A bar: what it is about, and a number for every category of the chart."""

    label: str
    values: tuple[int, ...]


class Chart(NamedTuple):
    """Stacked bars; ``description`` says in words all that the picture shows."""

    title: str
    description: str
    categories: tuple[ChartCategory, ...]
    bars: tuple[ChartBar, ...]


class Box(NamedTuple):
    """Blocks that stand apart; the kind decides how."""

    kind: BoxKind
    blocks: "tuple[Block, ...]"


class Cover(NamedTuple):
    """What stands on the first page."""

    blocks: "tuple[Block, ...]"


class PageBreak(NamedTuple):
    """What follows begins on a new page."""


class Contents(NamedTuple):
    """The list of contents stands here: chapters and the parts up to ``depth``."""

    depth: int = 2


Block: TypeAlias = (
    Title
    | Heading
    | Paragraph
    | Items
    | Quote
    | CodeBlock
    | Divider
    | Table
    | Chart
    | Box
    | Cover
    | PageBreak
    | Contents
)
Node: TypeAlias = Block | Inline | Cell


class Document(NamedTuple):
    """A whole document.

    ``running`` stands at the top of every page, ``opdruk`` is a warning on every page (or None),
    ``moment`` is the day that the file says it was made (None: it says nothing), ``gegevens`` is the
    fingerprint of the data that it was made from (64 hexadecimal characters).
    """

    title: str
    author: str
    running: str
    opdruk: str | None
    variant: Variant
    moment: date | None
    gegevens: str
    blocks: tuple[Block, ...]
    language: str = "nl"


def walk(node: object) -> Iterator[object]:
    """Yield ``node`` and every node below it, in reading order; a tuple is walked through."""
    if isinstance(node, tuple):
        if hasattr(node, "_fields"):
            yield node
        for child in node:
            yield from walk(child)


def plain_text(node: object) -> str:
    """Return the words of a node and all below it, parts of a sentence joined without space."""
    return "".join(_words(node))


def _words(node: object) -> Iterator[str]:
    for found in walk(node):
        if isinstance(found, Text | Code | CodeBlock):
            yield found.text
        elif isinstance(found, LineBreak):
            yield " "
        elif isinstance(found, Badge):
            yield f"{found.symbol} {found.text}"


def to_plain(node: object) -> object:
    """Return a node as values for JSON: a node is a mapping with its kind under ``is``."""
    if isinstance(node, tuple) and hasattr(node, "_fields"):
        kind = {"is": type(node).__name__.lower()}
        return kind | {name: to_plain(value) for name, value in zip(node._fields, node, strict=True)}
    if isinstance(node, tuple):
        return [to_plain(item) for item in node]
    return node.isoformat() if isinstance(node, date) else node
