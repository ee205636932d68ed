"""Read the cells of an XLSX file: no formula is calculated, no link followed.

Of the style of a cell only one thing counts: whether it shows a number as a day.
What the file says of its own size is not believed: rows and cells are counted as they come.
"""

import io
import posixpath
import re
import zipfile

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.lijstlezen.dagstijl import list_dagstijlen
from toezicht_cli.loading.lijstlezen.grenzen import MAX_BLADEN, MAX_CELLEN, MAX_TEKENS, MAX_UITGEPAKT
from toezicht_cli.loading.rapportlezen.ingepakt import read_part
from toezicht_cli.loading.rapportlezen.xml_gebeurtenissen import Attributen, walk_xml
from toezicht_cli.models.werkblad import Cel, Werkblad, Werkboek

_WERKBOEK = "xl/workbook.xml"
_VERBINDINGEN = "xl/_rels/workbook.xml.rels"
_TEKSTEN = "xl/sharedStrings.xml"
_PLAATS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)
_GETAL = re.compile(r"[0-9]{1,9}", re.ASCII)
_HULP = "open het in Excel of LibreOffice en sla het opnieuw op als .xlsx"
_SOORTEN = {"b": "waar", "e": "fout", "s": "tekst", "str": "tekst", "inlineStr": "tekst", "d": "tekst"}


def read_xlsx(content: bytes) -> Werkboek:
    """Return the sheets of an XLSX file, hidden ones too.

    Raises:
        BuitenbestandError: no XLSX, damaged, or larger than the limits.
    """
    try:
        return _read_boek(content)
    except BuitenbestandError as error:
        # What reads the parts is there for documents, and would send people to a word processor.
        raise BuitenbestandError(str(error), _HULP if error.help else None) from error


def _read_boek(content: bytes) -> Werkboek:
    werkboek = _read_werkboek(content)
    dagstijlen = list_dagstijlen(content)
    texts = _Teksten()
    shared = read_part(content, _TEKSTEN)
    if shared is not None:
        walk_xml(shared, texts)
    bladen = []
    total = 0
    for naam, part in werkboek.bladen:
        source = read_part(content, part)
        if source is None:
            raise BuitenbestandError("er ontbreekt een werkblad in dit bestand", _HULP)
        lezer = _Blad(texts.found, dagstijlen, MAX_CELLEN - total)
        walk_xml(source, lezer)
        total += len(lezer.cellen)
        bladen.append(Werkblad(naam, tuple(lezer.cellen), tuple(lezer.samengevoegd)))
    return Werkboek(tuple(bladen), werkboek.vanaf_1904)


def _read_werkboek(content: bytes) -> "_Boek":
    boek, verbindingen = _Boek(), _Verbindingen()
    source = read_part(content, _WERKBOEK)
    links = read_part(content, _VERBINDINGEN)
    if source is None or links is None:
        raise BuitenbestandError("dit is geen werkmap van Excel (.xlsx)", _HULP)
    _refuse_large(content)
    walk_xml(source, boek)
    walk_xml(links, verbindingen)
    if len(boek.gevonden) > MAX_BLADEN:
        raise BuitenbestandError(f"dit bestand heeft meer dan {MAX_BLADEN} werkbladen")
    boek.bladen = [
        (naam, verbindingen.found[key]) for naam, key in boek.gevonden if key in verbindingen.found
    ]
    if not boek.bladen:
        raise BuitenbestandError("in dit bestand staat geen werkblad", _HULP)
    return boek


def _refuse_large(content: bytes) -> None:
    """Refuse a file that is too large unpacked; ``read_part`` looked already whether it is a sound zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(info.file_size for info in archive.infolist()) > MAX_UITGEPAKT:
            raise BuitenbestandError(f"dit bestand is uitgepakt groter dan {MAX_UITGEPAKT >> 20} MB")


_TE_VEEL_TEKENS = f"dit bestand heeft meer dan {MAX_TEKENS // 1_000_000} miljoen tekens"


class _Boek:
    """Follows ``workbook.xml``: the sheets in order, each with the key of its file."""

    def __init__(self) -> None:
        self.gevonden: list[tuple[str, str]] = []
        self.bladen: list[tuple[str, str]] = []
        self.vanaf_1904 = False

    def begin(self, naam: str, attributen: Attributen, /) -> None:
        """Take a sheet, or how dates are counted."""
        if naam == "main:sheet":
            self.gevonden.append((attributen.get("name", ""), attributen.get("relationships:id", "")))
        elif naam == "main:workbookPr":
            self.vanaf_1904 = attributen.get("date1904") in {"1", "true"}

    def einde(self, naam: str) -> None:
        """Take the end of an element: nothing to do."""

    def tekst(self, tekst: str) -> None:
        """Take text: there is none of interest."""


class _Verbindingen(_Boek):
    """Follows the relations: the file within the archive for every key."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def begin(self, naam: str, attributen: Attributen, /) -> None:
        """Take a relation; one that leads out of the file is left out."""
        if naam.endswith(":Relationship") and attributen.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/xl", attributen.get("Target", "")))
            self.found[attributen.get("Id", "")] = target.lstrip("/")


