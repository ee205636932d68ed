"""Svg: whether a picture is only a picture: no scripts, no links, no other files, no entities."""

import re

from lxml import etree

_MAX_ELEMENTS = 5_000
_SVG = "{http://www.w3.org/2000/svg}"
_REFUSED = frozenset({"script", "foreignObject", "image", "feImage", "iframe", "a", "use", "animate", "set"})
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|javascript:|expression\(|\\", re.IGNORECASE)


class SvgError(ValueError):
    """The picture may do more than be looked at, or is no SVG; the message is Dutch."""


def check_svg(content: bytes) -> None:
    """Raise SvgError unless ``content`` is an SVG picture that stands alone."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise SvgError("het logo heeft een DOCTYPE: sla het op als gewone svg")
    if b"<?xml-stylesheet" in content:
        raise SvgError("het logo heeft een verwijzing naar een stijlblad: haal die weg")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise SvgError("het logo is geen geldige svg") from error
    if root.tag != f"{_SVG}svg":
        raise SvgError("het logo is geen svg")
    for number, element in enumerate(root.iter()):
        if number > _MAX_ELEMENTS:
            raise SvgError(f"het logo heeft meer dan {_MAX_ELEMENTS} onderdelen: maak het eenvoudiger")
        _check_element(element)


def _check_element(element: etree._Element) -> None:
    if not isinstance(element.tag, str):  # a comment
        return
    name = etree.QName(element).localname
    if name in _REFUSED:
        raise SvgError(f"in het logo mag geen <{name}> staan: een logo is alleen een tekening")
    for key, value in element.attrib.items():
        plain = str(key).rpartition("}")[2].lower()
        outside = plain.startswith("on") or _OUTSIDE.search(str(value))
        if outside or (key in _HREF and not str(value).startswith("#")):
            raise SvgError("het logo verwijst naar iets buiten de tekening: haal dat weg")
    if name == "style" and _OUTSIDE.search(element.text or ""):
        raise SvgError("het logo verwijst naar iets buiten de tekening: haal dat weg")
