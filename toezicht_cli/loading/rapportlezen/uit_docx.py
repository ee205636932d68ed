"""Uit DOCX: read the body of a Word document in order, as it would look with all changes accepted."""

from typing import NamedTuple

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.ingepakt import read_part
from toezicht_cli.loading.rapportlezen.opbouw import Opbouw
from toezicht_cli.loading.rapportlezen.xml_gebeurtenissen import Attributen, walk_xml
from toezicht_cli.models.rapporttekst import Rapportregel, Regelsoort

# Taken out by somebody, moved away, a second form of the same drawing, or the code of a field.
_OVERSLAAN = frozenset(
    {"main:del", "main:moveFrom", "main:instrText", "main:delText", "main:rPr", "main:sectPr"}
    | {"2006:Fallback", "main:delInstrText", "main:pPrChange", "main:tcPrChange", "main:trPrChange"}
)
_WIT = {"main:tab": " ", "main:br": " ", "main:cr": " ", "main:noBreakHyphen": "-", "main:softHyphen": ""}
_KOPNAMEN = ("heading", "kop", "title", "titel", "subtitle", "ondertitel")
_INHOUD = ("toc", "inhopg", "tableoffigures")
_NIVEAUS = frozenset("123456789")
_LAGEN = frozenset("012345678")
_EINDEN = {
    "main:tc": Opbouw.end_cell,
    "main:tr": Opbouw.end_row,
    "main:tbl": Opbouw.end_table,
}


def read_docx(content: bytes) -> list[Rapportregel]:
    """Return the lines of a Word document; headers, footers, comments and footnotes stay out.

    Raises:
        BuitenbestandError: damaged, encrypted, no Word document, or larger than the limits.
    """
    body = read_part(content, "word/document.xml")
    if body is None:
        raise BuitenbestandError("dit is geen Word-document", "sla het op als .docx")
    stijlen = _Stijlen()
    walk_xml(read_part(content, "word/styles.xml") or b"<leeg/>", stijlen)
    lezer = _Lezer(stijlen.stijl_by_id)
    walk_xml(body, lezer)
    lezer.opbouw.end()
    return lezer.opbouw.regels


def _value(attributen: Attributen) -> str:
    return attributen.get("main:val", "")


class _Stijl(NamedTuple):
    """What a paragraph with a style is."""

    soort: Regelsoort = "alinea"
    niveau: int = 0


class _Stijlen:
    """Reads which styles are those of headings and lists, by name or by level."""

    def __init__(self) -> None:
        self.stijl_by_id: dict[str, _Stijl] = {}
        self._id = ""

    def begin(self, naam: str, attributen: Attributen) -> None:
        value = _value(attributen)
        if naam == "main:style":
            self._id = attributen.get("main:styleId", "")
        elif naam == "main:name" and value.lower().startswith(_KOPNAMEN):
            self.stijl_by_id[self._id] = _Stijl("kop", int(value[-1]) if value[-1:] in _NIVEAUS else 1)
        elif naam == "main:name" and value.lower().startswith("list"):
            self.stijl_by_id[self._id] = _Stijl("punt")
        elif naam == "main:outlineLvl" and (niveau := _read_level(value)):
            self.stijl_by_id[self._id] = _Stijl("kop", niveau)
        elif naam == "main:basedOn" and (above := self.stijl_by_id.get(value)):
            self.stijl_by_id.setdefault(self._id, above)

    def einde(self, naam: str) -> None:
        if naam == "main:style":
            self._id = ""

    def tekst(self, tekst: str) -> None:
        """Styles hold no text."""


def _read_level(value: str) -> int:
    """Return the level of a heading for an outline level, which counts from 0; 0 for body text."""
    return int(value) + 1 if value in _LAGEN else 0


class _Lezer:
    """Follows the body; text boxes within a paragraph become paragraphs of their own."""

    def __init__(self, stijl_by_id: dict[str, _Stijl]) -> None:
        self.opbouw = Opbouw()
        self._stijl_by_id = stijl_by_id
        self._overslaan = 0
        self._in_tekst = 0
        self._is_inhoud = False

    def begin(self, naam: str, attributen: Attributen) -> None:
        if self._overslaan or naam in _OVERSLAAN:
            self._overslaan += 1
        elif naam == "main:t":
            self._in_tekst += 1
        elif naam == "main:p":
            self._end_paragraph()
        elif naam == "main:tbl":
            self.opbouw.begin_table()
        elif naam in _WIT:
            self.opbouw.add(_WIT[naam])
        else:
            self._look_at_properties(naam, attributen)

    def einde(self, naam: str) -> None:
        if self._overslaan:
            self._overslaan -= 1
        elif naam == "main:t":
            self._in_tekst -= 1
        elif naam == "main:p":
            self._end_paragraph()
        elif naam in _EINDEN:
            _EINDEN[naam](self.opbouw)

    def tekst(self, tekst: str) -> None:
        if self._in_tekst and not self._overslaan and not self._is_inhoud:
            self.opbouw.add(tekst)

    def _end_paragraph(self) -> None:
        self.opbouw.end()
        self._set(_Stijl())
        self._is_inhoud = False

    def _set(self, stijl: _Stijl) -> None:
        self.opbouw.soort, self.opbouw.niveau = stijl

    def _look_at_properties(self, naam: str, attributen: Attributen) -> None:
        """Learn what kind of paragraph this is; its properties stand before its text."""
        value = _value(attributen)
        if naam == "main:pStyle":
            self._set(self._stijl_by_id.get(value, _Stijl()))
            self._is_inhoud = value.lower().startswith(_INHOUD)
        elif naam == "main:numPr" and self.opbouw.soort == "alinea":
            self._set(_Stijl("punt"))
        elif naam == "main:outlineLvl" and (niveau := _read_level(value)):
            self._set(_Stijl("kop", niveau))
