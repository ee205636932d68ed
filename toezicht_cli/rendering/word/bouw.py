"""Bouw: what grows while a Word file is made: relations, pictures, bookmarks, footnotes."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import NamedTuple

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.kantoor.beelden import Picture
from toezicht_cli.rendering.kantoor.inhoud import bookmark_names
from toezicht_cli.rendering.kantoor.toets import address_of, anchors
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.word.knopen import Knoop, knoop
from toezicht_cli.rendering.word.nummering import Nummering
from toezicht_cli.rendering.word.stijlblad import Stijlblad

_EMU_IN_MM = 36000


class Page(NamedTuple):
    """The page: its w:pgSz and w:pgMar, and the width of the text in twentieths of a point."""

    size: Mapping[str, int]
    margins: Mapping[str, int]

    @property
    def width(self) -> int:
        """Return the width of the text in twentieths of a point."""
        return self.size["w"] - self.margins["left"] - self.margins["right"]


A4 = Page(
    {"w": 11906, "h": 16838},
    {"top": 1531, "right": 1361, "bottom": 1361, "left": 1361, "header": 624, "footer": 567, "gutter": 0},
)


class Onderdeel(Part):
    """A part of the file whose content comes later than its relations."""

    content = b""

    @property
    def blob(self) -> bytes:
        """Return the bytes of the part."""
        return self.content


class Bouw:
    """A Word file in the making.

    ``part`` is the part that is being written (the text or the footnotes): relations belong to it.
    """

    def __init__(
        self, document: Document, stijl: Stijl, styles: Stijlblad, lists: Nummering, page: Page
    ) -> None:
        self.document = document
        self.stijl = stijl
        self.styles = styles
        self.lists = lists
        self.page = page
        self.package = Package()
        self.text = self.new_part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
        self.notes = self.new_part("/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES)
        self.part = self.text
        self.footnotes: list[Knoop] = []
        self._bookmarks = bookmark_names(anchors(document))
        self._bookmark_ids: Iterator[int] = count(1)
        self._pictures: dict[bytes, Part] = {}
        self._drawings: Iterator[int] = count(1)

    def new_part(self, name: str, kind: str, content: bytes = b"") -> Onderdeel:
        """Return a part of the file; its content can come later."""
        part = Onderdeel(PackURI(name), kind, None, self.package)
        part.content = content
        return part

    def external(self, href: str) -> str:
        """Return the id of a relation to an address outside.

        Raises:
            WriterError: the address is not one of http, https or mailto.
        """
        return self.part.relate_to(address_of(href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def picture(self, picture: Picture) -> tuple[str, int, int, int]:
        """Return the id of a relation to a picture, the number of its place, its width and its height."""
        if picture.png not in self._pictures:
            name = f"/word/media/beeld{len(self._pictures) + 1}.png"
            made = Part(PackURI(name), CONTENT_TYPE.PNG, picture.png, self.package)
            self._pictures[picture.png] = made
        relation = self.part.relate_to(self._pictures[picture.png], RELATIONSHIP_TYPE.IMAGE)
        width, height = (max(1, round(size * _EMU_IN_MM)) for size in (picture.width, picture.height))
        return relation, next(self._drawings), width, height

    def bookmark(self, anchor: str) -> str:
        """Return the name of the bookmark of an anchor."""
        return self._bookmarks[anchor]

    def marked(self, anchor: str | None, children: list[Knoop]) -> list[Knoop]:
        """Return ``children`` with a bookmark around them when there is an ``anchor``."""
        if anchor is None:
            return children
        ident = next(self._bookmark_ids)
        start = knoop("bookmarkStart", id=ident, name=self.bookmark(anchor))
        return [start, *children, knoop("bookmarkEnd", id=ident)]
