"""Writer markdown: the document as text that reads well by itself and in a git diff.

CommonMark with tables and footnotes, one paragraph a line: a changed word is then one changed line, and
no wrapping moves the words around it. Read again, it gives the same words; nothing that was text becomes
markup. Markdown has no anchors, so a link within the document becomes its words.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from toezicht_cli.rendering.boom import (
    Block,
    Box,
    Cell,
    Chart,
    CodeBlock,
    Cover,
    Divider,
    Document,
    Heading,
    Items,
    Note,
    Paragraph,
    Quote,
    Table,
    Title,
    plain_text,
    walk,
)
from toezicht_cli.rendering.markdown_zin import escape, in_line
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers.base import Writer

_FENCE = "```"
_RULE = {"left": "---", "right": "---:", "center": ":---:"}


def write(document: Document, stijl: Stijl) -> bytes:
    """Return the document as UTF-8; the house style adds the name of the organisation.

    Raises:
        WriterError: a text holds a character that a text file cannot hold.
    """
    parts = [*_stamp(document), *_blocks(document.blocks), *_notes(document), "---"]
    parts += [escape(line) for line in (stijl.organisatie, *stijl.adres) if line]
    parts += [*_stamp(document), f"Gegevens: `toezicht-gegevens:{document.gegevens}`"]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _stamp(document: Document) -> Iterator[str]:
    if document.variant == "concept":
        yield "**Concept**"
    if document.opdruk:
        yield f"**{escape(document.opdruk)}**"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        form = _FORMS.get(type(block))
        if form is not None:
            yield from form(block)


def _title(node: Title) -> Iterator[str]:
    yield f"# {in_line(node.children)}"


def _heading(node: Heading) -> Iterator[str]:
    yield f"{'#' * (node.level + 1)} {in_line(node.children)}"


def _paragraph(node: Paragraph) -> Iterator[str]:
    yield in_line(node.children)


def _items(node: Items) -> Iterator[str]:
    lines = []
    for number, item in enumerate(node.items, node.start or 0):
        mark = "- " if node.start is None else f"{number}. "
        text = "\n\n".join(_blocks(item))
        lines.append(_hang(text, mark))
    yield "\n".join(lines)


def _hang(text: str, mark: str) -> str:
    """Return ``text`` behind a mark, the lines after the first below its first word."""
    room = " " * len(mark)
    first, *rest = text.split("\n")
    return "\n".join([f"{mark}{first}".rstrip(), *(f"{room}{line}" if line else "" for line in rest)])


def _quote(node: Quote) -> Iterator[str]:
    text = "\n\n".join(_blocks(node.blocks))
    yield "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _code_block(node: CodeBlock) -> Iterator[str]:
    fence = _FENCE
    while fence in node.text:
        fence += "`"
    yield f"{fence}\n{node.text}\n{fence}"


def _divider(_node: Divider) -> Iterator[str]:
    yield "---"


def _table(node: Table) -> Iterator[str]:
    if node.caption:
        yield f"**{in_line(node.caption)}**"
    rows = [_row(node.head), f"| {' | '.join(_RULE[align] for align in node.align)} |"]
    yield "\n".join([*rows, *(_row(row) for row in node.rows)])


def _row(row: Sequence[Cell]) -> str:
    return f"| {' | '.join(_flat(cell.blocks) for cell in row)} |"


def _flat(blocks: Sequence[Block]) -> str:
    """Return the blocks of a cell on one line: Markdown has no paragraphs or lists in a table."""
    parts = []
    for block in blocks:
        if isinstance(block, Paragraph):
            parts.append(in_line(block.children))
        elif isinstance(block, Items):
            parts.append("; ".join(_flat(item) for item in block.items))
        elif isinstance(block, Quote | Box):
            parts.append(_flat(block.blocks))
        else:
            parts.append(escape(plain_text(block).replace("\n", " ")))
    return " ".join(part for part in parts if part)


def _chart(node: Chart) -> Iterator[str]:
    yield f"**{escape(node.title)}.** {escape(node.description)}"


def _cover(node: Cover) -> Iterator[str]:
    yield from _blocks(node.blocks)


def _boxed(node: Box) -> Iterator[str]:
    yield from _quote(Quote(node.blocks))


def _notes(document: Document) -> Iterator[str]:
    for node in walk(document.blocks):
        if isinstance(node, Note):
            first, *rest = "\n\n".join(_blocks(node.blocks)).split("\n")
            yield "\n".join([f"[^{node.number}]: {first}", *(f"    {line}" if line else "" for line in rest)])


# Any: every form takes the one kind that it stands behind. A page break and the contents have none.
_FORMS: dict[type, Callable[[Any], Iterator[str]]] = {
    Title: _title,
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Quote: _quote,
    CodeBlock: _code_block,
    Divider: _divider,
    Table: _table,
    Chart: _chart,
    Box: _boxed,
    Cover: _cover,
}

WRITER = Writer("markdown", "md", "om wijzigingen te bekijken: gewone tekst met opmaak", write)
