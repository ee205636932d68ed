"""Afwerken: make the draft of a template a tree that a writer can take as it is.

Citations become links to the bronnenlijst, and the list gets its links back. Footnotes and anchors get
their numbers, headings their level, tables their widths; a link to what is not there becomes words.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, cast

from toezicht_cli.rendering.boom import (
    Block,
    Cell,
    Heading,
    Note,
    Paragraph,
    Reference,
    Table,
    Text,
    Title,
    plain_text,
    walk,
)
from toezicht_cli.rendering.inzet import Backlinks, Citation, DraftBlock, Subheading
from toezicht_cli.rendering.kolommen import with_widths
from toezicht_cli.rendering.opmaak import OpmaakError

MAX_LEVEL = 5
_NOT_IN_ANCHOR = re.compile(r"[^a-z0-9.]+")


def finish(blocks: Sequence[DraftBlock]) -> tuple[Block, ...]:
    """Return finished blocks.

    Raises:
        OpmaakError: the template has no title or two, skips a level of heading, or gives two things
            the same anchor.
    """
    numbered = _rewrite(
        tuple(blocks), _Numbering(_find_places(blocks), frozenset(_find_anchors(tuple(blocks))))
    )
    anchors = frozenset(_find_anchors(numbered))
    finished = _rewrite(numbered, lambda node: _unlink(node, anchors))
    titles = sum(isinstance(node, Title) for node in walk(finished))
    if titles != 1:
        raise OpmaakError(f"een sjabloon heeft één titel (een regel met één #), dit heeft er {titles}")
    return cast("tuple[Block, ...]", finished)


def _rewrite(value: object, change: Callable[[object], object]) -> object:
    """Return ``value`` with ``change`` applied to every node, in reading order, a parent after its parts.

    What ``change`` returns takes the place of the node; a list takes it with all its items.
    """
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        parts: list[Any] = [_rewrite(part, change) for part in value]
        return change(type(value)(*parts))
    if isinstance(value, tuple):
        found: list[object] = []
        for item in value:
            new = _rewrite(item, change)
            found += new if isinstance(new, list) else [new]
        return tuple(found)
    return value


def _find_places(blocks: Sequence[DraftBlock]) -> dict[str, list[tuple[str, str]]]:
    """Return for every bron the places that name it, each once, with the anchor of the first mention."""
    counts: dict[str, int] = {}
    found: dict[str, dict[str, str]] = {}
    for node in walk(tuple(blocks)):
        if isinstance(node, Citation):
            counts[node.bron_id] = counts.get(node.bron_id, 0) + 1
            anchor = _citation_anchor(node.bron_id, counts[node.bron_id])
            found.setdefault(node.bron_id, {}).setdefault(node.where, anchor)
    return {bron_id: list(places.items()) for bron_id, places in found.items()}


def _citation_anchor(bron_id: str, number: int) -> str:
    return f"noemt-{bron_id}-{number}"


def _find_anchors(blocks: object) -> Iterator[str]:
    for node in walk(blocks):
        if isinstance(node, Heading | Paragraph | Cell | Reference) and node.anchor:
            yield node.anchor


def _unlink(node: object, anchors: frozenset[str]) -> object:
    """Return the words of a link that leads nowhere; anything else as it is."""
    if isinstance(node, Reference) and node.target not in anchors:
        return list(node.children)
    return node


class _Numbering:
    """Numbers footnotes and citations, sets levels and anchors of headings and widths of tables."""

    def __init__(self, places: dict[str, list[tuple[str, str]]], reserved: frozenset[str]) -> None:
        self.places = places
        self.reserved = reserved
        self.level = 0
        self.last = 0
        self.notes = 0
        self.citations: dict[str, int] = {}
        self.anchors: set[str] = set()

    def __call__(self, node: object) -> object:
        if isinstance(node, Paragraph | Cell) and node.anchor:
            self._claim(node.anchor)
        change = self._changes.get(type(node))
        return change(self, node) if change else node

    def _heading(self, heading: Heading) -> Heading:
        if heading.level > self.last + 1 or heading.level > MAX_LEVEL:
            text = plain_text(heading)
            raise OpmaakError(f"boven de kop {text!r} ontbreekt een kop van het niveau erboven")
        self.level = self.last = heading.level
        if heading.anchor:
            self._claim(heading.anchor)
            return heading
        return heading._replace(anchor=self._make_anchor(heading))

    def _subheading(self, node: Subheading) -> Heading:
        self.last = min(self.level + node.rank, self.last + 1, MAX_LEVEL)
        heading = Heading(self.last, cast("tuple[Text, ...]", node.children), "")
        return heading._replace(anchor=self._make_anchor(heading))

    def _citation(self, node: Citation) -> Reference:
        number = self.citations[node.bron_id] = self.citations.get(node.bron_id, 0) + 1
        anchor = _citation_anchor(node.bron_id, number)
        label = f"naar bron {node.bron_id}"
        return Reference(f"bron-{node.bron_id}", (Text(node.bron_id),), anchor, label)

    def _backlinks(self, node: Backlinks) -> list[object]:
        found: list[object] = []
        for where, anchor in self.places.get(node.bron_id, []):
            found += [Text(", ")] if found else []
            found.append(Reference(anchor, (Text(where),), None, f"terug naar {where}"))
        return found or [Text("niet genoemd")]

    def _claim(self, anchor: str) -> None:
        if anchor in self.anchors:
            raise OpmaakError(f"het sjabloon zet het anker {anchor} op twee plaatsen")
        self.anchors.add(anchor)

    def _make_anchor(self, heading: Heading) -> str:
        """Return an anchor after the words of a heading, with a number when it is taken."""
        plain = unicodedata.normalize("NFKD", plain_text(heading).lower()).encode("ascii", "ignore").decode()
        base = _NOT_IN_ANCHOR.sub("-", plain).strip("-.")[:60] or "kop"
        number = 1
        anchor = base
        while anchor in self.anchors or anchor in self.reserved:
            number += 1
            anchor = f"{base}-{number}"
        self.anchors.add(anchor)
        return anchor

    def _note(self, node: Note) -> Note:
        self.notes += 1
        return node._replace(number=self.notes)

    _changes: ClassVar[dict[type, Callable[..., object]]] = {
        Heading: _heading,
        Subheading: _subheading,
        Citation: _citation,
        Backlinks: _backlinks,
        Note: _note,
        Table: lambda _self, node: with_widths(node),
    }
