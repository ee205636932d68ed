"""Blokken: the paragraphs, lists, tables and boxes of a document as HTML."""

from collections.abc import Callable, Iterable
from typing import Any

from toezicht_cli.rendering.boom import (
    Block,
    Box,
    Chart,
    CodeBlock,
    Contents,
    Cover,
    Divider,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    Title,
)
from toezicht_cli.rendering.html.elementen import Child, Children, Element, element
from toezicht_cli.rendering.html.grafiek import chart
from toezicht_cli.rendering.html.regel import sentence
from toezicht_cli.rendering.html.tabel import table


def blocks(nodes: Iterable[Block]) -> Children:
    """Return blocks as HTML, in order; the list of contents is not among them, it has its own place.

    Raises:
        WriterError: a link leads to an address that may not stand in a document, or a text cannot.
    """
    return tuple(_FORMS[type(node)](node) for node in nodes if not isinstance(node, Contents))


def _title(node: Title) -> Element:
    return element("h1", None, *sentence(node.children))


def _heading(node: Heading) -> Element:
    return element(f"h{node.level + 1}", {"id": node.anchor}, *sentence(node.children))


def _paragraph(node: Paragraph) -> Element:
    return element("p", {"id": node.anchor}, *sentence(node.children))


def _items(node: Items) -> Element:
    short = all(map(_is_short, node.items))
    items = (_short_item(item) if short else element("li", None, *blocks(item)) for item in node.items)
    if node.start is None:
        return element("ul", None, *items)
    return element("ol", {"start": str(node.start) if node.start != 1 else None}, *items)


def _is_short(item: tuple[Block, ...]) -> bool:
    """Tell whether an item is one paragraph, with at most lists below it."""
    first, rest = item[:1], item[1:]
    return all(isinstance(it, Paragraph) for it in first) and all(isinstance(it, Items) for it in rest)


def _short_item(item: tuple[Block, ...]) -> Element:
    words: Children = ()
    anchor = None
    for node in item[:1]:
        assert isinstance(node, Paragraph)  # noqa: S101 - _is_short
        words, anchor = sentence(node.children), node.anchor
    return element("li", {"class": "kort", "id": anchor}, *words, *blocks(item[1:]))


def _quote(node: Quote) -> Element:
    return element("blockquote", None, *blocks(node.blocks))


def _code_block(node: CodeBlock) -> Element:
    return element("pre", None, element("code", None, node.text))


def _divider(_node: Divider) -> Element:
    return element("hr")


def _table(node: Table) -> Element:
    return table(node, blocks)


def _box(node: Box) -> Element:
    attributes = {"class": f"vak {node.kind}", "role": "note" if node.kind == "let-op" else None}
    return element("div", attributes, *blocks(node.blocks))


def _cover(node: Cover) -> Element:
    return element("div", {"class": "omslag"}, *blocks(node.blocks))


def _page_break(_node: PageBreak) -> Element:
    return element("div", {"class": "pagina-einde"})


# Any: every form takes the one kind that it stands behind.
_FORMS: dict[type, Callable[[Any], Child]] = {
    Title: _title,
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Quote: _quote,
    CodeBlock: _code_block,
    Divider: _divider,
    Table: _table,
    Chart: chart,
    Box: _box,
    Cover: _cover,
    PageBreak: _page_break,
}
