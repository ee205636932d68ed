"""Termijnoverzicht: the terms of one onderzoek or of a werkmap, on one day, for whoever shows them."""

from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.analysis.termijnen import Stand, Termijnstand

# What still asks something of somebody.
OPEN: tuple[Stand, ...] = ("te-laat", "loopt", "wacht")


class Termijnregel(NamedTuple):
    """A term, and the onderzoek that it belongs to."""

    onderzoek: str
    termijn: Termijnstand


class Termijnenlijst(NamedTuple):
    """What ``toezicht termijnen`` shows; ``regels`` are in the order of their last day.

    ``is_werkmap`` says that several onderzoeken are shown, ``heeft_termijnen`` that ``toezicht.yaml`` of each
    of them has terms. ``weggelaten`` counts what was met and is not shown.
    """

    peildatum: date
    inzagen: tuple[Inzage, ...]
    regels: tuple[Termijnregel, ...]
    is_werkmap: bool
    heeft_termijnen: bool
    weggelaten: int = 0

    @property
    def is_leesbaar(self) -> bool:
        """Whether every file could be read."""
        return not any(inzage.onleesbaar for inzage in self.inzagen)

    def of_stand(self, *standen: Stand) -> tuple[Termijnregel, ...]:
        """Return the terms of which the stand is one of these, in order."""
        return tuple(regel for regel in self.regels if regel.termijn.stand in standen)


def select(lijst: Termijnenlijst, *, alles: bool, te_laat: bool) -> Termijnenlijst:
    """Return the list without what was met, or with only what is late."""
    wanted: tuple[Stand, ...] = ("te-laat",) if te_laat else OPEN
    if alles and not te_laat:
        return lijst
    kept = lijst.of_stand(*wanted)
    met = len(lijst.of_stand("klaar", "te-laat-klaar"))
    return lijst._replace(regels=kept, weggelaten=0 if te_laat else met)
