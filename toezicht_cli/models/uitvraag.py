"""Uitvraag: the documents that were requested, and what came of it."""

from typing import Annotated

from toezicht_cli.models.base import Element, veld
from toezicht_cli.models.datum import DatumOfNietVermeld, DatumVeld
from toezicht_cli.models.waarde import Id, NormId, PuntId, Tekst, patroon

NIET_GELEVERD = "niet-geleverd"
Ontvangst = Annotated[str, patroon(r"niet-geleverd|[A-Za-z]{1,4}[0-9]{1,4}[a-z]?", "B01", 13)]


class Verzoek(Element):
    """One requested document: ``ontvangen`` names its bron, or says that it never came."""

    id: PuntId = veld("Nummer van het verzoek, zoals U01.")
    norm: NormId = veld("De norm waar het document bij hoort.")
    document: Id | None = veld("Het gevraagde document in het kader.", None)
    omschrijving: Tekst = veld("Wat er gevraagd is.")
    gevraagd_op: DatumOfNietVermeld | None = veld("Wanneer erom gevraagd is.", None)
    over_periode: DatumVeld | None = veld("De periode waar het document over moet gaan.", None)
    ontvangen: Ontvangst | None = veld("Nummer van de bron, of niet-geleverd.", None)
    reden: Tekst | None = veld("Waarom het niet geleverd is.", None)

    @property
    def bron(self) -> str | None:
        """Return the id of the bron that came in, or None."""
        return None if self.ontvangen == NIET_GELEVERD else self.ontvangen


class Uitvraag(Element):
    """``uitvraag.yaml``."""

    uitvraag: tuple[Verzoek, ...] = veld("De verzoeken.", ())
