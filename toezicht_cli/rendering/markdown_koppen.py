"""Markdown koppen: links within a document, to the headings that readers of Markdown can find.

Markdown without HTML has no anchors. GitHub, GitLab and editors give every heading an address made of its
words; a reference to a heading becomes a link to that, and any other reference its words.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any, TypeVar, cast

from toezicht_cli.rendering.boom import Heading, Note, Reference, Title, plain_text, walk

_NO_WORD = re.compile(r"[^\w\- ]")
_Node = TypeVar("_Node")


def point_at_headings(node: _Node) -> _Node:
    """Return a document in which the target of a reference is ``#address`` of a heading, or empty."""
    addresses = _addresses(node)
    return cast("_Node", _pointed(node, addresses))


def _addresses(node: object) -> dict[str, str]:
    """Return the address of every heading by its anchor; the second of two equal ones ends in ``-1``."""
    found: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for head in walk(node):
        if isinstance(head, Title | Heading):
            words = plain_text(_without_notes(head.children)).strip().lower()
            slug = _NO_WORD.sub("", words).replace(" ", "-")
            address = f"#{slug}-{seen[slug]}" if seen[slug] else f"#{slug}"
            seen[slug] += 1
            if isinstance(head, Heading):
                found[head.anchor] = address
    return found


def _without_notes(node: object) -> object:
    if isinstance(node, tuple) and not hasattr(node, "_fields"):
        return tuple(_without_notes(child) for child in node if not isinstance(child, Note))
    return _rebuilt(node, _without_notes)


def _pointed(node: object, addresses: dict[str, str]) -> object:
    if isinstance(node, Reference):
        node = node._replace(target=addresses.get(node.target, ""))
    return _rebuilt(node, lambda child: _pointed(child, addresses))


def _rebuilt(node: object, change: Callable[[Any], object]) -> object:
    """Return a node of the same kind with every part of it changed."""
    if not isinstance(node, tuple):
        return node
    parts = map(change, node)
    make: Callable[..., object] = type(node)
    return make(*parts) if hasattr(node, "_fields") else tuple(parts)
