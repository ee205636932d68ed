"""Nummering: bullets and numbers of lists, which Word keeps apart from the paragraphs."""

from typing import NamedTuple

from toezicht_cli.rendering.word.knopen import Knoop, knoop, qualified
from toezicht_cli.rendering.word.recept import BULLETS, INDENT, LIST_LEVELS, NUMBERS, numbered
from toezicht_cli.rendering.word.stijlblad import Stijlblad
from toezicht_cli.rendering.writers.base import WriterError

LEVELS = 9
_SIGNS = ("•", "–", "▪")
# Where the words of a box begin (the style of the box says so too), and how far a list in a list moves in.
_BOX_START = 227
_BOX_STEP = "\u2003\u2002"
_LARGEST = 32767


class _Kind(NamedTuple):
    """A numbering of ours: its name in the file, the kind of its signs, its list style, or for boxes."""

    name: str
    signs: str
    style: str | None = None
    boxed: bool = False


_CONTINUED = "toezicht kader vervolg"
_KINDS = {
    (False, False): _Kind("toezicht opsomming", "bullet", "List Bullet"),
    (True, False): _Kind("toezicht nummering", "decimal", "List Number"),
    (False, True): _Kind("toezicht kader opsomming", "bullet", boxed=True),
    (True, True): _Kind("toezicht kader nummering", "decimal", boxed=True),
}


class Nummering:
    """The numberings of a document: those of the reference document, ours, and one for every list."""

    def __init__(self, styles: Stijlblad, reference: Knoop | None) -> None:
        self.root = knoop("numbering") if reference is None else reference
        self._styles = styles
        self._abstract = {key: self._own(kind) for key, kind in _KINDS.items()}
        self._continued = self._shared(self._own(_Kind(_CONTINUED, "none", boxed=True)))
        plain = {key: self._shared(abstract) for key, abstract in self._abstract.items()}
        styles.set_numbering(plain[False, False], plain[True, False])

    def of_list(self, depth: int, start: int | None, *, boxed: bool) -> tuple[int, int] | None:
        """Return the id and level of the numbering for a list at ``depth`` (0 is the outermost).

        An ordered list gets one of its own, which begins at ``start``. None: the style says it all.
        """
        level = min(depth, LEVELS - 1)
        abstract = self._abstract[start is not None, boxed]
        of_style = None if boxed else self._of_style(level, ordered=start is not None)
        if of_style is not None:
            abstract, level = of_style
        if start is not None:
            return self._started(abstract, level, start), level
        return None if of_style is not None else (self._shared(abstract), level)

    def continued(self, depth: int) -> tuple[int, int]:
        """Return the id and level of the numbering without signs: for more words of a point in a box."""
        return self._continued, min(depth, LEVELS - 1)

    def _of_style(self, level: int, *, ordered: bool) -> tuple[int, int] | None:
        """Return the numbering that the list style of the document has of itself."""
        if level >= LIST_LEVELS:
            return None
        ident = numbered("List Number" if ordered else "List Bullet", level + 1).replace(" ", "")
        found = self._styles.numbering(ident)
        if found is not None:
            for number in self.root.findall(qualified("num")):
                if number.get(qualified("numId")) == found[0]:
                    return _abstract_of(number), found[1]
        return None

    def _own(self, kind: _Kind) -> int:
        """Return the id of a numbering of ours, which the reference document can have already."""
        known = self.root.findall(qualified("abstractNum"))
        for found in known:
            name = found.find(qualified("name"))
            if name is not None and name.get(qualified("val")) == kind.name:
                return _integer(found, "abstractNumId")
        ident = 1 + max((_integer(found, "abstractNumId") for found in known), default=-1)
        levels = [_level(level, kind) for level in range(LEVELS)]
        if kind.style is not None:
            self._link(kind.style, levels)
        shape = knoop("multiLevelType", val="multilevel")
        made = knoop("abstractNum", shape, knoop("name", val=kind.name), *levels, abstractNumId=ident)
        self.root.insert(len(known), made)
        return ident

    def _link(self, style: str, levels: list[Knoop]) -> None:
        """Tie levels to the list styles that are ours: those of a reference have their own."""
        for level, found in enumerate(levels[:LIST_LEVELS]):
            ident = numbered(style, level + 1).replace(" ", "")
            numbering = self._styles.numbering(ident)
            if numbering is not None and numbering[0] in {BULLETS, NUMBERS}:
                found.insert(2, knoop("pStyle", val=self._styles[ident]))

    def _shared(self, abstract: int) -> int:
        """Return the numbering of a kind that does not begin anew, made when there is none."""
        for found in self.root.findall(qualified("num")):
            if _abstract_of(found) == abstract and found.find(qualified("lvlOverride")) is None:
                return _integer(found, "numId")
        return self._add(abstract)

    def _started(self, abstract: int, level: int, start: int) -> int:
        if not 0 <= start <= _LARGEST:
            raise WriterError(f"een lijst begint met {start}; het kan van 0 tot en met {_LARGEST}")
        return self._add(abstract, knoop("lvlOverride", knoop("startOverride", val=start), ilvl=level))

    def _add(self, abstract: int, *override: Knoop) -> int:
        numbers = self.root.findall(qualified("num"))
        ident = 1 + max((_integer(found, "numId") for found in numbers), default=0)
        made = knoop("num", knoop("abstractNumId", val=abstract), *override, numId=ident)
        self.root.insert(len(self.root.findall(qualified("abstractNum"))) + len(numbers), made)
        return ident


def _level(level: int, kind: _Kind) -> Knoop:
    signs = {"bullet": _SIGNS[level % len(_SIGNS)], "decimal": f"%{level + 1}.", "none": ""}
    left, hanging, before = INDENT * (level + 1), INDENT, ""
    if kind.boxed:
        # The edge of a box follows where the first line begins, so that stays, and the sign moves in.
        left, hanging = _BOX_START + left, left
        before = "" if kind.signs == "none" else _BOX_STEP * level
    return knoop(
        "lvl",
        knoop("start", val=1),
        knoop("numFmt", val=kind.signs),
        knoop("lvlText", val=before + signs[kind.signs]),
        knoop("lvlJc", val="left"),
        knoop("pPr", knoop("ind", left=left, hanging=hanging)),
        ilvl=level,
    )


def _abstract_of(number: Knoop) -> int:
    found = number.find(qualified("abstractNumId"))
    return -1 if found is None else _integer(found, "val")


def _integer(found: Knoop, attribute: str) -> int:
    try:
        return int(found.get(qualified(attribute), ""))
    except ValueError as error:
        raise WriterError("in het voorbeelddocument is de nummering van lijsten kapot") from error
