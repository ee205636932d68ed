"""Bouwen: from parsed Markdown to nodes; a marker becomes the node of its value.

A value of several paragraphs keeps them: the words of the template before it join its first paragraph,
those behind it join its last.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, cast

from markdown_it.tree import SyntaxTreeNode

from toezicht_cli.rendering.boom import (
    BOX_KINDS,
    Align,
    Box,
    Cell,
    CodeBlock,
    Contents,
    Cover,
    Divider,
    Heading,
    Items,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Text,
    Title,
)
from toezicht_cli.rendering.bouwen_inline import InlineBuilder, one_line, split_anchor
from toezicht_cli.rendering.inzet import Blocks, Draft, DraftBlock, Subheading
from toezicht_cli.rendering.opmaak import OpmaakError, Source, parse_markdown
from toezicht_cli.rendering.volledig import find_missing

_MAX_NOTES_DEEP = 3
_MAX_COLUMNS = 12
# A footnote stands where it is called, and its way back is for the writers.
_ELSEWHERE = frozenset({"footnote_block", "footnote_anchor"})
_ALIGN: dict[str, Align] = {"text-align:right": "right", "text-align:center": "center"}


def build_text(text: str, where: str) -> Blocks:
    """Return a Markdown text of a case as nodes; ``where`` is how the bronnenlijst calls its place.

    Raises:
        OpmaakError: it is nested too deep, or words of it would not stand in the document.
    """
    blocks = build(parse_markdown(text, where=where))
    missing = find_missing(text, blocks)
    if missing:
        raise OpmaakError(f"deze woorden zouden wegvallen uit het rapport: {', '.join(missing[:5])}")
    return Blocks(blocks)


def build(source: Source) -> tuple[DraftBlock, ...]:
    """Return the blocks of a parsed text; raise OpmaakError for what a document cannot hold."""
    tags = sorted({node.tag for node in source.root.walk() if node.type == "heading"})
    ranks = {tag: rank for rank, tag in enumerate(tags, 1)}
    return tuple(_Builder(source, ranks, 0).blocks(source.root.children))


class _Builder(NamedTuple):
    """Builds the blocks of one text; ``ranks`` numbers the kinds of heading in it from 1."""

    source: Source
    ranks: dict[str, int]
    notes_deep: int

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[DraftBlock]:
        """Return the blocks of ``nodes``."""
        found: list[DraftBlock] = []
        for node in nodes:
            if node.type.startswith("container_"):
                found += self._container(node)
            elif node.type in _KINDS:
                found += _KINDS[node.type](self, node)
            elif node.type not in _ELSEWHERE:
                raise OpmaakError(f"dit soort opmaak kennen rapporten niet: {node.type}")
        return found

    def paragraph(self, node: SyntaxTreeNode) -> list[DraftBlock]:
        """Return what a paragraph becomes: one, or more when a value in it has several."""
        found: list[DraftBlock] = []
        line: list[Draft] = []
        for piece in self._inline.pieces(node.children[0].children):
            if not isinstance(piece, Blocks):
                line.append(piece)
                continue
            for block in piece.blocks:
                if isinstance(block, Paragraph) and block is piece.blocks[0]:
                    line += block.children
                    continue
                found += _close(line)
                line = []
                if isinstance(block, Paragraph) and block is piece.blocks[-1]:
                    line += block.children
                else:
                    found.append(block)
        return [*found, *_close(line)]

    def heading(self, node: SyntaxTreeNode) -> list[DraftBlock]:
        """Return the title (``#`` in a template), a heading, or a heading within a text of the case."""
        drafts = self._inline.flat(node.children[0].children)
        words, anchor = split_anchor(drafts)
        if not self.source.is_template:
            return [Subheading(self.ranks[node.tag], words)] if words else []
        level = int(node.tag[1]) - 1
        return [Heading(level, words, anchor or "") if level else Title(words)]

    def items(self, node: SyntaxTreeNode) -> list[DraftBlock]:
        """Return a list."""
        if not self.source.is_template and node.type == "ordered_list":
            _refuse_renumbering([item.info for item in node.children])
        items = tuple(_as_blocks(self.blocks(item.children)) for item in node.children)
        return [Items(items, None if node.type == "bullet_list" else int(node.attrs.get("start", 1)))]

    def quote(self, node: SyntaxTreeNode) -> list[DraftBlock]:
        """Return a quote."""
        return [Quote(_as_blocks(self.blocks(node.children)))]

    def code(self, node: SyntaxTreeNode) -> list[DraftBlock]:
        """Return lines of code, with the word behind the fence as their first line."""
        info = f"{node.info}\n" if node.type == "fence" and node.info else ""
        return [CodeBlock(self._inline.plain(f"{info}{node.content}".rstrip("\n")))]

    def divider(self, _node: SyntaxTreeNode) -> list[DraftBlock]:
        """Return a line across."""
        return [Divider()]

    def table(self, node: SyntaxTreeNode) -> list[DraftBlock]:
        """Return a table; a template names its rows in the first column, a text of a case may not."""
        rows = [row for part in node.children for row in part.children]
        cells = [tuple(self._cell(cell) for cell in row.children) for row in rows]
        if len(cells[0]) > _MAX_COLUMNS and not self.source.is_template:
            raise OpmaakError(f"een tabel van meer dan {_MAX_COLUMNS} kolommen past niet op papier")
        align = tuple(_ALIGN.get(str(cell.attrs.get("style", "")), "left") for cell in rows[0].children)
        return [Table((), cells[0], tuple(cells[1:]), align, (), row_heads=self.source.is_template)]

    @property
    def _inline(self) -> InlineBuilder:
        return InlineBuilder(self.source, self._note)

    def _container(self, node: SyntaxTreeNode) -> list[DraftBlock]:
        name = node.type.removeprefix("container_")
        if name == "inhoud":
            depth = node.info.strip().removeprefix(name).strip()
            return [Contents(int(depth)) if depth in ("1", "2") else Contents()]
        if name == "nieuwe-pagina":
            return [PageBreak()]
        blocks = _as_blocks(self.blocks(node.children))
        if name == "voorblad":
            return [Cover(blocks)]
        if name in BOX_KINDS:
            return [Box(name, blocks)] if blocks else []
        caption = self._inline.words_or_blocks(node.info.strip().removeprefix(name).strip())
        words = tuple(Text(one_line(piece)) for piece in caption)
        if sum(isinstance(block, Table) for block in blocks) != 1:
            raise OpmaakError("in een blok ::: tabel hoort precies één tabel")
        return [block._replace(caption=words) if isinstance(block, Table) else block for block in blocks]

    def _cell(self, node: SyntaxTreeNode) -> Cell:
        blocks = self.paragraph(node)
        anchors = [block.anchor for block in blocks if isinstance(block, Paragraph) and block.anchor]
        plain = [block._replace(anchor=None) if isinstance(block, Paragraph) else block for block in blocks]
        shown = [block for block in plain if block != Paragraph(())]
        return Cell(_as_blocks(shown), anchors[0] if anchors else None)

    def _note(self, node: SyntaxTreeNode) -> Note:
        if self.notes_deep >= _MAX_NOTES_DEEP:
            raise OpmaakError("een voetnoot verwijst naar zichzelf of staat te diep in een andere")
        inside = self._replace(notes_deep=self.notes_deep + 1)
        content = self.source.notes[cast("int", node.meta["id"])]
        return Note(0, _as_blocks(inside.blocks(content.children)))


_KINDS: dict[str, Callable[[_Builder, SyntaxTreeNode], list[DraftBlock]]] = {
    "paragraph": _Builder.paragraph,
    "heading": _Builder.heading,
    "bullet_list": _Builder.items,
    "ordered_list": _Builder.items,
    "blockquote": _Builder.quote,
    "fence": _Builder.code,
    "code_block": _Builder.code,
    "hr": _Builder.divider,
    "table": _Builder.table,
}


def _refuse_renumbering(numbers: Sequence[str]) -> None:
    """Refuse a list whose numbers skip: Markdown counts on from the first, and a text may name one."""
    found = [int(number) for number in numbers if number.isdigit()]
    counted = [found[0] + index for index in range(len(found))] if found else []
    if found != counted and len(set(found)) > 1:
        shown = ", ".join(map(str, found[:5]))
        raise OpmaakError(f"de nummers {shown} van deze lijst lopen niet door: het rapport zou ze veranderen")


def _close(line: Sequence[Draft]) -> list[DraftBlock]:
    words, anchor = split_anchor(line)
    return [Paragraph(words, anchor)] if words or anchor else []


def _as_blocks(blocks: Sequence[DraftBlock]) -> tuple[Paragraph, ...]:
    """Return draft blocks where finished ones are asked: ``afwerken`` finishes them before a writer looks."""
    return cast("tuple[Paragraph, ...]", tuple(blocks))
