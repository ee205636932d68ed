"""Inzage: which onderzoek a result is about, and what of it could not be read."""

from typing import NamedTuple

from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek


class Onleesbaar(NamedTuple):
    """A file that could not be read, as seen from where the user stands, and why."""

    bestand: str
    regel: int
    reden: str


class Inzage(NamedTuple):
    """The head of a result. Without ``onderzoek`` its file could not be read."""

    naam: str
    onderzoek: Onderzoek | None
    onleesbaar: tuple[Onleesbaar, ...] = ()

    @property
    def titel(self) -> str:
        """Return the name of the aanbieder with the onderzoek, or the onderzoek alone."""
        return f"{self.onderzoek.aanbieder.naam} · {self.naam}" if self.onderzoek else self.naam

    @property
    def opdruk(self) -> str | None:
        """Return the warning that an example carries on every page."""
        return self.onderzoek.opdruk if self.onderzoek else None


def find_onderzoek_of(dossier: Dossier) -> Onderzoek | None:
    """Return ``onderzoek.yaml``, or None when it could not be read."""
    return dossier.onderzoek if "onderzoek" not in dossier.onleesbaar else None
