"""Inzetten: the values of a context that are more than words, by number."""

from collections.abc import Sequence

from toezicht_cli.analysis.cijfers_invullen import fill_cijfers
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.kader import Oordeelscategorie
from toezicht_cli.rendering.boom import Badge, Block, Link, Reference, Text
from toezicht_cli.rendering.bouwen import build_text
from toezicht_cli.rendering.inzet import Anchor, Backlinks, Blocks, Citation, Draft, Insert, Words
from toezicht_cli.rendering.opmaak import ADDRESS, OpmaakError
from toezicht_cli.rendering.sjabloon import Handle

GRIJS = "#595959"


class TekstError(Exception):
    """A text of the case cannot become part of a document: where it stands, and why (Dutch)."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


class Inzetten:
    """Hands out a number for every value that is more than words, and keeps the value."""

    def __init__(self, cijfers: Cijfers) -> None:
        self.found: list[Insert] = []
        self._cijfers = cijfers
        self._ankers: set[str] = set()

    def opmaak(self, tekst: str | None, where: str, place: Place) -> Handle | None:
        """Return a text in Markdown of the case with its figures filled in; None stays None.

        Raises:
            TekstError: it cannot stand in a document.
        """
        if tekst is None:
            return None
        try:
            return self._add(build_text(fill_cijfers(tekst, self._cijfers), where))
        except OpmaakError as error:
            raise TekstError(place, str(error)) from error

    def woorden(self, tekst: str) -> str:
        """Return a plain text with its figures filled in."""
        return fill_cijfers(tekst, self._cijfers)

    def anker(self, naam: str) -> Handle:
        """Return what makes a heading, paragraph or row something to lead to."""
        if naam in self._ankers:  # a point of all vestigingen stands under each: one of them is led to
            return self._add(Words(()))
        self._ankers.add(naam)
        return self._add(Words((Anchor(naam),)))

    def verwijzing(self, naam: str, tekst: str) -> Handle:
        """Return ``tekst`` as a link within the document."""
        return self._add(Words((Reference(naam, (Text(tekst),)),)))

    def adres(self, adres: str | None) -> Handle | None:
        """Return an address as a link, as words when it is not one for a browser; None stays None."""
        if adres is None:
            return None
        words = (Text(adres),)
        return self._add(Words((Link(adres, words),) if ADDRESS.fullmatch(adres) else words))

    def verwijzingen(self, links: Sequence[tuple[str, str]]) -> Handle | None:
        """Return links ``(anchor, words)`` with commas between them; None when there are none."""
        return self._joined([Reference(naam, (Text(tekst),)) for naam, tekst in links])

    def citaties(self, bron_ids: Sequence[str], where: str) -> Handle | None:
        """Return the ids of bronnen as links to the bronnenlijst, with commas; None without any."""
        return self._joined([Citation(bron_id, where) for bron_id in bron_ids])

    def terug(self, bron_id: str) -> Handle:
        """Return the places that name a bron, as links."""
        return self._add(Words((Backlinks(bron_id),)))

    def merk(self, categorie: Oordeelscategorie) -> Handle:
        """Return the badge of a categorie."""
        return self._add(Words((Badge(categorie.symbool, categorie.label, categorie.kleur),)))

    def grijs_merk(self, tekst: str) -> Handle:
        """Return the badge of a norm without oordeel."""
        return self._add(Words((Badge("–", tekst, GRIJS),)))

    def blok(self, block: Block) -> Handle:
        """Return a block that we made: a chart or a table."""
        return self._add(Blocks((block,)))

    def _joined(self, drafts: Sequence[Draft]) -> Handle | None:
        parts: list[Draft] = []
        for draft in drafts:
            parts += [Text(", "), draft] if parts else [draft]
        return self._add(Words(tuple(parts))) if parts else None

    def _add(self, insert: Insert) -> Handle:
        self.found.append(insert)
        return Handle(len(self.found) - 1)
