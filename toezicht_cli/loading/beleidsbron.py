"""Beleidsbron: where registers find what the organisation decided, on the disk or in git."""

from pathlib import Path
from typing import NamedTuple, Protocol

from toezicht_cli.loading.beleid import (
    AfwegingskaderNotFoundError,
    read_afwegingskader,
    read_bevoegdheden,
)
from toezicht_cli.loading.lezen import Document
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.bevoegdheid import Bevoegdheden


class Beleidsbron(Protocol):
    """Where the registers of a werkmap find what the organisation decided."""

    def find_afwegingskader(self, verwijzing: str) -> Document[Afwegingskader] | None:
        """Return the afwegingskader ``naam@versie``, None when there is none."""

    def read_bevoegdheden(self) -> Document[Bevoegdheden]:
        """Return who is competent for what."""


class Mapbeleid(NamedTuple):
    """What stands in folders of kaders, the first one first."""

    folders: tuple[Path, ...]

    def find_afwegingskader(self, verwijzing: str) -> Document[Afwegingskader] | None:
        """Return the afwegingskader ``naam@versie``, None when no folder has it."""
        try:
            return read_afwegingskader(verwijzing, self.folders)
        except AfwegingskaderNotFoundError:
            return None

    def read_bevoegdheden(self) -> Document[Bevoegdheden]:
        """Return who is competent for what: of the first folder that says so."""
        return read_bevoegdheden(self.folders)
