"""Recept: how a style of ours is written down in OpenDocument."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from toezicht_cli.rendering.kantoor.kleuren import tint
from toezicht_cli.rendering.odt.knopen import Knoop, knoop, set_attribute
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.tekening import ink_on

WARNING = "#9c1c1c"
SAFE_FONT = "Arial"
LIST_LEVELS = 10
INDENT = 0.7
# As thin as it can be: it should not cut the bar in front of a box.
_HAIR = "0.05pt"
_HYPHENS = {
    "fo:hyphenate": "true",
    "fo:hyphenation-remain-char-count": "3",
    "fo:hyphenation-push-char-count": "3",
}
Properties = Mapping[str, str]
NOTHING: Properties = MappingProxyType({})


class Recipe(NamedTuple):
    """A style: its name for people, what it adds for paragraphs and for letters (``fo:margin-top``)."""

    name: str
    paragraph: Properties = NOTHING
    letters: Properties = NOTHING
    parent: str | None = "Standard"
    family: str = "paragraph"
    next_style: str | None = None
    level: int | None = None


class Palette(NamedTuple):
    """The colours of a document."""

    accent: str
    accent_ink: str
    tint: str
    line: str
    cover: str
    cover_ink: str


def palette(stijl: Stijl) -> Palette:
    """Return the colours that follow from a house style."""
    cover = stijl.accent if stijl.cover_filled else "#ffffff"
    cover_ink = ink_on(stijl.accent) if stijl.cover_filled else stijl.accent
    light, line = tint(stijl.accent, 0.1), tint(stijl.accent, 0.35)
    return Palette(stijl.accent, ink_on(stijl.accent), light, line, cover, cover_ink)


def coded(name: str) -> str:
    """Return the name of a style as OpenDocument writes it: ``Heading_20_1``."""
    return name.replace(" ", "_20_")


def style(recipe: Recipe) -> Knoop:
    """Return a style that people find under its name."""
    found = knoop("style:style", style__name=coded(recipe.name), style__family=recipe.family)
    if coded(recipe.name) != recipe.name:
        set_attribute(found, "style:display-name", recipe.name)
    if recipe.parent is not None and recipe.family == "paragraph" and recipe.name != "Standard":
        set_attribute(found, "style:parent-style-name", coded(recipe.parent))
    if recipe.next_style is not None:
        set_attribute(found, "style:next-style-name", coded(recipe.next_style))
    if recipe.level is not None:
        set_attribute(found, "style:default-outline-level", str(recipe.level))
    for kind, properties in (("paragraph", recipe.paragraph), ("text", recipe.letters)):
        if properties:
            found.addElement(_properties(kind, properties))
    return found


def _properties(kind: str, properties: Properties) -> Knoop:
    found = knoop(f"style:{kind}-properties")
    for name, value in properties.items():
        if name == "tab":
            stop = knoop("style:tab-stop", style__position=value, style__type="right")
            found.addElement(knoop("style:tab-stops", stop))
        else:
            set_attribute(found, name, value)
    return found


def margins(top: float, bottom: float, side: float = 0) -> dict[str, str]:
    """Return the space around a paragraph in centimetres."""
    sizes = {"top": top, "bottom": bottom, "left": side, "right": side}
    return {f"fo:margin-{place}": f"{size}cm" for place, size in sizes.items()}


def letters(size: float, **more: str) -> dict[str, str]:
    """Return the size of letters in points; ``bold`` and ``color`` can be given as well."""
    found = {"fo:font-size": f"{size}pt"}
    if "color" in more:
        found["fo:color"] = more["color"]
    return found | (BOLD if "bold" in more else {})


BOLD = {"fo:font-weight": "bold"}
KEEP = {"fo:keep-with-next": "always", "fo:keep-together": "always"}
UNNUMBERED = {"text:number-lines": "false", "text:line-number": "0"}
HEAD_FONT = {"style:font-name": "Kop"}
MONO = {"style:font-name": "Vast"}


def heading(level: int, size: float, before: float, color: str) -> Recipe:
    """Return the style of a heading."""
    paragraph = KEEP | UNNUMBERED | margins(before, before / 3) | {"fo:line-height": "110%"}
    look = HEAD_FONT | letters(size, color=color, bold="")
    return Recipe(f"Heading {level}", paragraph, look, "Standard", next_style="Text body", level=level)


def box(name: str, bar: str, ground: str, look: Properties = NOTHING) -> Recipe:
    """Return the style of a box: a bar in front of a ground.

    Edges are joined, so that the space between two paragraphs is filled and the bar goes on.
    """
    paragraph = (
        UNNUMBERED
        | margins(0, 0.25)
        | {
            "fo:background-color": ground,
            "fo:padding-left": "0.3cm",
            "fo:padding-right": "0.3cm",
            "fo:padding-top": "0.14cm",
            "fo:padding-bottom": "0.14cm",
            "fo:border-left": f"4.5pt solid {bar}",
            "fo:border-right": f"{_HAIR} solid {ground}",
            "fo:border-top": "none",
            "fo:border-bottom": "none",
            "style:join-border": "true",
        }
    )
    return Recipe(name, paragraph, look)


def cover(name: str, parent: str, more: Properties, look: Properties, colors: Palette) -> Recipe:
    """Return a style of the head of the cover, which can lie on the house colour."""
    ground = {
        "fo:background-color": colors.cover,
        "fo:border": f"{_HAIR} solid {colors.cover}",
        "fo:padding-left": "0.5cm",
        "fo:padding-right": "0.5cm",
        "style:join-border": "false",
    }
    return Recipe(name, {**UNNUMBERED, **ground, **more}, {"fo:color": colors.cover_ink, **look}, parent)


def cell(name: str, align: str, look: Properties, *, head: bool = False) -> Recipe:
    """Return the style of words in a table, where a long word in a narrow column is broken at a syllable."""
    paragraph = UNNUMBERED | margins(0.08, 0.08) | {"fo:line-height": "110%", "fo:text-align": align}
    return Recipe(name, paragraph | (KEEP if head else {}), {**look, **_HYPHENS})
