"""Wederhooroverzicht: how hoor en wederhoor stands on a day: the term, and what each reaction lacks."""

from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.inzage import Inzage, find_onderzoek_of
from toezicht_cli.analysis.termijnen import find_reactietermijn
from toezicht_cli.analysis.wederhoor import find_laatste_dag, find_open_velden
from toezicht_cli.models.datum import Datum, NietVermeld
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Momenten
from toezicht_cli.models.verloop import Reactie, Wederhoor

Moment = Datum | NietVermeld | None


class Reactiestand(NamedTuple):
    """A reaction, and the fields that people must still fill in."""

    reactie: Reactie
    open: tuple[str, ...]


class Wederhooroverzicht(NamedTuple):
    """How hoor en wederhoor stands on ``peildatum``; ``uitleg`` says why the last day is that day."""

    inzage: Inzage
    peildatum: date
    verzonden: Moment
    ontvangen: Moment
    wederhoor: Wederhoor
    laatste: Datum | None
    uitleg: str | None
    reacties: tuple[Reactiestand, ...]

    @property
    def dagen(self) -> int | None:
        """Return how many days there are from the peildatum to the last day, negative when it is over."""
        return (self.laatste.vroegst - self.peildatum).days if self.laatste else None

    @property
    def open(self) -> int:
        """Return how many reactions are not disposed of."""
        return sum(bool(item.open) for item in self.reacties)

    @property
    def is_leesbaar(self) -> bool:
        """Whether every file could be read."""
        return not self.inzage.onleesbaar


def make_overzicht(dossier: Dossier, inzage: Inzage, peildatum: date) -> Wederhooroverzicht:
    """Return how hoor en wederhoor of ``dossier`` stands on ``peildatum``."""
    onderzoek = find_onderzoek_of(dossier)
    momenten = (onderzoek.momenten if onderzoek else None) or Momenten()
    wederhoor = dossier.wederhoor
    verzonden = _until(momenten.concept_verzonden_op, peildatum)
    ontvangen = _until(momenten.reactie_ontvangen_op, peildatum)
    laatste, uitleg = (
        find_laatste(dossier) if verzonden or not momenten.concept_verzonden_op else (None, None)
    )
    if ontvangen is None and momenten.reactie_ontvangen_op is not None:  # it had not come in yet
        wederhoor = wederhoor.model_copy(update={"reacties": ()})
    return Wederhooroverzicht(
        inzage=inzage,
        peildatum=peildatum,
        verzonden=verzonden,
        ontvangen=ontvangen,
        wederhoor=wederhoor,
        laatste=laatste,
        uitleg=uitleg,
        reacties=tuple(Reactiestand(item, find_open_velden(item)) for item in wederhoor.reacties),
    )


def _until(moment: Moment, peildatum: date) -> Moment:
    """Return a moment unless it certainly came after ``peildatum``."""
    return None if isinstance(moment, Datum) and moment.vroegst > peildatum else moment


def find_laatste(dossier: Dossier) -> tuple[Datum | None, str | None]:
    """Return the last day to react, and why: as the files say, else as the term of the organisation says."""
    known = find_laatste_dag(dossier.wederhoor)
    try:
        einde = find_reactietermijn(dossier)
    except OverflowError:
        einde = None
    if einde is None:
        return known, None
    if known is None:
        return Datum(einde.einde.isoformat(), einde.einde, einde.einde), einde.uitleg
    return known, einde.uitleg if einde.einde == known.vroegst else None
