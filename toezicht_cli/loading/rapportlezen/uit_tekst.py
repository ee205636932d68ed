"""Uit tekst: read plain text and Markdown, with the numbers of the lines."""

import re
from collections.abc import Iterator

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.alineas import (
    Bronregel,
    drop_double_spacing,
    is_double_spaced,
    join_hyphens,
    join_lines,
)
from toezicht_cli.loading.rapportlezen.grenzen import MAX_REGELS, MAX_TEKENS
from toezicht_cli.loading.rapportlezen.opbouw import clean
from toezicht_cli.models.rapporttekst import KOLOM, Rapportregel

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_REGELEINDEN = re.compile(r"\r\n|\r|\n|\f|\u2028|\u2029")
_WITREGELS_PER_REGEL = 12

_KOP = re.compile(r" {0,3}(#{1,6})[ \t]{1,20}(?=\S)")
_ONDERSTREEPT = re.compile(r" {0,3}(?:={2,200}|-{2,200})[ \t]{0,20}")
_RIJ = re.compile(r" {0,3}\|(.{0,20000})\|[ \t]{0,20}")
_SCHEIDING = re.compile(r"[ :|-]{1,2000}")
_HEK = re.compile(r" {0,3}(?:```|~~~)")
_CEL = re.compile(r"(?<!\\)\|")
_COMMENTAAR = re.compile(r"<!--(?:(?!--).){0,2000}-->")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\](?:\([^()\n]{0,500}\)|\{[^{}\n]{0,200}\})?")
_NADRUK = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`{1,3}|\\$|<br ?/?>")
_ONTSNAPT = re.compile(r"\\([!-/:-@\[-`{-~])")
# A character behind a backslash stands aside while the marks are taken out.
_APART = 0xE100
_TERUG = {_APART + code: code for code in range(128)}
_CITAAT = re.compile(r"^ {0,3}(?:> ?){1,9}")
_WIT = re.compile(r"[ \t]{2,}")
_CITATIE = re.compile(r"^(?:\^|@)")


def read_tekst(content: bytes) -> list[Rapportregel]:
    """Return the lines of a plain text; raise BuitenbestandError as ``decode_tekst`` does."""
    lines = _number(decode_tekst(content))
    if is_double_spaced(lines):
        return join_lines(drop_double_spacing(lines), by_shape=True)
    empty = sum(not line.tekst.strip() for line in lines)
    return join_lines(lines, by_shape=empty * _WITREGELS_PER_REGEL < len(lines))


def read_markdown(content: bytes) -> list[Rapportregel]:
    """Return the lines of a Markdown text without its marks; raise as ``decode_tekst`` does."""
    regels: list[Rapportregel] = []
    waiting: list[Bronregel] = []
    for line in _number(decode_tekst(content)):
        special = _read_special(line, waiting)
        if special is None:
            waiting.append(line)
            continue
        regels += _join_markdown(waiting)
        waiting = []
        regels += special
    return [*regels, *_join_markdown(waiting)]


def decode_tekst(content: bytes) -> str:
    """Return the text of a file in UTF-8, or else in the code page of Windows.

    Raises:
        BuitenbestandError: it is UTF-16 or no text, or there is too much of it.
    """
    if content.startswith(_UTF16) or b"\0" in content[:1_000]:
        raise BuitenbestandError("dit is UTF-16 of geen tekst", "sla het bestand op als UTF-8")
    try:
        tekst = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = content.decode("cp1252", errors="replace")
    if len(tekst) > MAX_TEKENS:
        raise BuitenbestandError(f"dit rapport heeft meer dan {MAX_TEKENS // 1_000_000} miljoen tekens")
    return tekst


def _number(tekst: str) -> list[Bronregel]:
    lines = _REGELEINDEN.split(tekst)
    if len(lines) > MAX_REGELS:
        raise BuitenbestandError(f"dit rapport heeft meer dan {MAX_REGELS} regels")
    return [Bronregel(line, f"regel {number}", number) for number, line in enumerate(lines, 1)]


def _read_special(line: Bronregel, waiting: list[Bronregel]) -> list[Rapportregel] | None:
    """Return what a heading, row or fence gives (perhaps nothing), None for a line of ordinary text."""
    tekst = _COMMENTAAR.sub("", line.tekst)
    nummers = (line.nummer,) if line.nummer else ()
    if mark := _KOP.match(tekst):
        kop = _plain(tekst[mark.end() :].rstrip("# "))
        return [Rapportregel(kop, line.waar, "kop", nummers, len(mark[1]))]
    if match := _RIJ.fullmatch(tekst):
        if _SCHEIDING.fullmatch(match[1]):
            return []
        cells = (_plain(cell).replace("|", "/") for cell in _CEL.split(match[1]))
        return [Rapportregel(KOLOM.join(cells), line.waar, "rij", nummers)]
    if waiting and waiting[-1].tekst.strip() and _ONDERSTREEPT.fullmatch(tekst):
        above = waiting.pop()
        nummers = (above.nummer,) if above.nummer else ()
        niveau = 1 if "=" in tekst else 2
        return [Rapportregel(_plain(above.tekst), above.waar, "kop", nummers, niveau)]
    return [] if _HEK.match(tekst) or (tekst != line.tekst and not tekst.strip()) else None


def _join_markdown(lines: list[Bronregel]) -> Iterator[Rapportregel]:
    for regel in join_lines([line._replace(tekst=_quoted(line.tekst)) for line in lines], by_shape=False):
        tekst = join_hyphens([_plain(part) for part in regel.tekst.split("\n")])
        soort = "alinea" if regel.soort == "kop" else regel.soort  # Markdown says itself what a heading is
        if tekst:
            yield regel._replace(tekst=tekst, soort=soort)


def _quoted(tekst: str) -> str:
    """Return a line without the marks of a quotation; tabs do not make columns in Markdown."""
    return _WIT.sub(" ", _CITAAT.sub("", tekst))


def _plain(tekst: str) -> str:
    """Return a line of Markdown as a reader sees it."""
    shown = _ONTSNAPT.sub(lambda match: chr(_APART + ord(match[1])), _COMMENTAAR.sub("", tekst))
    shown = _LINK.sub(lambda match: "" if _CITATIE.match(match[1]) else match[1], shown)
    return clean(_NADRUK.sub("", shown)).translate(_TERUG)
