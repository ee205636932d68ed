"""Knopen: elements of OpenDocument, made with odfpy, and their bytes.

odfpy refuses a child where the format has no place for it. What it remembers between documents (which
namespaces it has seen) does not reach the file: the XML is written in its canonical form afterwards.
"""

from io import StringIO
from typing import Any, TypeAlias

from lxml import etree
from odf.element import Element  # type: ignore[import-untyped] # odfpy has no types
from odf.namespaces import nsdict  # type: ignore[import-untyped] # odfpy has no types

# odfpy has no types, so an element is anything to mypy.
Knoop: TypeAlias = Any
_NAMESPACES: dict[str, str] = {prefix: namespace for namespace, prefix in nsdict.items()}
_VERSION = "1.3"


def qualified(name: str) -> tuple[str, str]:
    """Return ``text:p`` as odfpy wants it: the namespace and the rest."""
    prefix, _, local = name.partition(":")
    return _NAMESPACES[prefix], local


def knoop(name: str, /, *children: Knoop | str, **attributes: str | int) -> Knoop:
    """Return an element: ``knoop("text:p", "words", text__style_name="Title")``.

    In the name of an attribute two underscores stand for a colon and one for a hyphen.

    Raises:
        IllegalChild: a mistake of ours: the format has no place for a child.
    """
    found = Element(qname=qualified(name), qattributes=_attributes(attributes), check_grammar=False)
    add(found, *children)
    return found


def add(found: Knoop, *children: Knoop | str) -> None:
    """Put children into an element, behind those that it has."""
    for child in children:
        if isinstance(child, str):
            found.addText(child)
        else:
            found.addElement(child)


def set_attribute(found: Knoop, name: str, value: str) -> None:
    """Give an element an attribute, with its name as in the file: ``text:style-name``."""
    found.setAttrNS(*qualified(name), _one_line(value))


def name_of(found: Knoop) -> str:
    """Return the name of an element without its namespace."""
    return str(found.qname[1])


def to_bytes(name: str, *children: Knoop) -> bytes:
    """Return a file of the archive with the root ``name``; the same bytes whatever odfpy did before."""
    root = knoop(name, *children, office__version=_VERSION)
    target = StringIO()
    root.toXml(0, target)
    made = etree.fromstring(target.getvalue().encode())
    etree.cleanup_namespaces(made)
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + etree.tostring(made, method="c14n")


def _attributes(attributes: dict[str, str | int]) -> dict[tuple[str, str], str]:
    names = {key: key.replace("__", ":").replace("_", "-") for key in attributes}
    return {qualified(names[key]): _one_line(str(value)) for key, value in attributes.items()}


def _one_line(value: str) -> str:
    """Return an attribute without line ends, of which odfpy would make other characters."""
    return " ".join(value.splitlines()) if "\n" in value or "\r" in value else value
