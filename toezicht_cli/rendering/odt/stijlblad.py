"""Stijlblad: styles.xml: the named styles, the lists, the pages and what stands above and below them."""

import re

from toezicht_cli.rendering.boom import Badge, Document
from toezicht_cli.rendering.odt.knopen import Knoop, add, knoop, set_attribute
from toezicht_cli.rendering.odt.recept import (
    BOLD,
    INDENT,
    LIST_LEVELS,
    SAFE_FONT,
    Recipe,
    coded,
    palette,
    style,
)
from toezicht_cli.rendering.odt.recepten import all_recipes
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.tekening import ink_on

_SIGNS = ("•", "–", "▪")
_LABEL = re.compile("[^0-9A-Za-zÀ-ÖØ-öø-ÿ ]+")
_LONGEST = 30
# The tab behind the sign is counted from the edge of a box, the words from within it.
_BOX_EDGE = 0.46
_BOX_STEP = "\u2003\u2002"
_LISTS = tuple((ordered, boxed) for ordered in (False, True) for boxed in (False, True))


class Stijlblad:
    """The named styles of a document; those of the oordelen come when they are met."""

    def __init__(self, document: Document, stijl: Stijl, language: str) -> None:
        self.root = knoop("office:styles", _standard(language))
        for recipe in all_recipes(palette(stijl)):
            self.root.addElement(style(recipe))
        self._numbers_lines = document.variant == "concept"
        self._badges: dict[tuple[str, str], str] = {}

    def badge(self, found: Badge) -> str:
        """Return the name of the style of an oordeel, one for every pair of words and colour."""
        key = (found.text, found.color.casefold())
        if key not in self._badges:
            label = " ".join(_LABEL.sub(" ", found.text).split())[:_LONGEST].strip() or "zonder woorden"
            taken = {name.casefold() for name in self._badges.values()}
            name, number = f"Oordeel {label}", 1
            while coded(name).casefold() in taken:
                number += 1
                name = f"Oordeel {label} {number}"
            look = {"fo:color": ink_on(found.color), "fo:background-color": found.color} | BOLD
            self.root.addElement(style(Recipe(name, {}, look, None, "text")))
            self._badges[key] = coded(name)
        return self._badges[key]

    def finish(self) -> Knoop:
        """Return all styles; what is not a style of words has its place behind those."""
        outline = knoop("text:outline-style", style__name="Outline")
        for level in range(1, LIST_LEVELS + 1):
            add(outline, knoop("text:outline-level-style", text__level=level, style__num_format=""))
        add(self.root, outline, *(_list_style(ordered=ordered, boxed=boxed) for ordered, boxed in _LISTS))
        add(self.root, _notes("footnote"), _notes("endnote"), self._line_numbers())
        return self.root

    def _line_numbers(self) -> Knoop:
        return knoop(
            "text:linenumbering-configuration",
            text__style_name=coded("Line numbering"),
            text__number_lines="true" if self._numbers_lines else "false",
            text__count_empty_lines="false",
            text__restart_on_page="true",
            text__offset="0.4cm",
            style__num_format="1",
            text__number_position="left",
            text__increment=5,
        )


def list_style(*, ordered: bool, boxed: bool) -> str:
    """Return the name of the style of a list."""
    name = "Nummering" if ordered else "Opsomming"
    return coded(f"{name} in kader" if boxed else name)


def fonts(stijl: Stijl) -> Knoop:
    """Return the fonts of a document, each with one that every computer has."""
    families = {
        "Tekst": (stijl.font_text, SAFE_FONT, "swiss", "variable"),
        "Kop": (stijl.font_head, SAFE_FONT, "swiss", "variable"),
        "Vast": ("Liberation Mono", "Courier New", "modern", "fixed"),
    }
    found = knoop("office:font-face-decls")
    for name, (family, other, generic, pitch) in families.items():
        quoted = family.replace("'", "")
        face = knoop("style:font-face", style__name=name, svg__font_family=f"'{quoted}', '{other}'")
        set_attribute(face, "style:font-family-generic", generic)
        set_attribute(face, "style:font-pitch", pitch)
        found.addElement(face)
    return found


def _standard(language: str) -> Knoop:
    code, _, country = language.partition("-")
    look = knoop(
        "style:text-properties",
        style__font_name="Tekst",
        fo__font_size="11pt",
        fo__language=code,
        fo__country=country or "none",
        fo__hyphenate="false",
    )
    paragraph = knoop(
        "style:paragraph-properties",
        fo__line_height="120%",
        fo__orphans=2,
        fo__widows=2,
        style__writing_mode="lr-tb",
        style__tab_stop_distance="1.25cm",
    )
    return knoop("style:default-style", paragraph, look, style__family="paragraph")


def _list_style(*, ordered: bool, boxed: bool) -> Knoop:
    levels = (_list_level(level, ordered=ordered, boxed=boxed) for level in range(1, LIST_LEVELS + 1))
    name = list_style(ordered=ordered, boxed=boxed)
    found = knoop("text:list-style", *levels, style__name=name)
    if boxed:
        set_attribute(found, "style:display-name", name.replace("_20_", " "))
    return found


def _list_level(level: int, *, ordered: bool, boxed: bool) -> Knoop:
    if ordered:
        sign = knoop("text:list-level-style-number", text__level=level, style__num_format="1")
        set_attribute(sign, "style:num-suffix", ".")
    else:
        bullet = _SIGNS[(level - 1) % len(_SIGNS)]
        sign = knoop("text:list-level-style-bullet", text__level=level, text__bullet_char=bullet)
    left = INDENT * level
    hanging = left if boxed else INDENT
    if boxed and level > 1:
        # The edge of the box follows where the first line begins, so that stays, and the sign moves in.
        set_attribute(sign, "style:num-prefix", _BOX_STEP * (level - 1))
    aligned = knoop(
        "style:list-level-label-alignment",
        text__label_followed_by="listtab",
        text__list_tab_stop_position=f"{left + (_BOX_EDGE if boxed else 0):.2f}cm",
        fo__text_indent=f"-{hanging:.2f}cm",
        fo__margin_left=f"{left:.2f}cm",
    )
    place = knoop(
        "style:list-level-properties", aligned, text__list_level_position_and_space_mode="label-alignment"
    )
    sign.addElement(place)
    return sign


def _notes(kind: str) -> Knoop:
    return knoop(
        "text:notes-configuration",
        text__note_class=kind,
        text__citation_style_name=coded("Footnote Symbol"),
        text__citation_body_style_name=coded("Footnote anchor"),
        text__default_style_name="Footnote",
        style__num_format="1" if kind == "footnote" else "i",
        text__start_value=0,
        text__footnotes_position="page",
        text__start_numbering_at="document",
    )
