"""Oogst: what was found in all parts of a document together."""

from typing import NamedTuple

from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.grenzen import MAX_TEKENS
from toezicht_cli.models.reactietekst import Alinea, Plaats, Wijziging


class Bereik(NamedTuple):
    """Where a comment stands: from and until in the words, the words of its paragraph, and the place."""

    begin: int
    einde: int
    alinea: str
    plaats: Plaats


class Oogst:
    """What was found in all parts together."""

    def __init__(self) -> None:
        self.wijzigingen: list[Wijziging] = []
        self.opmaak = 0
        self.alineas: list[Alinea] = []
        self.los: list[str] = []
        self.velden: list[str] = []
        self.verwisseld: list[str] = []
        self.noten: dict[tuple[str, str], str | None] = {}
        self.bereiken: dict[str, Bereik] = {}
        self._woorden: list[str] = []
        self._begin: dict[str, int] = {}
        self._einde: dict[str, int] = {}
        self.tekens = 0

    def add(self, text: str) -> None:
        """Take words of the document as it was."""
        self.tekens += len(text)
        if self.tekens > MAX_TEKENS:
            raise BuitenbestandError("er staat te veel tekst in dit bestand", "deel het in tweeën")
        self._woorden.append(text)

    def begin_at(self, ident: str) -> None:
        """Take the begin of a comment."""
        self._begin.setdefault(ident, self.tekens)

    def end_at(self, ident: str) -> None:
        """Take the end of a comment."""
        self._einde.setdefault(ident, self.tekens)

    def place(self, ident: str, alinea: str, plaats: Plaats) -> None:
        """Keep the paragraph in which a comment begins."""
        self.bereiken.setdefault(ident, Bereik(0, 0, alinea, plaats))

    def find_passage(self, ident: str, most: int) -> str:
        """Return the words of a comment, else those of its paragraph."""
        begin, einde = self._begin.get(ident), self._einde.get(ident)
        if begin is not None and einde is not None and begin < einde:
            words = " ".join(self._text[begin : min(einde, begin + most)].split())
            if words:
                return words
        found = self.bereiken.get(ident)
        return found.alinea if found else ""

    def close(self) -> None:
        """Everything was read."""
        self._text = "".join(self._woorden)
