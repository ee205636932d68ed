"""Elementen: HTML as values, so that words can only become markup by being made into an element.

A string among the children is text and nothing else. ``escape`` is the one place where a character gets a
meaning or loses it.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from toezicht_cli.rendering.writers.base import WriterError

_MEANING = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}
_TABLE = str.maketrans(_MEANING)
# A page cannot hold these, not even escaped: a browser would show something else than what stands here.
_UNHOLDABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_VOID = frozenset({"br", "col", "hr", "img", "link", "meta"})
_OWN_LINE = frozenset(
    [
        "aside",
        "blockquote",
        "body",
        "caption",
        "colgroup",
        "details",
        "div",
        "dl",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "li",
        "link",
        "main",
        "meta",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9:-]*")


class Element(NamedTuple):
    """An element of the page; an attribute that is None is left out."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: "tuple[Child, ...]"


class Stylesheet(NamedTuple):
    """The content of a ``style`` element: CSS of our own, in which nothing can be escaped."""

    css: str


Child: TypeAlias = Element | Stylesheet | str
Children: TypeAlias = tuple[Child, ...]


def element(name: str, attributes: Mapping[str, str | None] | None = None, *children: Child) -> Element:
    """Return an element with ``attributes`` (None: left out) and ``children``."""
    held = ((key, value) for key, value in (attributes or {}).items() if value is not None)
    return Element(name, tuple(held), children)


def escape(text: str) -> str:
    """Return ``text`` for between tags and between double quotes.

    Raises:
        WriterError: it holds a control character or half a character.
    """
    found = _UNHOLDABLE.search(text)
    if found:
        raise WriterError(
            f"een tekst bevat het teken U+{ord(found[0]):04X}, dat niet op een webpagina kan staan:"
            " haal het weg uit de tekst"
        )
    return text.translate(_TABLE)


def render(child: Child) -> str:
    """Return the HTML of a child.

    Raises:
        WriterError: a text cannot stand in HTML (``escape``).
    """
    parts: list[str] = []
    _write(child, parts)
    return "".join(parts)


def _write(child: Child, parts: list[str]) -> None:
    if isinstance(child, Stylesheet):
        parts.append(_closed(child.css))
    elif isinstance(child, Element):
        _write_element(child, parts)
    else:
        parts.append(escape(child))


def _write_element(node: Element, parts: list[str]) -> None:
    names = (node.name, *(name for name, _ in node.attributes))
    assert all(map(_NAME.fullmatch, names))  # noqa: S101 - names are ours; a word as a name is our fault
    pairs = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes)
    parts.append(f"<{node.name}{pairs}>")
    if node.name not in _VOID:
        for child in node.children:
            _write(child, parts)
        parts.append(f"</{node.name}>")
    if node.name in _OWN_LINE:
        parts.append("\n")


def _closed(css: str) -> str:
    """Return CSS that cannot end its element early."""
    assert "<" not in css  # noqa: S101 - our own sheet; words of a case come in as CSS escapes
    return css
