"""A case that holds nothing but the texts of a test."""

from toezicht_cli.analysis.zoektekst import Zoektekst, make_zoektekst
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.dossier import Dossier, Tekstplaats


class Proefdossier(Dossier):
    """A dossier of loose texts."""

    def __init__(self, *teksten: str) -> None:
        super().__init__("proef", {})
        self.losse_teksten = make_tekstplaatsen(*teksten)

    @property
    def teksten(self) -> tuple[Tekstplaats, ...]:
        """Return the texts of the test."""
        return self.losse_teksten


def make_tekstplaatsen(*teksten: str) -> tuple[Tekstplaats, ...]:
    """Return each text with a place of its own."""
    return tuple(
        Tekstplaats(tekst, Place("onderzoek.yaml", ("begrippen", index, "uitleg")))
        for index, tekst in enumerate(teksten)
    )


def zoek_in(*teksten: str) -> Zoektekst:
    """Return ``teksten`` as one text to search."""
    return make_zoektekst(make_tekstplaatsen(*teksten))
