"""Komend: the dates of an onderzoek that matter from a day on."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.punten import AFGEROND, stand_op
from toezicht_cli.analysis.termijnen import Stand, Termijnstand
from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.models.datum import Datum, parse_datum
from toezicht_cli.models.onderzoek import Momenten, Onderzoek
from toezicht_cli.models.verbeterpunt import Verbeterpunt

_MOMENTEN = {
    "aangekondigd_op": "aankondiging",
    "gestart_op": "begin van het onderzoek",
    "concept_verzonden_op": "conceptrapport verzonden",
    "reactie_ontvangen_op": "reactie van de aanbieder",
    "vastgesteld_op": "rapport vastgesteld",
    "verzonden_op": "rapport verzonden",
    "openbaar_op": "rapport openbaar",
    "verbeterplan_ontvangen_op": "verbeterplan van de aanbieder",
}
_LOPEND: tuple[Stand, ...] = ("te-laat", "loopt", "voorbij")


class Komend(NamedTuple):
    """A date that matters from a day on, or has passed while something had to be done by it."""

    datum: Datum
    wat: str
    dagen: int

    @property
    def is_voorbij(self) -> bool:
        """Whether its last day lies before the day that was asked for."""
        return self.dagen < 0


def list_datums(
    onderzoek: Onderzoek | None,
    punten: Sequence[Verbeterpunt],
    termijnen: Sequence[Termijnstand],
    today: date,
) -> tuple[Komend, ...]:
    """Return the days by which points and terms must be done, passed ones too, and the moments to come."""
    found = [*_punten(punten, today), *_termijnen(termijnen), *_momenten(onderzoek, today)]
    return tuple(sorted(found, key=lambda item: item.datum.vroegst))


def find_eerste_termijn(termijnen: Sequence[Termijnstand]) -> Termijnstand | None:
    """Return the term or point by which something must be done first: one that is late before all others.

    Keeping the onderzoek is no work that waits.
    """
    for stand in ("te-laat", "loopt"):
        found = (item for item in termijnen if item.stand == stand and item.soort != "bewaren" and item.einde)
        if first := next(found, None):
            return first
    return None


def _punten(punten: Sequence[Verbeterpunt], today: date) -> Iterator[Komend]:
    ids_by_dag: dict[Datum, list[str]] = {}
    for punt in punten:
        if isinstance(punt.uiterlijk, Datum) and stand_op(punt, today) not in AFGEROND:
            ids_by_dag.setdefault(punt.uiterlijk, []).append(punt.id)
    for dag, ids in ids_by_dag.items():
        wat = f"uiterste dag van {'punt' if len(ids) == 1 else 'punten'} {join_some(ids)}"
        yield Komend(dag, wat, (dag.vroegst - today).days)


def _termijnen(termijnen: Sequence[Termijnstand]) -> Iterator[Komend]:
    ids_by_termijn: dict[Komend, list[str]] = {}
    for item in termijnen:
        if (
            item.soort in ("termijn", "brief")
            and item.stand in _LOPEND
            and item.einde
            and item.dagen is not None
        ):
            komend = Komend(parse_datum(item.einde.isoformat()), f"termijn: {item.wat}", item.dagen)
            ids_by_termijn.setdefault(komend, []).extend([item.onderwerp] if item.onderwerp else [])
    for komend, ids in ids_by_termijn.items():
        yield komend._replace(wat=f"{komend.wat} ({join_some(ids)})") if ids else komend


def _momenten(onderzoek: Onderzoek | None, today: date) -> Iterator[Komend]:
    for datum, wat in _walk_momenten(onderzoek):
        if datum.laatst is not None and datum.laatst >= today:
            yield Komend(datum, wat, max((datum.vroegst - today).days, 0))


def _walk_momenten(onderzoek: Onderzoek | None) -> Iterator[tuple[Datum, str]]:
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
