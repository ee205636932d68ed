"""Uit ODT: read the body of an OpenDocument text in order; what tracked changes took out stays out."""

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.ingepakt import read_part
from toezicht_cli.loading.rapportlezen.opbouw import Opbouw
from toezicht_cli.loading.rapportlezen.xml_gebeurtenissen import Attributen, walk_xml
from toezicht_cli.models.rapporttekst import Rapportregel

# All namespaces of ODF end in ":1.0", so the local names tell them apart; none of these is used twice.
_OVERSLAAN = frozenset(
    f"1.0:{name}"
    for name in (
        *("tracked-changes", "annotation", "note", "table-of-content", "alphabetical-index", "scripts"),
        *("automatic-styles", "font-face-decls", "forms", "sequence-decls", "covered-table-cell"),
    )
)
_ALINEAS = frozenset({"1.0:p", "1.0:h"})
_NIVEAUS = frozenset("123456789")
_WIT = {"1.0:tab": " ", "1.0:line-break": " ", "1.0:s": " "}


def read_odt(content: bytes) -> list[Rapportregel]:
    """Return the lines of an OpenDocument text; headers, footers, comments and notes stay out.

    Raises:
        BuitenbestandError: damaged, encrypted, no OpenDocument text, or larger than the limits.
    """
    body = read_part(content, "content.xml")
    if body is None:
        raise BuitenbestandError("dit is geen OpenDocument-tekst", "sla het op als .odt")
    if b"encryption-data" in (read_part(content, "META-INF/manifest.xml") or b""):
        raise BuitenbestandError("dit bestand heeft een wachtwoord", "sla het op zonder wachtwoord")
    lezer = _Lezer()
    walk_xml(body, lezer)
    lezer.opbouw.end()
    return lezer.opbouw.regels


class _Lezer:
    """Follows the body; a paragraph is an item while it stands in a list."""

    def __init__(self) -> None:
        self.opbouw = Opbouw()
        self._overslaan = 0
        self._alineas = 0
        self._lijsten = 0

    def begin(self, naam: str, attributen: Attributen) -> None:
        if self._overslaan or naam in _OVERSLAAN:
            self._overslaan += 1
        elif naam in _ALINEAS:
            self.opbouw.end()
            self.opbouw.soort = "kop" if naam == "1.0:h" else "punt" if self._lijsten else "alinea"
            niveau = attributen.get("1.0:outline-level", "")
            self.opbouw.niveau = int(niveau) if niveau in _NIVEAUS else 0
            self._alineas += 1
        elif naam == "1.0:list":
            self._lijsten += 1
        elif naam == "1.0:table":
            self.opbouw.begin_table()
        elif naam in _WIT and self._alineas:
            self.opbouw.add(_WIT[naam])

    def einde(self, naam: str) -> None:
        if self._overslaan:
            self._overslaan -= 1
        elif naam in _ALINEAS:
            self.opbouw.end()
            self._alineas -= 1
        elif naam == "1.0:list":
            self._lijsten -= 1
        elif naam == "1.0:table-cell":
            self.opbouw.end_cell()
        elif naam == "1.0:table-row":
            self.opbouw.end_row()
        elif naam == "1.0:table":
            self.opbouw.end_table()

    def tekst(self, tekst: str) -> None:
        if self._alineas and not self._overslaan:
            self.opbouw.add(tekst)
