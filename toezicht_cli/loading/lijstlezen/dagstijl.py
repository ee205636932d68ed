"""Dagstijl: which styles of an XLSX file show a number as a day.

A day is a number there, and only its style says so: 46084 is a day or an amount.
"""

import re

from toezicht_cli.loading.rapportlezen.ingepakt import read_part
from toezicht_cli.loading.rapportlezen.xml_gebeurtenissen import Attributen, walk_xml

_STIJLEN = "xl/styles.xml"
_GETAL = re.compile(r"[0-9]{1,9}", re.ASCII)
# The numbers of the formats that every program knows; those that show a time only are not among them.
_VAST = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58})
# What a format shows as it stands: words between quotes, a sign after a backslash, a colour or a language.
_LETTERLIJK = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
# The letters of days and times, also as the Dutch Excel calls a year; "Standaard" has others too.
_LETTERS, _DAGLETTERS = frozenset("dmyjhsegap"), frozenset("dyj")


def list_dagstijlen(content: bytes) -> frozenset[int]:
    """Return the places in the list of styles that show a day; none when the file has no styles.

    Raises:
        BuitenbestandError: no zip, damaged, or larger than the limits.
    """
    source = read_part(content, _STIJLEN)
    if source is None:
        return frozenset()
    stijlen = _Stijlen()
    walk_xml(source, stijlen)
    return frozenset(
        plaats for plaats, nummer in enumerate(stijlen.nummers) if _is_dag(nummer, stijlen.vormen)
    )


def _is_dag(nummer: int, vormen: dict[int, str]) -> bool:
    if nummer not in vormen:
        return nummer in _VAST
    first = _LETTERLIJK.sub("", vormen[nummer]).partition(";")[0].lower()
    letters = {letter for letter in first if letter.isalpha()}
    return letters <= _LETTERS and bool(letters & _DAGLETTERS)


class _Stijlen:
    """Follows ``styles.xml``: the formats that the file adds, and the one of each style in order."""

    def __init__(self) -> None:
        self.vormen: dict[int, str] = {}
        self.nummers: list[int] = []
        self._in_cellen = False

    def begin(self, naam: str, attributen: Attributen, /) -> None:
        """Take a format, or a style of a cell."""
        given = attributen.get("numFmtId", "")
        nummer = int(given) if _GETAL.fullmatch(given) else 0
        if naam == "main:numFmt":
            self.vormen[nummer] = attributen.get("formatCode", "")
        elif naam == "main:cellXfs":
            self._in_cellen = True
        elif naam == "main:xf" and self._in_cellen:
            self.nummers.append(nummer)

    def einde(self, naam: str) -> None:
        """Take the end of the list of styles."""
        if naam == "main:cellXfs":
            self._in_cellen = False

    def tekst(self, tekst: str) -> None:
        """Take text: there is none of interest."""
