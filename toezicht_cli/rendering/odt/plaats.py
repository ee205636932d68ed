"""Plaats: where a block stands, and which style its paragraphs get there."""

from typing import NamedTuple

from toezicht_cli.rendering.boom import Align, BoxKind

BOX_STYLES: dict[BoxKind, str] = {
    "let-op": "Kader let op",
    "kern": "Kader kern",
    "punten": "Kader punten",
    "colofon": "Kader colofon",
    "norm": "Kader norm",
}
_SIDES: dict[Align, str] = {"left": "", "right": " rechts", "center": " midden"}


class Place(NamedTuple):
    """Where a block stands.

    ``style`` is the style of a paragraph there, ``boxed`` says that it is that of a box, ``depth``
    counts the lists around it, ``width`` is the room in centimetres.
    """

    width: float
    style: str = "Text body"
    boxed: bool = False
    depth: int = 0

    def in_list(self) -> "Place":
        """Return the place of a further paragraph of a point of a list here."""
        return self._replace(style=self.style if self.boxed else "List 1 Cont.", depth=self.depth + 1)

    def style_of_point(self, *, ordered: bool) -> str:
        """Return the style of the first paragraph of a point; this place is in the list."""
        if self.boxed:
            return self.style
        return "Numbering 1" if ordered else "List 1"

    def in_box(self, kind: BoxKind) -> "Place":
        """Return the place in a box here."""
        return self._replace(style=BOX_STYLES[kind], boxed=True)

    def in_quote(self) -> "Place":
        """Return the place in a quotation here."""
        return self._replace(style="Quotations", boxed=False)

    def in_cell(self, width: float, kind: str, align: Align) -> "Place":
        """Return the place in a cell of a table, of which ``kind`` is the style."""
        return Place(width, kind + _SIDES[align])
