"""Voortgang: how far an onderzoek is, what is missing, which dates come, and the next step.

Everything is measured on what could be read; a norm whose file could not be read is neither open nor
done. The day is a value: nothing here knows what day it is.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.bronnenmatrix import list_sleutels
from toezicht_cli.analysis.inzage import Inzage, find_onderzoek_of
from toezicht_cli.analysis.komend import Komend, find_eerste_termijn, list_datums
from toezicht_cli.analysis.punten import AFGEROND, stand_op
from toezicht_cli.analysis.sporen import Spoor, find_openbaarmaking, find_opvolging
from toezicht_cli.analysis.termijnen import (
    Termijnstand,
    apply_wederhoor,
    find_reactietermijn,
    list_termijnen,
)
from toezicht_cli.analysis.wederhoor import find_open_velden
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Fase, Momenten, Onderzoek, Reikwijdte

# Fields that a report needs, with how a reader calls them.
_TEKSTEN = ("aanleiding", "werkwijze", "beschrijving", "reikwijdte", "onderzoekers", "onderzoeksperiode")


class Themavoortgang(NamedTuple):
    """How far one thema is. ``met_reden`` counts the normen with a status instead of an oordeel."""

    id: str
    titel: str
    getoetst: int
    met_reden: int
    open: tuple[str, ...]
    onleesbaar: tuple[str, ...]

    @property
    def in_kader(self) -> int:
        """Return how many normen (or normen on a vestiging) the thema has."""
        return self.getoetst + self.met_reden + len(self.open) + len(self.onleesbaar)


class Meldingen(NamedTuple):
    """The counts of a check."""

    fouten: int
    let_op: int
    tips: int


class Voortgang(NamedTuple):
    """What could be measured of one onderzoek; ``punten`` is None when their file cannot be read.

    ``ingetrokken`` is the number of the last version when that was withdrawn and no other one counts.
    """

    fase: Fase | None
    themas: tuple[Themavoortgang, ...]
    bevindingen: int
    zonder_bron: tuple[str, ...]
    punten: int | None
    punten_zonder_datum: int
    punten_open: int
    is_concept_verzonden: bool
    lege_velden: tuple[str, ...]
    datums: tuple[Komend, ...]
    wacht_op_reactie: bool = False
    open_reacties: tuple[str, ...] = ()
    moet_verzonden: bool = False
    sporen: tuple[Spoor, ...] = ()
    eerste_termijn: Termijnstand | None = None
    ingetrokken: str | None = None
    per_locatie: bool = False

    @property
    def open(self) -> tuple[str, ...]:
        """Return the normen without oordeel or reason."""
        return tuple(norm for thema in self.themas for norm in thema.open)

    @property
    def getoetst(self) -> int:
        """Return how many normen have an oordeel."""
        return sum(thema.getoetst for thema in self.themas)

    @property
    def in_kader(self) -> int:
        """Return how many normen there are to judge."""
        return sum(thema.in_kader for thema in self.themas)


class Onderzoekstatus(NamedTuple):
    """What ``toezicht status`` shows of one onderzoek."""

    inzage: Inzage
    voortgang: Voortgang
    meldingen: Meldingen
    stap: str

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """Return in sentences what is missing."""
        return tuple(_missing(self.voortgang))


class Status(NamedTuple):
    """The outcome on ``peildatum``: one onderzoek, or all of a werkmap."""

    onderzoeken: tuple[Onderzoekstatus, ...]
    werkmap: bool
    peildatum: date

    @property
    def has_errors(self) -> bool:
        """Whether an onderzoek has a fout or a file that could not be read."""
        return any(item.meldingen.fouten or item.inzage.onleesbaar for item in self.onderzoeken)


def measure_voortgang(dossier: Dossier, onleesbaar: frozenset[str], today: date) -> Voortgang:
    """Return how far ``dossier`` is on the day ``today``; ``onleesbaar`` holds normoordelen by name."""
    onderzoek = find_onderzoek_of(dossier)
    momenten = (onderzoek.momenten if onderzoek else None) or Momenten()
    punten = [located.value for located in dossier.verbeterpunten]
    termijnen = list_termijnen(dossier, today)
    is_leesbaar = "verbeterpunten" not in dossier.onleesbaar
    items = [located.value for located in dossier.normoordelen]
    zonder = tuple(
        f"{item.sleutel} {bevinding.id}"
        for item in items
        for bevinding in item.bevindingen
        if not bevinding.alle_bronnen
    )
    return Voortgang(
        fase=onderzoek.fase if onderzoek else None,
        themas=tuple(_walk_themas(dossier, items, onleesbaar)),
        bevindingen=sum(len(item.bevindingen) for item in items),
        zonder_bron=zonder,
        punten=len(punten) if is_leesbaar else None,
        punten_zonder_datum=sum(not isinstance(punt.uiterlijk, Datum) for punt in punten),
        punten_open=sum(stand_op(punt, today) not in AFGEROND for punt in punten),
        is_concept_verzonden=_is_concept_verzonden(onderzoek),
        lege_velden=_lege_velden(onderzoek) if onderzoek else (),
        datums=list_datums(onderzoek, punten, termijnen, today),
        wacht_op_reactie=_wacht_op_reactie(dossier, momenten, today),
        open_reacties=tuple(item.id for item in dossier.wederhoor.reacties if find_open_velden(item)),
        moet_verzonden=not _is_verzonden(momenten),
        sporen=(
            find_openbaarmaking(onderzoek, today),
            find_opvolging(punten if is_leesbaar else None, today),
        ),
        eerste_termijn=find_eerste_termijn(termijnen),
        ingetrokken=_find_ingetrokken(dossier, today),
        per_locatie=(kader := dossier.find_kader()) is not None and kader.per == "locatie",
    )


def _find_ingetrokken(dossier: Dossier, today: date) -> str | None:
    versies = dossier.vaststelling.versies
    last = versies[-1] if versies else None
    if last is None or last.status != "ingetrokken" or any(item.status == "geldend" for item in versies):
        return None
    return last.nummer if last.geldig_tot is None or last.geldig_tot.vroegst <= today else None


def _walk_themas(
    dossier: Dossier, items: list[Normoordeel], onleesbaar: frozenset[str]
) -> Iterator[Themavoortgang]:
    if dossier.onleesbaar & {"onderzoek", "kader"}:
        return
    item_by_sleutel = {item.sleutel: item for item in items}
    for thema in dossier.kader.themas:
        states: dict[str, list[str]] = {"getoetst": [], "reden": [], "open": [], "onleesbaar": []}
        for norm in thema.normen:
            for sleutel in list_sleutels(dossier, norm.id):
                states[_state(item_by_sleutel.get(sleutel), sleutel, onleesbaar)].append(sleutel)
        yield Themavoortgang(
            thema.id,
            thema.titel,
            len(states["getoetst"]),
            len(states["reden"]),
            tuple(states["open"]),
            tuple(states["onleesbaar"]),
        )


def _state(item: Normoordeel | None, sleutel: str, onleesbaar: frozenset[str]) -> str:
    if item is None:
        return "onleesbaar" if sleutel in onleesbaar else "open"
    if item.oordeel:
        return "getoetst"
    return "reden" if item.status else "open"


def _is_concept_verzonden(onderzoek: Onderzoek | None) -> bool:
    momenten = onderzoek.momenten if onderzoek else None
    return momenten is not None and momenten.concept_verzonden_op is not None


def _lege_velden(onderzoek: Onderzoek) -> tuple[str, ...]:
    leeg = [veld for veld in _TEKSTEN if getattr(onderzoek, veld) in (None, (), Reikwijdte())]
    if not onderzoek.gemeenten and not onderzoek.regio:
        leeg.append("gemeenten (of regio)")
    return tuple(leeg)


def _is_verzonden(momenten: Momenten) -> bool:
    """Whether a report of which the day of the vaststelling is known still has to be sent."""
    return not isinstance(momenten.vastgesteld_op, Datum) or momenten.verzonden_op is not None


def _wacht_op_reactie(dossier: Dossier, momenten: Momenten, today: date) -> bool:
    """Whether the aanbieder may still react, and neither a reaction nor a message that none comes is in."""
    wederhoor = dossier.wederhoor
    if momenten.reactie_ontvangen_op is not None or wederhoor.afstand or wederhoor.reacties:
        return False
    berekend = find_reactietermijn(dossier)
    laatste, _ = apply_wederhoor(dossier, berekend.einde if berekend else None, "")
    return laatste is None or laatste >= today


def describe_dagen(dagen: int) -> str:
    """Return how far away a day is: ``vandaag``, ``over 5 dagen``, ``2 dagen geleden``."""
    if dagen == 0:
        return "vandaag"
    if dagen == 1:
        return "morgen"
    if dagen == -1:
        return "gisteren"
    return f"over {dagen} dagen" if dagen > 0 else f"{-dagen} dagen geleden"


def _missing(voortgang: Voortgang) -> Iterator[str]:
    if voortgang.lege_velden:
        yield f"in onderzoek.yaml is nog leeg: {join_some(voortgang.lege_velden)}"
    if voortgang.open:
        woord = "norm" if len(voortgang.open) == 1 else "normen"
        yield f"nog geen oordeel of reden: {woord} {join_some(voortgang.open)}"
    zonder = voortgang.zonder_bron
    if zonder:
        noemt = "noemt" if len(zonder) == 1 else "noemen"
        yield f"{plural(len(zonder), 'bevinding', 'bevindingen')} {noemt} geen bron: {join_some(zonder)}"
    if voortgang.punten_zonder_datum:
        aantal = plural(voortgang.punten_zonder_datum, "punt heeft", "punten hebben")
        yield f"{aantal} geen uiterste dag ('zo spoedig mogelijk' is geen dag)"
