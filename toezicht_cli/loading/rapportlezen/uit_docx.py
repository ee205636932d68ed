"""Uit DOCX: read the body of a Word document in order, as it would look with all changes accepted."""

from toezicht_cli.loading.rapportlezen.grenzen import RapportLeesError
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
_MAX_KOPNIVEAU = 8


def read_docx(content: bytes) -> list[Rapportregel]:
    """Return the lines of a Word document; headers, footers, comments and footnotes stay out.

    Raises:
        RapportLeesError: damaged, encrypted, no Word document, or larger than the limits.
    """
    body = read_part(content, "word/document.xml")
    if body is None:
        raise RapportLeesError("dit is geen Word-document", "sla het op als .docx")
    stijlen = _Stijlen()
    walk_xml(read_part(content, "word/styles.xml") or b"<leeg/>", stijlen)
    lezer = _Lezer(stijlen.soorten)
    walk_xml(body, lezer)
    lezer.opbouw.end()
    return lezer.opbouw.regels


def _value(attributen: Attributen) -> str:
    return attributen.get("main:val", "")


class _Stijlen:
    """Reads which styles are those of headings, by name or by level."""

    def __init__(self) -> None:
        self.soorten: dict[str, Regelsoort] = {}
        self._stijl = ""

    def begin(self, naam: str, attributen: Attributen) -> None:
        if naam == "main:style":
            self._stijl = attributen.get("main:styleId", "")
        elif naam == "main:name" and _value(attributen).lower().startswith(_KOPNAMEN):
            self.soorten[self._stijl] = "kop"
        elif naam == "main:name" and _value(attributen).lower().startswith("list"):
            self.soorten[self._stijl] = "punt"
        elif naam == "main:outlineLvl" and _is_level(_value(attributen)):
            self.soorten[self._stijl] = "kop"
        elif naam == "main:basedOn" and (above := self.soorten.get(_value(attributen))):
            self.soorten.setdefault(self._stijl, above)

    def einde(self, naam: str) -> None:
        if naam == "main:style":
            self._stijl = ""

    def tekst(self, tekst: str) -> None:
        """Styles hold no text."""


def _is_level(value: str) -> bool:
    return value.isascii() and value.isdigit() and int(value[:4]) <= _MAX_KOPNIVEAU


class _Lezer:
    """Follows the body; text boxes within a paragraph become paragraphs of their own."""

    def __init__(self, soorten: dict[str, Regelsoort]) -> None:
        self.opbouw = Opbouw()
        self._soorten = soorten
        self._overslaan = 0
        self._in_tekst = 0
        self._soort: Regelsoort = "alinea"
        self._is_inhoud = False

    def begin(self, naam: str, attributen: Attributen) -> None:
        if self._overslaan or naam in _OVERSLAAN:
            self._overslaan += 1
        elif naam == "main:t":
            self._in_tekst += 1
        elif naam == "main:p":
            self.opbouw.end(self._soort)
            self._soort, self._is_inhoud = "alinea", False
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
            self.opbouw.end(self._soort)
            self._soort, self._is_inhoud = "alinea", False
        elif naam == "main:tc":
            self.opbouw.end_cell()
        elif naam == "main:tr":
            self.opbouw.end_row()
        elif naam == "main:tbl":
            self.opbouw.end_table()

    def tekst(self, tekst: str) -> None:
        if self._in_tekst and not self._overslaan and not self._is_inhoud:
            self.opbouw.add(tekst)

    def _look_at_properties(self, naam: str, attributen: Attributen) -> None:
        """Learn what kind of paragraph this is; its style stands before its text."""
        if naam == "main:pStyle":
            stijl = _value(attributen)
            self._soort = self._soorten.get(stijl, "alinea")
            self._is_inhoud = stijl.lower().startswith(_INHOUD)
        elif naam == "main:numPr" and self._soort == "alinea":
            self._soort = "punt"
        elif naam == "main:outlineLvl" and _is_level(_value(attributen)):
            self._soort = "kop"
