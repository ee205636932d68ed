"""Zinnen: words within a paragraph, as spans in named styles."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

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
from toezicht_cli.rendering.kantoor.toets import address_of
from toezicht_cli.rendering.odt.bouw import Bouw
from toezicht_cli.rendering.odt.knopen import Knoop, add, knoop, set_attribute
from toezicht_cli.rendering.odt.recept import coded

WriteNote = Callable[[Note], Knoop]
_WHITE = re.compile("([ \t\r\n]+)")


class _Piece(NamedTuple):
    """What stands in a paragraph, and the link around it."""

    node: Knoop | str
    link: Link | Reference | None


class Zinnen:
    """Makes spans of the words of a paragraph; ``write_note`` makes a footnote."""

    def __init__(self, bouw: Bouw, write_note: WriteNote) -> None:
        self._bouw = bouw
        self._write_note = write_note
        self._after_space = True

    def fill(self, paragraph: Knoop, children: tuple[Inline, ...]) -> None:
        """Put words into a paragraph; a link in a link is not possible, words belong to the inner one."""
        outer, self._after_space = self._after_space, True
        current: Link | Reference | None = None
        around: Knoop = None
        for piece in self._pieces(children, (), None):
            if piece.link is None:
                add(paragraph, piece.node)
            else:
                if piece.link is not current:
                    around = self._link(piece.link)
                    paragraph.addElement(around)
                add(around, piece.node)
            current = piece.link
        self._after_space = outer

    def text(self, text: str) -> Iterator[Knoop | str]:
        """Yield a text of which every space counts: OpenDocument keeps one, and none at the beginning."""
        for part in _WHITE.split(text):
            if not part:
                continue
            if not _WHITE.fullmatch(part):
                self._after_space = False
                yield part
                continue
            kept = 0 if self._after_space else 1
            if kept:
                yield " "
            if len(part) > kept:
                yield knoop("text:s", text__c=len(part) - kept)
            self._after_space = True

    def _pieces(
        self, children: tuple[Inline, ...], styles: tuple[str, ...], link: Link | Reference | None
    ) -> Iterator[_Piece]:
        for child in children:
            if isinstance(child, Strong | Emphasis):
                style = "Strong Emphasis" if isinstance(child, Strong) else "Emphasis"
                yield from self._pieces(child.children, (*styles, style), link)
            elif isinstance(child, Link | Reference):
                yield from self._linked(child, styles)
            else:
                yield from (_Piece(node, link) for node in self._leaf(child, styles))

    def _linked(self, link: Link | Reference, styles: tuple[str, ...]) -> Iterator[_Piece]:
        anchor = link.anchor if isinstance(link, Reference) else None
        if anchor is None:
            yield from self._pieces(link.children, styles, link)
        else:
            start, end = self._bouw.marks(anchor)
            yield _Piece(start, link)
            yield from self._pieces(link.children, styles, link)
            yield _Piece(end, link)

    def _link(self, link: Link | Reference) -> Knoop:
        reference = isinstance(link, Reference)
        href = (
            f"#{self._bouw.bookmark(link.target)}" if isinstance(link, Reference) else address_of(link.href)
        )
        found = knoop(
            "text:a", xlink__type="simple", xlink__href=href, text__style_name=coded("Internet link")
        )
        set_attribute(found, "text:visited-style-name", coded("Visited Internet Link"))
        if reference and isinstance(link, Reference) and link.label:
            set_attribute(found, "office:title", link.label)
        return found

    def _leaf(
        self, child: Text | Code | LineBreak | Badge | Note, styles: tuple[str, ...]
    ) -> Iterator[Knoop | str]:
        if isinstance(child, LineBreak):
            self._after_space = True
            yield knoop("text:line-break")
        elif isinstance(child, Note):
            yield self._write_note(child)
            self._after_space = False
        elif isinstance(child, Badge):
            self._after_space = False
            # The spaces that do not break give the colour some room before and after the words.
            words = f"\xa0{child.symbol} {child.text}\xa0"
            yield knoop("text:span", *self.text(words), text__style_name=self._bouw.styles.badge(child))
        else:
            inner = (*styles, "Source Text") if isinstance(child, Code) else styles
            yield from self._within(list(self.text(child.text)), inner)

    def _within(self, content: list[Knoop | str], styles: tuple[str, ...]) -> list[Knoop | str]:
        for name in reversed(styles):
            content = [knoop("text:span", *content, text__style_name=coded(name))]
        return content
