"""Svg: whether a picture is only a drawing: no scripts, no links, no other files, nothing that eats time."""

import re

from lxml import etree

_MAX_ELEMENTS = 5_000
_MAX_SIZE = 10_000.0
_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
# Shapes, words and colours. Filters, patterns and masks can take for ever to draw.
_ALLOWED = frozenset(
    {
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *(
            "title",
            "desc",
            "defs",
            "linearGradient",
            "radialGradient",
            "stop",
            "style",
            "clipPath",
            "metadata",
        ),
    }
)
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|javascript:|expression\(|\\", re.IGNORECASE)
_UNIT = re.compile(r"(?:px|pt|pc|cm|mm|in|em|ex|%)$")
_NUMBER = re.compile(r"-?[0-9]{0,9}(?:\.[0-9]{0,9})?(?:[eE][-+]?[0-9]{1,3})?")


class SvgError(ValueError):
    """The picture may do more than be looked at, or is no SVG; the message is Dutch."""


def check_svg(content: bytes) -> None:
    """Raise SvgError unless ``content`` is an SVG drawing that stands alone."""
    root = _parse(content)
    _check_size(root)
    for number, element in enumerate(root.iter()):
        if number > _MAX_ELEMENTS:
            raise SvgError(f"het logo heeft meer dan {_MAX_ELEMENTS} onderdelen: maak het eenvoudiger")
        if isinstance(element.tag, str):
            _check_element(element)
        elif not isinstance(element, etree._Comment):  # noqa: SLF001 - lxml has no public name for it
            raise SvgError("het logo heeft een opdracht aan een programma in zich (<?…?>): haal die weg")


def _parse(content: bytes) -> etree._Element:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SvgError("het logo is niet opgeslagen als UTF-8") from error
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise SvgError("het logo heeft een DOCTYPE: sla het op als gewone svg")
    if "<?xml-stylesheet" in text:
        raise SvgError("het logo heeft een verwijzing naar een stijlblad: haal die weg")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SvgError("het logo is geen geldige svg") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise SvgError("het logo is geen svg")
    if root.getroottree().docinfo.encoding not in (None, "UTF-8", "utf-8", "ASCII", "US-ASCII"):
        raise SvgError("het logo is niet opgeslagen als UTF-8")
    return root


def _check_size(root: etree._Element) -> None:
    box = str(root.get("viewBox", "")).replace(",", " ").split()
    sizes = [*box[2:], *(_UNIT.sub("", str(root.get(name, "100"))) for name in ("width", "height"))]
    for size in sizes:
        if not size or _NUMBER.fullmatch(size) is None or not 0 < float(size) <= _MAX_SIZE:
            raise SvgError(f"het logo heeft een maat die niet kan: kies iets tussen 1 en {_MAX_SIZE:.0f}")


def _check_element(element: etree._Element) -> None:
    name = etree.QName(element)
    if name.namespace == _SVG and name.localname not in _ALLOWED:
        raise SvgError(f"in het logo mag geen <{name.localname}> staan: een logo is alleen een tekening")
    if name.namespace == _XHTML:
        raise SvgError("in het logo mag geen HTML staan: een logo is alleen een tekening")
    for key, value in element.attrib.items():
        plain = str(key).rpartition("}")[2].lower()
        outside = plain.startswith("on") or _OUTSIDE.search(str(value))
        if outside or (key in _HREF and not str(value).startswith("#")):
            raise SvgError("het logo verwijst naar iets buiten de tekening: haal dat weg")
        if plain == "clip-path" and name.localname == "clipPath":
            raise SvgError("in het logo verwijzen uitsneden naar elkaar: maak het eenvoudiger")
    if name.localname == "style" and _OUTSIDE.search(element.text or ""):
        raise SvgError("het logo verwijst naar iets buiten de tekening: haal dat weg")