class _Teksten:
    """Follows the list of texts that cells share; how a word sounds (``rPh``) is left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._in_text = False
        self._in_klank = 0
        self._tekens = 0

    def begin(self, naam: str, _attributen: Attributen, /) -> None:
        """Take the begin of a text or a part of one."""
        if naam == "main:rPh":
            self._in_klank += 1
        self._in_text = naam == "main:t" and not self._in_klank

    def einde(self, naam: str) -> None:
        """Take the end of a text."""
        if naam == "main:rPh":
            self._in_klank -= 1
        elif naam == "main:si":
            self.found.append("".join(self._parts))
            self._parts.clear()
        self._in_text = False

    def tekst(self, tekst: str) -> None:
        """Take a piece of text."""
        if self._in_text:
            self._tekens += len(tekst)
            if self._tekens > MAX_TEKENS:
                raise BuitenbestandError(
                    f"dit bestand heeft meer dan {MAX_TEKENS // 1_000_000} miljoen tekens"
                )
            self._parts.append(tekst)


class _Blad:
    """Follows one sheet, and keeps the cells that have something in them."""

    def __init__(self, texts: list[str], dagstijlen: frozenset[int], at_most: int) -> None:
        self.cellen: list[Cel] = []
        self.samengevoegd: list[str] = []
        self._texts = texts
        self._dagstijlen = dagstijlen
        self._at_most = at_most
        self._rij = self._kolom = 0
        self._soort = ""
        self._parts: list[str] = []
        self._is_formule = self._reads = self._is_dag = False
        self._tekens = 0

    def begin(self, naam: str, attributen: Attributen, /) -> None:
        """Take the begin of a row, a cell or what is in one."""
        if naam == "main:row":
            given = attributen.get("r", "")
            self._rij = int(given) if _GETAL.fullmatch(given) else self._rij + 1
            self._kolom = 0
        elif naam == "main:c":
            self._begin_cel(attributen)
        elif naam == "main:f":
            self._is_formule = True
        elif naam == "main:mergeCell" and len(self.samengevoegd) < self._at_most:
            self.samengevoegd.append(attributen.get("ref", ""))
        self._reads = naam in {"main:v", "main:t"}

    def einde(self, naam: str) -> None:
        """Take the end of a cell."""
        self._reads = False
        if naam == "main:c":
            self._end_cel()

    def tekst(self, tekst: str) -> None:
        """Take a piece of a value."""
        if self._reads:
            self._tekens += len(tekst)
            if self._tekens > MAX_TEKENS:
                raise BuitenbestandError(
                    f"dit bestand heeft meer dan {MAX_TEKENS // 1_000_000} miljoen tekens"
                )
            self._parts.append(tekst)

    def _begin_cel(self, attributen: Attributen) -> None:
        self._soort = attributen.get("t", "n")
        stijl = attributen.get("s", "0")
        has_dagstijl = bool(_GETAL.fullmatch(stijl)) and int(stijl) in self._dagstijlen
        self._is_dag = self._soort == "d" or (self._soort == "n" and has_dagstijl)
        self._is_formule = False
        self._parts.clear()
        self._kolom += 1
        place = _PLAATS.fullmatch(attributen.get("r", ""))
        if place:
            self._rij = int(place[2])
            self._kolom = 0
            for letter in place[1]:
                self._kolom = self._kolom * 26 + ord(letter) - ord("A") + 1

    def _end_cel(self) -> None:
        tekst = "".join(self._parts)
        soort = _SOORTEN.get(self._soort, "getal")
        if self._soort == "s":
            tekst = self._look_up(tekst)
        if not tekst.strip():
            if not self._is_formule:
                return
            soort = "leeg"
        if len(self.cellen) >= self._at_most:
            raise BuitenbestandError(f"dit bestand heeft meer dan {MAX_CELLEN} ingevulde cellen")
        self.cellen.append(Cel(self._rij, self._kolom, tekst.strip(), soort, self._is_formule, self._is_dag))

    def _look_up(self, number: str) -> str:
        if not _GETAL.fullmatch(number) or int(number) >= len(self._texts):
            raise BuitenbestandError("een cel verwijst naar een tekst die er niet is", _HULP)
        return self._texts[int(number)]
