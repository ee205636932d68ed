"""Plaats: where a block stands, and which style its paragraphs get there."""

from typing import NamedTuple

from toezicht_cli.rendering.boom import Align, BoxKind
from toezicht_cli.rendering.word.recept import LIST_LEVELS, numbered

BOX_STYLES: dict[BoxKind, str] = {
    "let-op": "Kaderletop",
    "kern": "Kaderkern",
    "punten": "Kaderpunten",
    "colofon": "Kadercolofon",
    "norm": "Kadernorm",
}
_SIDES: dict[Align, str] = {"left": "", "right": "rechts", "center": "midden"}


class Place(NamedTuple):
    """Where a block stands.

    ``style`` is the style of a paragraph there, ``boxed`` says that it is that of a box, ``depth`` counts
    the lists around it, ``width`` is the room in twentieths of a point, ``align`` the side in a table.
    """

    width: int
    style: str = "BodyText"
    boxed: bool = False
    depth: int = 0
    align: Align = "left"

    def in_list(self) -> "Place":
        """Return the place of a point of a list here."""
        return self._replace(depth=self.depth + 1)

    def in_box(self, kind: BoxKind) -> "Place":
        """Return the place in a box here."""
        return self._replace(style=BOX_STYLES[kind], boxed=True)

    def in_quote(self) -> "Place":
        """Return the place in a quotation here."""
        return self._replace(style="Quote", boxed=False, depth=0)

    def in_cell(self, width: int, align: Align, *, head: bool) -> "Place":
        """Return the place in a cell of a table here."""
        style = ("Tabelkop" if head else "Tabeltekst") + _SIDES[align]
        return Place(width, style, align=align)

    def style_of_point(self, *, ordered: bool) -> str:
        """Return the style of the first paragraph of a point; this place is in the list."""
        if self.boxed:
            return self.style
        kind = "List Number" if ordered else "List Bullet"
        return numbered(kind, min(self.depth, LIST_LEVELS)).replace(" ", "")

    def style_of_paragraph(self) -> str:
        """Return the style of a paragraph that no list counts."""
        if self.depth == 0 or self.boxed:
            return self.style
        return numbered("List Continue", min(self.depth, LIST_LEVELS)).replace(" ", "")
