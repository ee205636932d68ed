"""Writer markdown: the document as text that reads well by itself and in a git diff.

CommonMark with tables and footnotes, one paragraph a line: a changed word is then one changed line, and
no wrapping moves the words around it. Read again, it gives the same words; nothing that was text becomes
markup. A link within the document leads to a heading, or becomes its words: Markdown has no other anchors.
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
    walk,
)
from toezicht_cli.rendering.markdown_koppen import point_at_headings
from toezicht_cli.rendering.markdown_zin import checked, escape, in_heading, in_line, in_lines
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers.base import Writer

_FENCE = "```"
_MARKS = (("-", "."), ("*", ")"))
_RULE = {"left": "---", "right": "---:", "center": ":---:"}


def write(document: Document, stijl: Stijl) -> bytes:
    """Return the document as UTF-8; the house style adds the name of the organisation.

    Raises:
        WriterError: a text holds a character that a text file cannot hold.
    """
    document = point_at_headings(document)
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
    """Write what has a form; a list after a list has other marks, or they would be read as one."""
    turn = 0
    for block in blocks:
        if isinstance(block, Items):
            yield from _items(block, _MARKS[turn % 2])
            turn += 1
        elif type(block) in _FORMS:
            yield from _FORMS[type(block)](block)
            turn = 0


def _together(blocks: Sequence[Block]) -> str:
    return "\n\n".join(part for part in _blocks(blocks) if part)


def _title(node: Title) -> Iterator[str]:
    yield f"# {in_heading(node.children)}"


def _heading(node: Heading) -> Iterator[str]:
    yield f"{'#' * (node.level + 1)} {in_heading(node.children)}"


def _paragraph(node: Paragraph) -> Iterator[str]:
    yield in_lines(node.children)


def _items(node: Items, marks: tuple[str, str]) -> Iterator[str]:
    bullet, sign = marks
    lines = []
    for number, item in enumerate(node.items, node.start or 0):
        mark = f"{bullet} " if node.start is None else f"{number}{sign} "
        lines.append(_hang(_item(item), mark))
    yield "\n".join(lines)


def _item(item: Sequence[Block]) -> str:
    """Return an item, with a list of points right below its words; only such a list may stand there."""
    match item:
        case (Paragraph(children), Items(_, None)) if in_lines(children):
            between = "\n"
        case _:
            between = "\n\n"
    return between.join(part for part in _blocks(item) if part)


def _hang(text: str, mark: str) -> str:
    """Return ``text`` behind a mark, the lines after the first below its first word."""
    room = " " * len(mark)
    first, *rest = text.split("\n")
    return "\n".join([f"{mark}{first}".rstrip(), *(f"{room}{line}" if line else "" for line in rest)])


def _quote(node: Quote) -> Iterator[str]:
    yield "\n".join(f"> {line}".rstrip() for line in _together(node.blocks).split("\n"))


def _code_block(node: CodeBlock) -> Iterator[str]:
    fence = _FENCE
    while fence in node.text:
        fence += "`"
    yield f"{fence}\n{checked(node.text)}\n{fence}"


def _divider(_node: Divider) -> Iterator[str]:
    """Not hyphens: behind the mark of an item these would be one line with it."""
    yield "___"


def _table(node: Table) -> Iterator[str]:
    if node.caption:
        yield f"**{in_line(node.caption)}**"
    rows = [_row(node.head), f"| {' | '.join(_RULE[align] for align in node.align)} |"]
    yield "\n".join([*rows, *(_row(row) for row in node.rows)])


def _row(row: Sequence[Cell]) -> str:
    return f"| {' | '.join(_flat(cell.blocks) for cell in row)} |"


def _flat(blocks: Sequence[Block]) -> str:
    """Return the blocks of a cell on one line: Markdown has no paragraphs or lists in a table."""
    return " ".join(part for block in blocks for part in _flat_parts(block) if part)


def _flat_parts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(children) | Heading(_, children) | Title(children):
            yield in_line(children)
        case Items(items):
            flat = [_flat(item) for item in items]
            yield " ".join([*(f"{item};" if item[-1:].isalnum() else item for item in flat[:-1]), *flat[-1:]])
        case Quote(blocks) | Box(_, blocks) | Cover(blocks):
            yield _flat(blocks)
        case Table(caption, head, rows):
            yield in_line(caption)
            yield from (_flat(cell.blocks) for row in (head, *rows) for cell in row)
        case CodeBlock(text):
            yield escape(text)
        case Chart():
            yield from _chart(block)


def _chart(node: Chart) -> Iterator[str]:
    yield f"**{escape(node.title)}.** {escape(node.description)}"


def _cover(node: Cover) -> Iterator[str]:
    yield from _blocks(node.blocks)


def _boxed(node: Box) -> Iterator[str]:
    yield from _quote(Quote(node.blocks))


def _notes(document: Document) -> Iterator[str]:
    for node in walk(document.blocks):
        if isinstance(node, Note):
            first, *rest = _together(node.blocks).split("\n")
            yield "\n".join([f"[^{node.number}]: {first}", *(f"    {line}" if line else "" for line in rest)])


# Any: every form takes the one kind that it stands behind. A page break and the contents have none; lists
# are written with their marks.
_FORMS: dict[type, Callable[[Any], Iterator[str]]] = {
    Title: _title,
    Heading: _heading,
    Paragraph: _paragraph,
    Quote: _quote,
    CodeBlock: _code_block,
    Divider: _divider,
    Table: _table,
    Chart: _chart,
    Box: _boxed,
    Cover: _cover,
}

WRITER = Writer("markdown", "md", "om wijzigingen te bekijken: gewone tekst met opmaak", write)
