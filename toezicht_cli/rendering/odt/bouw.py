"""Bouw: what grows while an OpenDocument text is made: pictures, bookmarks, styles of one use."""

from collections.abc import Iterator
from itertools import count

from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.kantoor.beelden import Picture
from toezicht_cli.rendering.kantoor.inhoud import bookmark_names
from toezicht_cli.rendering.kantoor.toets import anchors
from toezicht_cli.rendering.odt.bladzijde import FIRST, OTHER
from toezicht_cli.rendering.odt.knopen import Knoop, knoop, name_of, qualified, set_attribute
from toezicht_cli.rendering.odt.recept import coded
from toezicht_cli.rendering.odt.stijlblad import Stijlblad
from toezicht_cli.rendering.stijl import Stijl

_STYLE_NAME = qualified("style:name")
_BEHIND_LIST = "0.28cm"


class Bouw:
    """An OpenDocument text in the making."""

    def __init__(self, document: Document, stijl: Stijl, styles: Stijlblad) -> None:
        self.document = document
        self.stijl = stijl
        self.styles = styles
        self.pictures: dict[bytes, str] = {}
        self.automatic: list[Knoop] = []
        self.tables: Iterator[int] = count(1)
        self.lists_of_contents: Iterator[int] = count(1)
        self._frames: Iterator[int] = count(1)
        self._bookmarks = bookmark_names(anchors(document))
        self._names: Iterator[int] = count(1)
        self._page: str | None = FIRST
        self._break = False
        self._spaced: dict[str, str] = {}

    def break_page(self, *, to_text: bool = False) -> None:
        """Let what follows begin on a new page; ``to_text`` for the first one after the cover."""
        self._break = True
        self._page = OTHER if to_text else self._page

    def page_break(self) -> dict[str, str] | None:
        """Return what a style must say to begin a page here, None when nothing has to begin; once."""
        found = None
        if self._page is not None:
            found = {"style:master-page-name": coded(self._page)}
        elif self._break:
            found = {"fo:break-before": "page"}
        self._page, self._break = None, False
        return found

    def style_here(self, name: str) -> str:
        """Return a style as the file writes it; where a page must begin, one of its own based on it."""
        wanted = self.page_break()
        if wanted is None:
            return coded(name)
        own = self.new_name("P")
        made = knoop("style:style", style__name=own, style__family="paragraph")
        set_attribute(made, "style:parent-style-name", coded(name))
        if "fo:break-before" in wanted:
            made.addElement(knoop("style:paragraph-properties", fo__break_before="page"))
        else:
            set_attribute(made, "style:master-page-name", wanted["style:master-page-name"])
        self.automatic.append(made)
        return own

    def space_behind(self, nodes: list[Knoop]) -> None:
        """Give the last paragraph of lists the space that stands behind a paragraph of text."""
        last = nodes[-1] if nodes else None
        while last is not None and name_of(last) in {"list", "list-item", "list-header"}:
            last = last.lastChild
        if last is None or name_of(last) != "p":
            return
        style = last.getAttrNS(*qualified("text:style-name"))
        if style not in self._spaced:
            self._spaced[style] = self._spaced_style(style)
        set_attribute(last, "text:style-name", self._spaced[style])

    def _spaced_style(self, style: str) -> str:
        """Return a style of one use that only adds space to a named one; one of one use gets it itself."""
        own = next((found for found in self.automatic if found.getAttrNS(*_STYLE_NAME) == style), None)
        name = self.new_name("P") if own is None else style
        if own is None:
            own = knoop("style:style", style__name=name, style__family="paragraph")
            set_attribute(own, "style:parent-style-name", style)
            self.automatic.append(own)
        if own.firstChild is None:
            own.addElement(knoop("style:paragraph-properties"))
        set_attribute(own.firstChild, "fo:margin-bottom", _BEHIND_LIST)
        return name

    def new_name(self, letter: str) -> str:
        """Return a name that no other style of one use has."""
        return f"{letter}{next(self._names)}"

    def bookmark(self, anchor: str) -> str:
        """Return the name of the bookmark of an anchor."""
        return self._bookmarks[anchor]

    def marks(self, anchor: str) -> tuple[Knoop, Knoop]:
        """Return the begin and the end of the bookmark of an anchor."""
        name = self.bookmark(anchor)
        return knoop("text:bookmark-start", text__name=name), knoop("text:bookmark-end", text__name=name)

    def frame(self, picture: Picture) -> Knoop:
        """Return a picture that stands in the line, with what it shows in words."""
        name = self.pictures.setdefault(picture.png, f"Pictures/beeld{len(self.pictures) + 1}.png")
        image = knoop(
            "draw:image", xlink__href=name, xlink__type="simple", xlink__show="embed", xlink__actuate="onLoad"
        )
        return knoop(
            "draw:frame",
            image,
            knoop("svg:desc", picture.description),
            draw__name=f"Beeld {next(self._frames)}",
            text__anchor_type="as-char",
            svg__width=f"{picture.width / 10:.3f}cm",
            svg__height=f"{picture.height / 10:.3f}cm",
        )
