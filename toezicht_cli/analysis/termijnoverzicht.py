"""Termijnoverzicht: the terms of one onderzoek or of a werkmap, on one day, for whoever shows them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.analysis.termijnen import Stand, Termijnstand
from toezicht_cli.analysis.woorden import join_some

# What still asks something of somebody.
OPEN: tuple[Stand, ...] = ("te-laat", "loopt", "wacht", "voorbij")


class Termijnregel(NamedTuple):
    """A term, and the onderzoek that it belongs to."""

    onderzoek: str
    termijn: Termijnstand


class Bundel(NamedTuple):
    """Terms that differ only in the request or point that they are about; ``termijn`` is the first."""

    onderzoek: str
    termijn: Termijnstand
    onderwerpen: tuple[str, ...] = ()

    @property
    def wat(self) -> str:
        """Return what must be done, with the requests or points."""
        if not self.onderwerpen:
            return self.termijn.wat
        if self.termijn.soort == "punt" and len(self.onderwerpen) > 1:
            return f"Punten {join_some(self.onderwerpen)}"
        return f"{self.termijn.wat} ({join_some(self.onderwerpen)})"


class Termijnenlijst(NamedTuple):
    """What ``toezicht termijnen`` shows; ``regels`` are in the order of their last day.

    ``is_werkmap`` says that several onderzoeken are shown, ``heeft_termijnen`` that ``toezicht.yaml`` of each
    of them has terms. ``weggelaten`` counts what was met and is not shown; ``alleen_te_laat`` says that
    only what is late was asked for.
    """

    peildatum: date
    inzagen: tuple[Inzage, ...]
    regels: tuple[Termijnregel, ...]
    is_werkmap: bool
    heeft_termijnen: bool
    weggelaten: int = 0
    alleen_te_laat: bool = False

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
    return lijst._replace(regels=kept, weggelaten=0 if te_laat else met, alleen_te_laat=te_laat)


def bundle(regels: Sequence[Termijnregel]) -> tuple[Bundel, ...]:
    """Return the terms with those taken together that say the same of several requests or points."""
    bundels: dict[Termijnregel, list[str]] = {}
    firsts: dict[Termijnregel, Termijnregel] = {}
    for regel in regels:
        key = regel._replace(termijn=_without_onderwerp(regel.termijn))
        firsts.setdefault(key, regel)
        bundels.setdefault(key, []).extend([regel.termijn.onderwerp] if regel.termijn.onderwerp else [])
    return tuple(Bundel(first.onderzoek, first.termijn, tuple(bundels[key])) for key, first in firsts.items())


def _without_onderwerp(termijn: Termijnstand) -> Termijnstand:
    if termijn.soort != "punt":
        return termijn._replace(onderwerp=None)
    return termijn._replace(onderwerp=None, id="", wat="")
