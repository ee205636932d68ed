"""Thema: the colours and fonts of a document in one place, so that Word can change them all at once."""

from lxml import etree

from toezicht_cli.rendering.kantoor.kleuren import tint
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.word.knopen import A, Knoop, knoop

SAFE_FONT = "Arial"
_MONO = ("Consolas", "Courier New")
_SHARES = (1.0, 0.8, 0.65, 0.5, 0.35, 0.2)
_PAINT = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


_FONTS = '<a:latin typeface=""/><a:ea typeface=""/><a:cs typeface=""/>'


def theme_bytes(stijl: Stijl) -> bytes:
    """Return the theme of a house style."""
    shades = (tint(stijl.accent, share)[1:].upper() for share in _SHARES)
    accents = (_color(f"accent{number}", shade) for number, shade in enumerate(shades, 1))
    colors = "".join(
        (
            '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>',
            '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>',
            _color("dk2", "404040"),
            _color("lt2", "F4F4F4"),
            *accents,
            _color("hlink", stijl.accent[1:].upper()),
            _color("folHlink", stijl.accent[1:].upper()),
        )
    )
    lines = "".join(f'<a:ln w="{width}">{_PAINT}</a:ln>' for width in (6350, 12700, 19050))
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    root = etree.fromstring(
        f'<a:theme xmlns:a="{A}"><a:themeElements><a:clrScheme name="Huisstijl">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Huisstijl"><a:majorFont>{_FONTS}</a:majorFont>'
        f"<a:minorFont>{_FONTS}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Huisstijl"><a:fillStyleLst>{_PAINT * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PAINT * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
    root.set("name", "Huisstijl")
    families = (stijl.font_head, stijl.font_text)
    for latin, family in zip(root.iter(f"{{{A}}}latin"), families, strict=True):
        latin.set("typeface", family)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _color(name: str, value: str) -> str:
    return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'


def font_table(stijl: Stijl) -> Knoop:
    """Return the fonts of a document, and what stands in for one that a computer does not have."""
    found = knoop("fonts")
    for family in dict.fromkeys((stijl.font_text, stijl.font_head)):
        found.append(_font(family, SAFE_FONT, "swiss", "variable"))
    found.append(_font(*_MONO, "modern", "fixed"))
    return found


def _font(name: str, other: str, family: str, pitch: str) -> Knoop:
    font = knoop("font", knoop("family", val=family), knoop("pitch", val=pitch), name=name)
    if other != name:
        font.insert(0, knoop("altName", val=other))
    return font
