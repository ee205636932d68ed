"""Bron: one row of the bronnenlijst, which may stand for several pieces (``aantal``)."""

from typing import Literal

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.datum import DagVeld, DatumOfNietVermeld, DatumVeld
from toezicht_cli.models.waarde import BronId, Getal, Id, Kort, Tekst

Bronsoort = Literal[
    "interview",
    "clientdossier",
    "personeelsdossier",
    "beleidsdocument",
    "observatie",
    "melding",
    "overig",
]
Rol = Literal["client", "medewerker", "ketenpartner", "naaste", "overig"]


class Bron(Element):
    """A source, used on ``datum`` or ``data``; a document came in on ``ontvangen_op``."""

    id: BronId = veld("Nummer van de bron, zoals I05.")
    soort: Bronsoort = veld("Soort bron.")
    rol: Rol | None = veld("Bij een interview: wie er sprak.", None)
    aanduiding: Tekst | None = veld("Hoe de bron heet zonder naam: Cliënt A, Kwaliteitsmedewerker.", None)
    titel: Tekst | None = veld("Titel van het document.", None)
    aantal: Getal | None = veld("Voor hoeveel stukken deze regel staat; zonder aantal is het er een.", None)
    datum: DatumVeld | None = veld("Wanneer er gesproken, gekeken of gelezen is.", None)
    data: tuple[DagVeld, ...] = veld("De dagen, als het er meer zijn.", ())
    ontvangen_op: DatumOfNietVermeld | None = veld("Wanneer het document binnenkwam.", None)
    documentdatum: DatumOfNietVermeld | None = veld("De datum van het document zelf.", None)
    documentdatum_uit: Literal["titel", "inhoud", "bestand"] | None = veld(
        "Waar de documentdatum uit is afgeleid, als het document hem niet zelf noemt.", None
    )
    versie: Kort | None = veld("Versie van het document, of niet-vermeld.", None)
    geldig: DatumVeld | None = veld("Geldigheid van een certificaat, zoals 2020-03-11/2023-03-10.", None)
    frequentie: Tekst | None = veld("Hoe vaak het binnenkwam, zoals wekelijks.", None)
    steekproef: Id | None = veld("De steekproef waar deze dossiers uit komen.", None)
    toelichting: Tekst | None = veld("Wat een lezer over deze bron moet weten.", None)

    @property
    def stuks(self) -> int:
        """Return how many pieces the row stands for."""
        return 1 if self.aantal is None else self.aantal

    @property
    def naam(self) -> str:
        """Return what a reader calls this bron: its title, else its aanduiding, else its soort."""
        return self.titel or self.aanduiding or self.soort


class Bronnenlijst(Element):
    """``bronnen.yaml``."""

    bronnen: tuple[Bron, ...] = veld("De bronnen.", ())

    def find(self, bron_id: str) -> Bron | None:
        """Return the bron with this id, or None."""
        return next((bron for bron in self.bronnen if bron.id == bron_id), None)
