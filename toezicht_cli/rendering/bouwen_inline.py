"""Bouwen, within a paragraph: from parsed words, emphasis, links and markers to nodes."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast

from markdown_it.tree import SyntaxTreeNode

from toezicht_cli.models.normoordeel import CITATIE_ID
from toezicht_cli.rendering.boom import (
    Code,
    Emphasis,
    LineBreak,
    Link,
    Note,
    Reference,
    Strong,
    Text,
    plain_text,
)
from toezicht_cli.rendering.inzet import MARKER, Anchor, Blocks, Citation, Draft, Insert, Words
from toezicht_cli.rendering.opmaak import DIRECTIVES, OpmaakError, Source

_SPACE = re.compile(r"[ \t\r\n]+")


class InlineBuilder(NamedTuple):
    """Builds what stands in one paragraph, heading or cell; ``note`` builds a footnote."""

    source: Source
    note: Callable[[SyntaxTreeNode], Note]

    def pieces(self, nodes: Sequence[SyntaxTreeNode]) -> Iterator[Draft | Blocks]:
        """Yield the nodes, and for a marker its value, which may be whole blocks."""
        for node in nodes:
            if node.type == "text":
                yield from self.words_or_blocks(node.content)
            elif node.type in _SIMPLE:
                yield from _SIMPLE[node.type](self, node)
            elif node.type != "footnote_anchor":
                raise OpmaakError(f"dit soort opmaak kennen rapporten niet: {node.type}")

    def flat(self, nodes: Sequence[SyntaxTreeNode]) -> tuple[Draft, ...]:
        """Return inline nodes only: a value of several blocks becomes one run of words."""
        return tuple(
            Text(one_line(piece)) if isinstance(piece, Blocks) else piece for piece in self.pieces(nodes)
        )

    def words_or_blocks(self, text: str) -> Iterator[Draft | Blocks]:
        """Yield the words of ``text``, and the values that its markers stand for."""
        if self.source.is_template and text.startswith(":::"):
            names = ", ".join(DIRECTIVES)
            raise OpmaakError(f"dit blok bestaat niet: {MARKER.sub('…', text)[:40]!r}; kies uit {names}")
        start = 0
        for match in MARKER.finditer(text) if self.source.is_template else ():
            yield from _text(text[start : match.start()])
            insert = self._insert(int(match[1]))
            if isinstance(insert, Words):
                yield from insert.children
            else:
                yield insert
            start = match.end()
        yield from _text(text[start:])

    def plain(self, text: str) -> str:
        """Return ``text`` with plain words for its markers."""
        if not self.source.is_template:
            return text
        return MARKER.sub(lambda match: one_line(self._insert(int(match[1]))), text)

    def _insert(self, number: int) -> Insert:
        if number >= len(self.source.inserts):
            raise OpmaakError("het sjabloon heeft een teken dat voor toezicht zelf is (U+E000 of U+E001)")
        return self.source.inserts[number]

    def soft_break(self, _node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield the space that a line end in a paragraph is."""
        yield Text(" ")

    def hard_break(self, _node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield a line end that was asked for."""
        yield LineBreak()

    def code(self, node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield code within a line."""
        yield Code(self.plain(node.content))

    def strong(self, node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield words with weight."""
        yield Strong(_finished(self.flat(node.children)))

    def emphasis(self, node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield words with emphasis."""
        yield Emphasis(_finished(self.flat(node.children)))

    def link(self, node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield a link to the outside or within the document; one without words shows its address."""
        address = str(node.attrs["href"])
        if "%EE%80%80" in address:
            raise OpmaakError("zet geen waarde in het adres van een link: gebruik een verwijzing")
        children = (*self.flat(node.children), *_title_of(node))
        shown = children if plain_text(children).strip() else (*children, Text(address))
        if address.startswith("#"):
            yield Reference(address[1:], _finished(shown))
        else:
            yield Link(address, _finished(shown))

    def image(self, node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield what a picture shows in words, and its address: a report takes in no pictures."""
        yield from self.flat(node.children)
        yield Text(f" ({node.attrs['src']})")
        yield from _title_of(node)

    def citatie(self, node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield ``[D01; I05, p. 2]``, each id a citation."""
        yield Text("[")
        start = 0
        for match in CITATIE_ID.finditer(node.content):
            yield from _text(node.content[start : match.start()])
            yield Citation(match[1], self.source.where)
            start = match.end()
        yield Text(f"{node.content[start:]}]")

    def footnote(self, node: SyntaxTreeNode) -> Iterator[Draft]:
        """Yield a footnote where it is called."""
        yield self.note(node)


_SIMPLE: dict[str, Callable[[InlineBuilder, SyntaxTreeNode], Iterator[Draft]]] = {
    "softbreak": InlineBuilder.soft_break,
    "hardbreak": InlineBuilder.hard_break,
    "code_inline": InlineBuilder.code,
    "strong": InlineBuilder.strong,
    "em": InlineBuilder.emphasis,
    "link": InlineBuilder.link,
    "image": InlineBuilder.image,
    "citatie": InlineBuilder.citatie,
    "footnote_ref": InlineBuilder.footnote,
}


def split_anchor(drafts: Sequence[Draft]) -> tuple[tuple[Text, ...], str | None]:
    """Return the words without anchors or space at the ends, and the first anchor."""
    words = [draft for draft in drafts if not isinstance(draft, Anchor)]
    anchor = next((draft.name for draft in drafts if isinstance(draft, Anchor)), None)
    return _finished(_strip(words)), anchor


def one_line(piece: object) -> str:
    """Return the words of a value as one line, its paragraphs joined by spaces."""
    if isinstance(piece, Blocks):
        return " ".join(plain_text(block) for block in piece.blocks)
    return plain_text(piece)


def _strip(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    joined: list[Draft] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        if isinstance(draft, Text) and isinstance(last, Text):
            joined[-1] = Text(_SPACE.sub(" ", last.text + draft.text))
        else:
            joined.append(draft)
    if joined and isinstance(joined[0], Text):
        joined[0] = Text(joined[0].text.lstrip(" "))
    if joined and isinstance(joined[-1], Text):
        joined[-1] = Text(joined[-1].text.rstrip(" "))
    return tuple(draft for draft in joined if draft != Text(""))


def _text(text: str) -> Iterator[Text]:
    if text:
        yield Text(_SPACE.sub(" ", text))


def _title_of(node: SyntaxTreeNode) -> Iterator[Text]:
    if node.attrs.get("title"):
        yield Text(f" ({node.attrs['title']})")


def _finished(drafts: Sequence[Draft]) -> tuple[Text, ...]:
    """Return drafts where finished nodes are asked: ``afwerken`` finishes them before a writer looks."""
    return cast("tuple[Text, ...]", tuple(drafts))
