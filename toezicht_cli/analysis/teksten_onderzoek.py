"""Teksten onderzoek: the texts of an onderzoek that speak about its own outcome."""

from collections.abc import Iterator

from toezicht_cli.models.dossier import Dossier, Tekstplaats
from toezicht_cli.models.onderzoek import Eindoordeel, Onderzoek, Reikwijdte

# The aanleiding is left out: it tells what came before.
_VELDEN = ("werkwijze", "beschrijving", "conclusies", "vervolg", "advies")


def walk_rapportteksten(dossier: Dossier) -> Iterator[Tekstplaats]:
    """Yield the texts about the onderzoek as a whole, in the order of the report."""
    for reikwijdte in dossier.walk(Reikwijdte):
        if reikwijdte.value.omschrijving:
            yield Tekstplaats(reikwijdte.value.omschrijving, reikwijdte.place.at("omschrijving"))
    for onderzoek in dossier.walk(Onderzoek):
        for veld in _VELDEN:
            tekst: str | None = getattr(onderzoek.value, veld)
            if tekst:
                yield Tekstplaats(tekst, onderzoek.place.at(veld))
    for eindoordeel in dossier.walk(Eindoordeel):
        yield Tekstplaats(eindoordeel.value.strekking, eindoordeel.place.at("strekking"))
