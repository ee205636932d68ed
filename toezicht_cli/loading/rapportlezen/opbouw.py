"""Opbouw: put the lines of a report together from what a reader meets, one after the other."""

import re
from dataclasses import dataclass, field

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.grenzen import MAX_REGELS, MAX_TEKENS
from toezicht_cli.models.rapporttekst import KOLOM, Rapportregel, Regelsoort

# Soft hyphens, zero-width and bidi characters say nothing and would split words.
_ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
_WIT = re.compile(r"[^\S\n]+")
_REGELEINDE = re.compile(r" ?\n[ \n]*")


def remove_invisible(tekst: str) -> str:
    """Return ``tekst`` without characters that nobody sees and that would hide a word or number."""
    return _ONZICHTBAAR.sub("", tekst)


def clean(tekst: str) -> str:
    """Return ``tekst`` without invisible characters, with single spaces and single line breaks."""
    return _REGELEINDE.sub("\n", _WIT.sub(" ", remove_invisible(tekst))).strip()


@dataclass(slots=True)
class Opbouw:
    """Collects text into headings, paragraphs, items and rows.

    ``waar`` is what the place of the next line is called; without one, lines are counted as
    ``alinea 3`` and ``tabel 1, rij 2``. A table within a cell becomes text of that cell.
    """

    regels: list[Rapportregel] = field(default_factory=list)
    waar: str | None = None
    nummer: int | None = None
    soort: Regelsoort = "alinea"
    niveau: int = 0
    _tekst: list[str] = field(default_factory=list)
    _cellen: list[str] = field(default_factory=list)
    _tekens: int = 0
    _alineas: int = 0
    _tabellen: int = 0
    _rijen: int = 0
    _tabeldiepte: int = 0

    @property
    def has_text(self) -> bool:
        """Whether the paragraph, cell or row at hand holds any text yet."""
        return bool(self._cellen) or any(not part.isspace() for part in self._tekst)

    def add(self, tekst: str) -> None:
        """Add text to the paragraph at hand.

        Raises:
            BuitenbestandError: there is more text than the limits allow.
        """
        self._tekens += len(tekst)
        if self._tekens > MAX_TEKENS:
            raise BuitenbestandError(f"dit rapport heeft meer dan {MAX_TEKENS // 1_000_000} miljoen tekens")
        self._tekst.append(tekst)

    def end(self) -> None:
        """End the paragraph at hand, as a line of the kind ``soort``, for a heading with its ``niveau``.

        Raises:
            BuitenbestandError: there are more lines than the limits allow.
        """
        if self._tabeldiepte:
            self._tekst.append(" ")
            return
        tekst = clean("".join(self._tekst).replace("\n", " "))
        self._tekst.clear()
        if tekst:
            self._alineas += 1
            self._keep(tekst, self.waar or f"alinea {self._alineas}", self.soort)

    def begin_table(self) -> None:
        """Begin a table; one within a cell is not looked at as a table."""
        if not self._tabeldiepte:
            self.end()
            self._tabellen += 1
            self._rijen = 0
        self._tabeldiepte += 1

    def end_table(self) -> None:
        """End a table."""
        if self._tabeldiepte:
            self._tabeldiepte -= 1

    def end_cell(self) -> None:
        """End a cell of the outermost table."""
        if self._tabeldiepte == 1:
            self._cellen.append(clean("".join(self._tekst).replace("\n", " ").replace("|", "/")))
            self._tekst.clear()

    def end_row(self) -> None:
        """End a row of the outermost table."""
        if self._tabeldiepte != 1:
            return
        self._rijen += 1
        if any(self._cellen):
            waar = self.waar or f"tabel {self._tabellen}, rij {self._rijen}"
            self._keep(KOLOM.join(self._cellen), waar, "rij")
        self._cellen.clear()
        self._tekst.clear()

    def _keep(self, tekst: str, waar: str, soort: Regelsoort) -> None:
        if len(self.regels) >= MAX_REGELS:
            raise BuitenbestandError(f"dit rapport heeft meer dan {MAX_REGELS} regels")
        nummers = (self.nummer,) if self.nummer else ()
        self.regels.append(Rapportregel(tekst, waar, soort, nummers, self.niveau if soort == "kop" else 0))
