"""Lijst: a list in OpenDocument, where only paragraphs and lists can stand in a point."""

from toezicht_cli.rendering.odt.knopen import Knoop, knoop, name_of, set_attribute
from toezicht_cli.rendering.odt.stijlblad import list_style

_FITS = frozenset({"p", "h", "list"})


class Lijst:
    """A list in the making; around a table it is broken off and taken up again.

    ``nodes`` are the lists and what stands between them.
    """

    def __init__(self, start: int | None, *, boxed: bool) -> None:
        self.nodes: list[Knoop] = []
        self._start = start
        self._style = list_style(ordered=start is not None, boxed=boxed)
        self._list: Knoop = None
        self._point: Knoop = None
        self._number = -1
        self._begun = False
        # Whether the list that is open knows with which number it began.
        self._counting = False

    def begin_point(self) -> None:
        """Begin the next point."""
        self._number += 1
        self._point = None
        self._begun = False

    def add(self, node: Knoop) -> None:
        """Add what stands in the point."""
        if name_of(node) not in _FITS:
            self.nodes.append(node)
            self._list = self._point = None
            self._counting = False
            return
        if self._list is None:
            self._list = knoop("text:list", text__style_name=self._style)
            self.nodes.append(self._list)
        if self._point is None:
            # What follows a table in the same point gets no sign of its own.
            self._point = knoop("text:list-header" if self._begun else "text:list-item")
            if not self._begun and self._start is not None and not self._counting:
                set_attribute(self._point, "text:start-value", str(self._start + self._number))
                self._counting = True
            self._list.addElement(self._point)
        self._point.addElement(node)
        self._begun = True
