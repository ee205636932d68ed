"""Stijlblad: the styles of one document: those of the reference document first, then ours."""

import re

from lxml import etree

from toezicht_cli.rendering.boom import Badge
from toezicht_cli.rendering.kantoor.kleuren import tint
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.tekening import ink_on
from toezicht_cli.rendering.word.knopen import Knoop, W, knoop, qualified
from toezicht_cli.rendering.word.recept import BULLETS, NUMBERS, Recipe
from toezicht_cli.rendering.word.recepten import RECIPES, badge, badge_ident

_DEFAULTS = (
    "<w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" '
    'w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault><w:pPr><w:widowControl/>"
    '<w:spacing w:after="0" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
)
_LATENT = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1,
           "defQFormat": 0, "count": 376}  # fmt: skip
_STANDARD = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_BUILT_IN = re.compile(
    "[a-z]|Normal|Default|No List|Body Text|Title|Subtitle|List |Quote|TOC |Strong|Emph|Hyper"
)
_LABEL = re.compile("[^0-9A-Za-zÀ-ÖØ-öø-ÿ ]+")
_LONGEST = 30


class Stijlblad:
    """The styles of a document, and the id that each of ours has in it.

    A style that the reference document has under the same name stays as it is there.
    """

    def __init__(self, stijl: Stijl, reference: Knoop | None, width: int) -> None:
        self.root = knoop("styles") if reference is None else reference
        self._holes = _holes(stijl) | {"width": str(width)}
        self._idents = {_name(style).casefold(): _ident(style) for style in self._styles()}
        self._given: dict[str, str] = {}
        self._badges: dict[tuple[str, str], str] = {}
        if reference is None:
            self.root.append(_parse("docDefaults", _DEFAULTS))
            self.root.append(knoop("latentStyles", **_LATENT))
        for recipe in RECIPES:
            self.add(recipe)

    def __getitem__(self, ident: str) -> str:
        """Return the id that our style ``ident`` has in this document."""
        return self._given[ident]

    def add(self, recipe: Recipe) -> str:
        """Add a style, unless there is one of that name, and return its id."""
        if recipe.ident in self._given:
            return self._given[recipe.ident]
        known = self._idents.get(recipe.name.casefold())
        ident = known if known is not None else self._free(recipe.ident)
        self._given[recipe.ident] = ident
        if known is None:
            self._idents[recipe.name.casefold()] = ident
            self.root.append(self._style(recipe, ident))
        return ident

    def badge(self, found: Badge) -> str:
        """Return the id of the style of an oordeel, one for every pair of words and colour."""
        key = (found.text, found.color.casefold())
        if key not in self._badges:
            first = label = _label(found.text)
            number = 1
            while badge_ident(label) in self._given:
                number += 1
                label = f"{first} {number}"
            ink = ink_on(found.color)[1:].upper()
            self._badges[key] = self.add(badge(label, found.color[1:].upper(), ink))
        return self._badges[key]

    def set_language(self, language: str) -> None:
        """Make ``language`` the language of all text that does not say otherwise."""
        run = self.root
        for name in ("docDefaults", "rPrDefault", "rPr"):
            child = run.find(qualified(name))
            if child is None:
                child = knoop(name)
                run.insert(0, child)
            run = child
        for old in run.findall(qualified("lang")):
            run.remove(old)
        run.append(knoop("lang", val=language, eastAsia=language, bidi="ar-SA"))

    def set_numbering(self, bullets: int, numbers: int) -> None:
        """Tell our list styles which numbering is theirs."""
        for found in self.root.iter(qualified("numId")):
            if found.get(qualified("val")) in {BULLETS, NUMBERS}:
                chosen = bullets if found.get(qualified("val")) == BULLETS else numbers
                found.set(qualified("val"), str(chosen))

    def numbering(self, ident: str) -> tuple[str, int] | None:
        """Return the id and level of the numbering of our list style ``ident``, None when it has none."""
        for style in self._styles():
            if _ident(style) == self[ident]:
                number = style.find(f"{qualified('pPr')}/{qualified('numPr')}/{qualified('numId')}")
                level = style.find(f"{qualified('pPr')}/{qualified('numPr')}/{qualified('ilvl')}")
                depth = "0" if level is None else level.get(qualified("val"), "0")
                if number is not None and depth.isdecimal():
                    return number.get(qualified("val"), ""), int(depth)
        return None

    def _styles(self) -> list[Knoop]:
        return self.root.findall(qualified("style"))

    def _free(self, ident: str) -> str:
        taken = {_ident(style) for style in self._styles()}
        while ident in taken:
            ident += "T"
        return ident

    def _style(self, recipe: Recipe, ident: str) -> Knoop:
        parts = [f'<w:name w:val="{recipe.name}"/>']
        if recipe.based_on is not None:
            parts.append(f'<w:basedOn w:val="{self[recipe.based_on]}"/>')
        if recipe.next_style is not None:
            parts.append(f'<w:next w:val="{self._given.get(recipe.next_style, recipe.next_style)}"/>')
        parts.append(f'<w:uiPriority w:val="{recipe.priority}"/>')
        parts.append("<w:semiHidden/><w:unhideWhenUsed/>" if recipe.hidden else "<w:qFormat/>")
        if recipe.paragraph:
            parts.append(f"<w:pPr>{recipe.paragraph}</w:pPr>")
        if recipe.run:
            parts.append(f"<w:rPr>{recipe.run}</w:rPr>")
        style = _parse("style", "".join((*parts, recipe.rest)).format_map(self._holes))
        self._mark(style, recipe, ident)
        return style

    def _mark(self, style: Knoop, recipe: Recipe, ident: str) -> None:
        style.set(qualified("type"), recipe.kind)
        if recipe.ident in _STANDARD and not self._has_default(recipe.kind):
            style.set(qualified("default"), "1")
        if not _BUILT_IN.match(recipe.name):
            style.set(qualified("customStyle"), "1")
        style.set(qualified("styleId"), ident)

    def _has_default(self, kind: str) -> bool:
        return any(
            style.get(qualified("type")) == kind and style.get(qualified("default")) in {"1", "true", "on"}
            for style in self._styles()
        )


def _holes(stijl: Stijl) -> dict[str, str]:
    ground = stijl.accent if stijl.cover_filled else "#ffffff"
    ink = ink_on(stijl.accent) if stijl.cover_filled else stijl.accent
    colors = {
        "accent": stijl.accent,
        "accent_ink": ink_on(stijl.accent),
        "tint": tint(stijl.accent, 0.1),
        "line": tint(stijl.accent, 0.35),
        "cover_fill": ground,
        "cover_ink": ink,
    }
    return {name: value[1:].upper() for name, value in colors.items()}


def _parse(name: str, content: str) -> Knoop:
    return etree.fromstring(f'<w:{name} xmlns:w="{W}">{content}</w:{name}>')


def _ident(style: Knoop) -> str:
    return style.get(qualified("styleId"), "")


def _name(style: Knoop) -> str:
    found = style.find(qualified("name"))
    return "" if found is None else found.get(qualified("val"), "")


def _label(text: str) -> str:
    """Return the words of an oordeel as part of the name of a style, where a comma would mean two names."""
    return " ".join(_LABEL.sub(" ", text).split())[:_LONGEST].strip() or "zonder woorden"
