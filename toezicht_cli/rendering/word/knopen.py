"""Knopen: elements of WordprocessingML, and where the names of its dialects are."""

from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

Knoop: TypeAlias = _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# The order in which the schema wants what can stand in w:pPr, as far as we write it.
PARAGRAPH_ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "spacing", "ind", "sectPr")


def qualified(name: str) -> str:
    """Return ``w:p`` as lxml wants it: the namespace in braces."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def knoop(name: str, /, *children: Knoop, **attributes: str | int) -> Knoop:
    """Return an element of WordprocessingML; attributes stand in its namespace as well.

    An attribute with another namespace is written with two underscores: ``r__id``.
    """
    found = etree.Element(qualified(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        found.set(qualified(key.replace("__", ":")), str(value))
    found.extend(children)
    return found


def bare(name: str, /, *children: Knoop, **attributes: str | int) -> Knoop:
    """Return an element of a drawing: its attributes have no namespace."""
    found = etree.Element(qualified(name), nsmap=NAMESPACES)
    for key, value in attributes.items():
        found.set(key, str(value))
    found.extend(children)
    return found


def words(text: str, name: str = "t") -> Knoop:
    """Return ``w:t`` with ``text``, of which every space counts."""
    found = knoop(name)
    found.text = text
    found.set(_SPACE, "preserve")
    return found


def paragraph(style: str, *children: Knoop) -> Knoop:
    """Return a paragraph in the style with the id ``style``."""
    return knoop("p", knoop("pPr", knoop("pStyle", val=style)), *children)


def set_property(target: Knoop, *found: Knoop) -> None:
    """Put elements into the w:pPr of a paragraph, each in the place that the schema has for it."""
    properties = target.find(qualified("pPr"))
    if properties is None:
        properties = knoop("pPr")
        target.insert(0, properties)
    properties.extend(found)
    properties[:] = sorted(properties, key=_place)


def _place(found: Knoop) -> int:
    return PARAGRAPH_ORDER.index(etree.QName(found).localname)


def to_bytes(root: Knoop) -> bytes:
    """Return a part of the file: the namespaces in use declared once, the same bytes every time."""
    etree.cleanup_namespaces(root, top_nsmap=NAMESPACES, keep_ns_prefixes=["w", "r"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
