"""Voortgang: how far an onderzoek is, what is missing, which dates come, and the next step.

Everything is measured on what could be read; a norm whose file could not be read is neither open nor
done. The day is a value: nothing here knows what day it is.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.bronnenmatrix import list_sleutels
from toezicht_cli.analysis.inzage import Inzage, find_onderzoek_of
from toezicht_cli.analysis.punten import is_afgerond
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Fase, Momenten, Onderzoek, Reikwijdte
from toezicht_cli.models.verbeterpunt import Verbeterpunt

# Fields that a report needs, with how a reader calls them.
_TEKSTEN = ("aanleiding", "werkwijze", "beschrijving", "reikwijdte", "onderzoekers", "onderzoeksperiode")
_MOMENTEN = {
    "aangekondigd_op": "aankondiging",
    "gestart_op": "begin van het onderzoek",
    "concept_verzonden_op": "conceptrapport verzonden",
    "reactie_ontvangen_op": "reactie van de aanbieder",
    "vastgesteld_op": "rapport vastgesteld",
    "verzonden_op": "rapport verzonden",
    "openbaar_op": "rapport openbaar",
}


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


class Komend(NamedTuple):
    """A date that matters from today on, or has passed while something had to be done by it."""

    datum: Datum
    wat: str
    dagen: int

    @property
    def is_voorbij(self) -> bool:
        """Whether its last day lies before today."""
        return self.dagen < 0


class Meldingen(NamedTuple):
    """The counts of a check."""

    fouten: int
    let_op: int
    tips: int


class Voortgang(NamedTuple):
    """What could be measured of one onderzoek; ``punten`` is None when their file cannot be read."""

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
    """The outcome: one onderzoek, or all of a werkmap."""

    onderzoeken: tuple[Onderzoekstatus, ...]
    werkmap: bool

    @property
    def has_errors(self) -> bool:
        """Whether an onderzoek has a fout or a file that could not be read."""
        return any(item.meldingen.fouten or item.inzage.onleesbaar for item in self.onderzoeken)


def measure_voortgang(dossier: Dossier, onleesbaar: frozenset[str], today: date) -> Voortgang:
    """Return how far ``dossier`` is on the day ``today``; ``onleesbaar`` holds normoordelen by name."""
    onderzoek = find_onderzoek_of(dossier)
    punten = [located.value for located in dossier.verbeterpunten]
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
        punten=None if "verbeterpunten" in dossier.onleesbaar else len(punten),
        punten_zonder_datum=sum(not isinstance(punt.uiterlijk, Datum) for punt in punten),
        punten_open=sum(not is_afgerond(punt) for punt in punten),
        is_concept_verzonden=_is_concept_verzonden(onderzoek),
        lege_velden=_lege_velden(onderzoek) if onderzoek else (),
        datums=tuple(sorted(_walk_datums(onderzoek, punten, today), key=lambda item: item.datum.vroegst)),
    )


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


def _walk_datums(onderzoek: Onderzoek | None, punten: list[Verbeterpunt], today: date) -> Iterator[Komend]:
    """Yield the days that points must be done, passed ones too, and the moments that are to come."""
    ids_by_dag: dict[Datum, list[str]] = {}
    for punt in punten:
        if isinstance(punt.uiterlijk, Datum) and not is_afgerond(punt):
            ids_by_dag.setdefault(punt.uiterlijk, []).append(punt.id)
    for dag, ids in ids_by_dag.items():
        wat = f"uiterste dag van {'punt' if len(ids) == 1 else 'punten'} {join_some(ids)}"
        yield Komend(dag, wat, (dag.vroegst - today).days)
    for datum, wat in _momenten(onderzoek):
        if datum.laatst is not None and datum.laatst >= today:
            yield Komend(datum, wat, max((datum.vroegst - today).days, 0))


def _momenten(onderzoek: Onderzoek | None) -> Iterator[tuple[Datum, str]]:
    if onderzoek is None:
        return
    momenten = onderzoek.momenten or Momenten()
    for veld, wat in _MOMENTEN.items():
        datum = getattr(momenten, veld)
        if isinstance(datum, Datum):
            yield datum, wat
    for bezoek in onderzoek.bezoeken:
        yield bezoek.datum, f"bezoek{f' aan {bezoek.locatie}' if bezoek.locatie else ''}"
    if onderzoek.bewaren_tot:
        yield onderzoek.bewaren_tot, "bewaren tot"


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
