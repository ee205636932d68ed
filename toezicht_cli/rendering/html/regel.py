"""Regel: the words of a sentence as HTML."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from toezicht_cli.rendering.boom import (
    Badge,
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Note,
    Reference,
    Strong,
    Text,
)
from toezicht_cli.rendering.html.elementen import Child, Children, Element, element
from toezicht_cli.rendering.html.stijlblad import badge_class
from toezicht_cli.rendering.writers.base import WriterError

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)


def sentence(children: tuple[Inline, ...]) -> Children:
    """Return the words of a sentence as HTML, with links, badges and the numbers of footnotes.

    Raises:
        WriterError: a link does not go to http, https or mailto.
    """
    return tuple(_FORMS[type(child)](child) for child in children)


def label(children: tuple[Inline, ...]) -> str:
    """Return the words of a sentence without what hangs from them: for a name or a list of contents."""
    return "".join(_words(child) for child in children)


def fragment(anchor: str) -> str:
    """Return the address, within the page, of the node with ``anchor``."""
    return "#" + quote(anchor, safe="")


def note_anchor(number: int) -> str:
    """Return the anchor of the text of a footnote; no anchor of a document begins with ``_``."""
    return f"_noot-{number}"


def call_anchor(number: int) -> str:
    """Return the anchor of the place that calls a footnote."""
    return f"_noot-{number}-plaats"


def _words(node: Inline) -> str:
    if isinstance(node, Text | Code):
        return node.text
    if isinstance(node, Badge):
        return f"{node.symbol} {node.text}"
    if isinstance(node, Strong | Emphasis | Link | Reference):
        return label(node.children)
    return " " if isinstance(node, LineBreak) else ""


def _text(node: Text) -> Child:
    return node.text


def _line_break(_node: LineBreak) -> Element:
    return element("br")


def _code(node: Code) -> Element:
    return element("code", None, node.text)


def _strong(node: Strong) -> Element:
    return element("strong", None, *sentence(node.children))


def _emphasis(node: Emphasis) -> Element:
    return element("em", None, *sentence(node.children))


def _link(node: Link) -> Element:
    if not _ADDRESS.fullmatch(node.href):
        raise WriterError(f"de link {node.href!r} gaat niet naar een adres met http, https of mailto")
    return element("a", {"href": node.href, "rel": "noopener noreferrer"}, *sentence(node.children))


def _reference(node: Reference) -> Element:
    # A title and no aria-label: what is seen stays the name (WCAG 2.5.3), and copied words stay the words.
    attributes = {"href": fragment(node.target), "id": node.anchor, "title": node.label}
    return element("a", attributes, *sentence(node.children))


def _badge(node: Badge) -> Element:
    symbol = element("span", {"aria-hidden": "true"}, node.symbol)
    return element("span", {"class": f"oordeel {badge_class(node.color)}"}, symbol, "\u00a0", node.text)


def _note(node: Note) -> Element:
    attributes = {
        "href": fragment(note_anchor(node.number)),
        "id": call_anchor(node.number),
        "role": "doc-noteref",
        "title": f"Noot {node.number}",
    }
    return element("sup", None, element("a", attributes, str(node.number)))


# Any: every form takes the one kind that it stands behind.
_FORMS: dict[type, Callable[[Any], Child]] = {
    Text: _text,
    LineBreak: _line_break,
    Code: _code,
    Strong: _strong,
    Emphasis: _emphasis,
    Link: _link,
    Reference: _reference,
    Badge: _badge,
    Note: _note,
}
