"""Pakket: the parts of a Word file, found by their relations, as XML without entities."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.ingepakt import read_part

Knoop = Any  # an lxml element, which has no types
_BESCHADIGD = "dit bestand is beschadigd of is geen Word-document"
_HULP = "open het in je tekstverwerker en sla het opnieuw op als .docx"
# What holds no words of the document.
_STIL = re.compile(
    r"\[Content_Types\]\.xml|.{0,500}_rels/.{0,500}|docProps/.{0,500}|customXml/.{0,500}|.{0,500}/"
    r"|.{0,500}/(?:styles|stylesWithEffects|settings|webSettings|fontTable|numbering|people|commentsIds|"
    r"commentsExtensible|commentsExtended)[0-9]{0,9}\.xml"
    r"|.{0,500}/theme/.{0,500}|.{0,500}\.(?:png|jpe?g|gif|emf|wmf|svg|tiff?|odttf|rels)",
    re.IGNORECASE,
)


class Pakket(NamedTuple):
    """A Word file: its bytes, where the text is, and its other parts by the kind of their relation."""

    content: bytes
    tekst: str
    delen: dict[str, tuple[str, ...]]

    def parse(self, kind: str) -> Iterator[Knoop]:
        """Yield the roots of the parts of a kind, such as ``comments``."""
        for name in self.delen.get(kind, ()):
            root = parse_part(self.content, name)
            if root is not None:
                yield root

    def find_ongelezen(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of parts that may hold words and are of none of ``kinds``."""
        read = {self.tekst, *(name for kind in kinds for name in self.delen.get(kind, ()))}
        with zipfile.ZipFile(BytesIO(self.content)) as archive:
            names = {info.filename for info in archive.infolist() if info.file_size}
        return tuple(sorted(name for name in names - read if not _STIL.fullmatch(name)))


def open_pakket(content: bytes) -> Pakket:
    """Return the file as its parts.

    Raises:
        BuitenbestandError: damaged, encrypted, no Word document, or larger than the limits.
    """
    tops = dict(_relations(content, ""))
    if "officeDocument" not in tops:
        raise BuitenbestandError(_BESCHADIGD, _HULP)
    tekst = tops["officeDocument"]
    delen: dict[str, tuple[str, ...]] = {}
    for kind, name in _relations(content, tekst):
        if name not in delen.get(kind, ()):
            delen[kind] = (*delen.get(kind, ()), name)
    return Pakket(content, tekst, delen)


def parse_part(content: bytes, name: str) -> Knoop | None:
    """Return the root of a part, None when the file lacks it.

    Raises:
        BuitenbestandError: no sound XML, or with a document type, which no word processor writes.
    """
    part = read_part(content, name)
    if part is None:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BuitenbestandError(_BESCHADIGD, _HULP) from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise BuitenbestandError(_BESCHADIGD, _HULP)
    return root


def local(node: Knoop) -> str:
    """Return the name of an element without its namespace; empty for a comment or the like."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(node: Knoop, name: str) -> str | None:
    """Return the attribute ``name`` in any namespace."""
    for key, value in node.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def _relations(content: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of every part that the part ``name`` leans on; the file itself is ''."""
    folder, base = posixpath.split(name)
    root = parse_part(content, posixpath.join(folder, "_rels", f"{base}.rels"))
    if root is None:
        return
    for node in root:
        if not isinstance(node.tag, str) or node.get("TargetMode") == "External":
            continue
        target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", "")))
        yield node.get("Type", "").rpartition("/")[2], target.lstrip("/")
