"""Zinnen: words within a paragraph, as runs in character styles."""

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
from toezicht_cli.rendering.word.bouw import Bouw
from toezicht_cli.rendering.word.knopen import Knoop, knoop, qualified, words

WriteNote = Callable[[Note], Knoop]


class _Look(NamedTuple):
    """How words look: the style that is inmost, and what it lacks of the styles around it."""

    style: str | None = None
    bold: bool = False
    italic: bool = False
    link: Link | Reference | None = None


class _Piece(NamedTuple):
    """A run or a bookmark, and the link that it stands in."""

    node: Knoop
    link: Link | Reference | None


class Zinnen:
    """Makes runs of the words of a paragraph; ``write_note`` makes the footnote that a run calls."""

    def __init__(self, bouw: Bouw, write_note: WriteNote) -> None:
        self._bouw = bouw
        self._write_note = write_note

    def runs(self, children: tuple[Inline, ...]) -> list[Knoop]:
        """Return what stands in the paragraph: runs, links around runs, bookmarks.

        Word has no link in a link: there, words belong to the inner one.
        """
        found: list[Knoop] = []
        current: Link | Reference | None = None
        for piece in self._pieces(children, _Look()):
            if piece.link is None:
                found.append(piece.node)
            elif piece.link is current:
                found[-1].append(piece.node)
            else:
                around = self._link(piece.link)
                around.append(piece.node)
                found.append(around)
            current = piece.link
        return found

    def _link(self, link: Link | Reference) -> Knoop:
        if isinstance(link, Link):
            return knoop("hyperlink", r__id=self._bouw.external(link.href), history=1)
        found = knoop("hyperlink", anchor=self._bouw.bookmark(link.target), history=1)
        if link.label:
            found.set(qualified("tooltip"), link.label)
        return found

    def _pieces(self, children: tuple[Inline, ...], look: _Look) -> Iterator[_Piece]:
        for child in children:
            if isinstance(child, Strong | Emphasis):
                yield from self._pieces(child.children, _within(child, look))
            elif isinstance(child, Link | Reference):
                yield from self._linked(child, look)
            else:
                yield _Piece(self._run(child, look), look.link)

    def _linked(self, link: Link | Reference, look: _Look) -> Iterator[_Piece]:
        inner = tuple(self._pieces(link.children, look._replace(style="Hyperlink", link=link)))
        if isinstance(link, Reference) and link.anchor is not None:
            start, end = self._bouw.marked(link.anchor, [])
            yield from (_Piece(start, link), *inner, _Piece(end, link))
        else:
            yield from inner

    def _run(self, child: Text | Code | LineBreak | Badge | Note, look: _Look) -> Knoop:
        if isinstance(child, Text):
            return self._styled(look, words(child.text))
        if isinstance(child, Code):
            return self._styled(look._replace(style="Codetekst"), words(child.text))
        if isinstance(child, LineBreak):
            return knoop("r", knoop("br"))
        if isinstance(child, Badge):
            style = knoop("rStyle", val=self._bouw.styles.badge(child))
            # The spaces that do not break give the colour some room before and after the words.
            text = words(f"\xa0{child.symbol} {child.text}\xa0")
            return knoop("r", knoop("rPr", style), text)
        return self._write_note(child)

    def _styled(self, look: _Look, *content: Knoop) -> Knoop:
        properties = knoop("rPr")
        if look.style is not None:
            properties.append(knoop("rStyle", val=self._bouw.styles[look.style]))
        for wanted, style, names in (
            (look.bold, "Strong", ("b", "bCs")),
            (look.italic, "Emphasis", ("i", "iCs")),
        ):
            if wanted and look.style != style:
                properties.extend(knoop(name) for name in names)
        if look.link is not None and look.style != "Hyperlink":
            properties.append(knoop("u", val="single"))
        return knoop("r", *([properties] if len(properties) else []), *content)


def _within(child: Strong | Emphasis, look: _Look) -> _Look:
    """Return the look of words in ``child``: a run has one character style, so the first one keeps it."""
    style = "Strong" if isinstance(child, Strong) else "Emphasis"
    bold = look.bold or isinstance(child, Strong)
    italic = look.italic or isinstance(child, Emphasis)
    return look._replace(style=look.style or style, bold=bold, italic=italic)
