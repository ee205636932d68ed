"""Referentie: the house style that somebody made in Word, read from their document.

Only four things come along: the styles, the numbering of lists, the theme and the size of the page, and of
these only elements of WordprocessingML itself. Text, pictures, links, macros, templates elsewhere and what
stands above and below the pages stay behind, so nothing of them can end up in a report.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from toezicht_cli.rendering.word.bouw import A4, Page
from toezicht_cli.rendering.word.knopen import A, Knoop, R, W, knoop, qualified
from toezicht_cli.rendering.writers.base import WriterError

_LARGEST = 30_000_000
_MOST_FILES = 3_000
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_LEAST_WIDTH, _LARGEST_SIZE = 4_000, 31_680
_IT = "het voorbeelddocument"
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    NotImplementedError,  # a way of compression that Python does not know
    RuntimeError,  # a password
    KeyError,  # a part that is not there
    EOFError,
    OSError,
    ValueError,
)
_OWN_DRAWINGS = ("numPicBullet", "lvlPicBulletId")


class Referentie(NamedTuple):
    """The house style in a reference document; what it lacks is None (``page`` is A4 then)."""

    styles: Knoop
    numbering: Knoop | None
    theme: bytes | None
    page: Page


def read_reference(data: bytes) -> Referentie:
    """Return the house style in the Word document ``data``.

    Raises:
        WriterError: it is no Word document, it is broken, or it is larger than any real one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(_Files(archive))
    except _BROKEN as error:
        raise WriterError(f"{_IT} is geen Word-bestand (.docx), of het is kapot") from error


class _Files:
    """The parts of a Word file, of which no more is read than a real one has."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = _LARGEST
        if len(archive.infolist()) > _MOST_FILES:
            raise WriterError(f"{_IT} is te groot")

    def xml(self, name: str) -> Knoop:
        """Return the root of a part; without a document type, which a Word file never has."""
        with self._archive.open(name) as stream:
            content = stream.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise WriterError(f"{_IT} is te groot")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        root = etree.fromstring(content, parser)
        if root.getroottree().docinfo.doctype:
            raise WriterError(f"{_IT} is geen Word-bestand (.docx), of het is kapot")
        return root

    def related(self, part: str) -> dict[str, str]:
        """Return the parts that ``part`` leans on: the last word of their kind, and their name."""
        folder, name = posixpath.split(part)
        try:
            root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        except KeyError:
            return {}
        found = {}
        for relation in root.iter(f"{{{_RELATIONS}}}Relationship"):
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            if relation.get("TargetMode") != "External":
                found[relation.get("Type", "").rpartition("/")[2]] = target.removeprefix("/")
        return found


def _read(files: _Files) -> Referentie:
    main = files.related("")["officeDocument"]
    parts = files.related(main)
    document = files.xml(main)
    if document.tag != qualified("document"):
        raise WriterError(f"{_IT} is geen gewoon Word-bestand: bewaar het als Word-document (.docx)")
    styles = _own_elements(files.xml(parts["styles"]), "styles")
    numbering = _own_elements(files.xml(parts["numbering"]), "numbering") if "numbering" in parts else None
    if numbering is not None:
        _drop_lists_of_text(numbering, styles)
    theme = _theme(files.xml(parts["theme"])) if "theme" in parts else None
    return Referentie(styles, numbering, theme, _page(document))


def _own_elements(root: Knoop, name: str) -> Knoop:
    """Return a copy with only what WordprocessingML itself has, without relations and pictures."""
    if root.tag != qualified(name):
        raise WriterError(f"{_IT} is geen gewoon Word-bestand: bewaar het als Word-document (.docx)")
    return _copy(root)


def _copy(found: Knoop) -> Knoop:
    made = knoop(etree.QName(found).localname)
    for key, value in found.attrib.items():
        if str(key).startswith(f"{{{W}}}"):
            made.set(key, value)
    for child in found:
        name = etree.QName(child)
        if name.namespace == W and name.localname not in _OWN_DRAWINGS:
            made.append(_copy(child))
    return made


def _drop_lists_of_text(numbering: Knoop, styles: Knoop) -> None:
    """Drop the numberings that only a paragraph of the reference document used."""
    used = {found.get(qualified("val")) for found in styles.iter(qualified("numId"))}
    for number in numbering.findall(qualified("num")):
        started = number.find(qualified("lvlOverride")) is not None
        if number.get(qualified("numId")) not in used and started:
            numbering.remove(number)
    for found in numbering.findall(qualified("numIdMacAtCleanup")):
        numbering.remove(found)


def _theme(root: Knoop) -> bytes | None:
    """Return a theme, unless it leans on other parts, such as a picture."""
    if root.tag != f"{{{A}}}theme":
        return None
    if any(str(key).startswith(f"{{{R}}}") for found in root.iter() for key in found.attrib):
        return None
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _page(document: Knoop) -> Page:
    """Return the size of the page of the last section, A4 when it has no sensible one."""
    sections = document.findall(f"{qualified('body')}/{qualified('sectPr')}")
    size = _numbers(sections, "pgSz", A4.size)
    page = Page(size, _numbers(sections, "pgMar", A4.margins))
    sensible = all(0 <= number <= _LARGEST_SIZE for number in (*page.size.values(), *page.margins.values()))
    return page if sensible and page.width >= _LEAST_WIDTH else A4


def _numbers(sections: list[Knoop], name: str, standard: Mapping[str, int]) -> dict[str, int]:
    found = sections[-1].find(qualified(name)) if sections else None
    if found is None:
        return dict(standard)
    values = {key: found.get(qualified(key), "") for key in standard}
    return {key: int(value) if value.isdecimal() else standard[key] for key, value in values.items()}
