"""Recept: how a style of ours is written down, and the shapes that many styles share.

A recipe holds WordprocessingML with holes: ``{accent}`` and ``{accent_ink}`` (the house colour and what can
be read on it), ``{tint}``, ``{line}``, ``{cover_fill}``, ``{cover_ink}`` and ``{width}`` (of the text, in
twentieths of a point). Nothing of a document ever comes into a recipe.
"""

from typing import NamedTuple

WARNING = "9C1C1C"
# Stand-ins for the numbering of the list styles, until it is known: see stijlblad.py.
BULLETS, NUMBERS = "-1", "-2"
LIST_LEVELS = 5
INDENT = 397
# As thin as Word can draw: an edge above should not cut the bar in front of a box.
HAIR = 2

HEAD_FONT = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:cstheme="majorHAnsi"/>'
MONO = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:noProof/>'
ACCENT = '<w:color w:val="{accent}" w:themeColor="accent1"/>'
BOLD = "<w:b/><w:bCs/>"
KEEP = "<w:keepNext/><w:keepLines/>"
UNNUMBERED = "<w:suppressLineNumbers/>"
_EXACT = 'w:lineRule="exact"'


class Recipe(NamedTuple):
    """A style: its id, its name in Word and what is in it.

    Names with a small letter are Word's own: it shows them in the language of the user. ``priority`` is
    the place in Word's list; ``next_style`` comes after it when somebody types on.
    """

    ident: str
    name: str
    paragraph: str = ""
    run: str = ""
    priority: int = 30
    based_on: str | None = "Normal"
    kind: str = "paragraph"
    next_style: str | None = None
    rest: str = ""
    hidden: bool = False


def size(half_points: int) -> str:
    """Return the size of letters, in half points."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def color(value: str) -> str:
    """Return the colour of letters."""
    return f'<w:color w:val="{value}"/>'


def spacing(before: int, after: int, line: int | None = None) -> str:
    """Return the space around a paragraph in twentieths of a point; ``line`` in 240ths of a line."""
    lines = "" if line is None else f' w:line="{line}" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def thin(height: int, after: int = 0) -> str:
    """Return the space of a paragraph without words, which is only as high as it should be."""
    return f'<w:spacing w:before="0" w:after="{after}" w:line="{height}" {_EXACT}/>'


def edge(side: str, line: str, space: int, width: int = 4) -> str:
    """Return one edge of a paragraph; ``width`` in eighths of a point, ``space`` in points."""
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{line}"/>'


def fill(value: str) -> str:
    """Return the colour behind a paragraph or in a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{value}"/>'


def numbered(ident: str, level: int) -> str:
    """Return the words of a style or id for a level: ``List Bullet`` for 1, ``List Bullet 2`` for 2."""
    return ident if level == 1 else f"{ident} {level}"


def heading(level: int, letters: int, before: int) -> Recipe:
    """Return the style of a heading."""
    paragraph = (
        f"{KEEP}{UNNUMBERED}<w:suppressAutoHyphens/>{spacing(before, before // 3, 264)}"
        f'<w:outlineLvl w:val="{level - 1}"/>'
    )
    run = f"{HEAD_FONT}{BOLD}{ACCENT}{size(letters)}"
    return Recipe(f"Heading{level}", f"heading {level}", paragraph, run, 9, next_style="BodyText")


def listed(kind: str, numbering: str, level: int) -> Recipe:
    """Return the style of a point of a list."""
    name = numbered(f"List {kind}", level)
    number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{numbering}"/></w:numPr>'
    return Recipe(name.replace(" ", ""), name, number + spacing(0, 80), "", 10)


def continued(level: int) -> Recipe:
    """Return the style of a further paragraph of a point of a list."""
    name = numbered("List Continue", level)
    return Recipe(name.replace(" ", ""), name, f'{spacing(0, 80)}<w:ind w:left="{INDENT * level}"/>', "", 10)


def contents(level: int) -> Recipe:
    """Return the style of a line of the list of contents."""
    paragraph = (
        f'{UNNUMBERED}<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{{width}}"/></w:tabs>'
        f'{spacing(120 if level == 1 else 0, 40)}<w:ind w:left="{284 * (level - 1)}" w:right="567"/>'
    )
    return Recipe(f"TOC{level}", f"toc {level}", paragraph, BOLD if level == 1 else "", 39)


def box(ident: str, name: str, bar: str, ground: str, run: str = "") -> Recipe:
    """Return the style of a box: a bar in front, a ground, and edges in its colour as padding.

    The edges above and below have the colour of the ground, so that paragraphs make one area whether a
    program joins their edges or draws each apart.
    """
    edges = (
        f"{edge('top', ground, 4, HAIR)}{edge('left', bar, 8, 36)}{edge('bottom', ground, 4, HAIR)}"
        f"{edge('right', ground, 8, HAIR)}{edge('between', ground, 4, HAIR)}"
    )
    paragraph = (
        f"{UNNUMBERED}<w:pBdr>{edges}</w:pBdr>{fill(ground)}{spacing(120, 200)}"
        '<w:ind w:left="227" w:right="227"/><w:contextualSpacing/>'
    )
    return Recipe(ident, name, paragraph, run, 20)


def cover(name: str, based_on: str, run: str, around: str) -> Recipe:
    """Return a style of the head of the cover, which can lie on the house colour."""
    edges = "".join(edge(side, "{cover_fill}", 14) for side in ("top", "left", "bottom", "right"))
    paragraph = (
        f"{UNNUMBERED}<w:pBdr>{edges}</w:pBdr>{fill('{cover_fill}')}{around}"
        '<w:ind w:left="284" w:right="284"/>'
    )
    run = color("{cover_ink}") + run
    return Recipe(name.replace(" ", ""), name, paragraph, run, 12, based_on, next_style="Omslagtekst")


def cell(name: str, align: str, *, head: bool = False) -> Recipe:
    """Return the style of words in a table."""
    side = "" if align == "left" else f'<w:jc w:val="{align}"/>'
    hyphens = '<w:suppressAutoHyphens w:val="0"/>'
    paragraph = f"{'<w:keepNext/>' if head else ''}{UNNUMBERED}{hyphens}{spacing(50, 50, 264)}{side}"
    run = (BOLD + color("{accent_ink}") if head else "") + size(20)
    return Recipe(name.replace(" ", ""), name, paragraph, run, 21)
