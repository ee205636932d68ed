"""Werkdagen: the last day of a term, and why that day.

The day on which a term begins does not count. A statutory term that would end on a Saturday, a Sunday or a
feestdag ends on the next day that is none of these (Algemene termijnenwet, article 1), and one of three days
or more holds two werkdagen (article 2); neither holds for terms that are counted back, nor for those over
90 days, 12 weeks or 3 months (article 4).
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from toezicht_cli.analysis.termijnzinnen import (
    describe_blijft_staan,
    describe_doorschuiven,
    describe_korte_maand,
    describe_lengte,
    describe_overgeslagen,
    describe_verlenging,
    in_words,
)
from toezicht_cli.models.termijn import Eenheid, Kalender, Termijn, VrijeDagen

__all__ = ["Einde", "Vrij", "find_einde", "find_vrij", "in_words", "is_wettelijk_geregeld", "schuift_door"]

_SATURDAY = 5
_DAY = timedelta(days=1)
# Article 4 of the Algemene termijnenwet: over this length the end stays where it is.
_MEESTE: dict[Eenheid, int] = {"werkdagen": 90, "dagen": 90, "weken": 12, "maanden": 3}
# Article 2: a term of at least three days holds at least two werkdagen.
_KORT = 3
_MINSTENS = 2


class Einde(NamedTuple):
    """The last day of a term; one is late from the day after.

    ``uitleg`` says in Dutch why it is this day; ``waarschuwing`` says what the kalender does not know.
    """

    einde: date
    uitleg: str
    waarschuwing: str | None = None


class Vrij(NamedTuple):
    """The days that do not count: every weekend, and these by name."""

    namen: dict[date, str]

    def is_vrij(self, dag: date) -> bool:
        """Whether ``dag`` is no werkdag."""
        return dag.weekday() >= _SATURDAY or dag in self.namen


def find_vrij(kalender: Kalender | None, soort: VrijeDagen) -> Vrij:
    """Return the days of ``kalender`` that are free for a term of this ``soort``."""
    if kalender is None or soort == "weekend":
        return Vrij({})
    met_gelijkgesteld = soort == "feestdagen-en-gelijkgesteld"
    dagen = (dag for dag in kalender.dagen if met_gelijkgesteld or dag.soort == "feestdag")
    return Vrij({dag.datum.vroegst: dag.naam for dag in dagen})


def find_einde(termijn: Termijn, start: date, kalender: Kalender | None) -> Einde:
    """Return the last day of ``termijn`` when it begins on ``start``, with its reason.

    Raises:
        OverflowError: the day lies before the year 1 or beyond the year 9999.
    """
    vrij = find_vrij(kalender, termijn.vrije_dagen)
    geteld = _COUNT[termijn.eenheid](start, -termijn.lengte if termijn.terug else termijn.lengte, vrij)
    parts = [describe_lengte(termijn, start)]
    if termijn.eenheid == "werkdagen":
        parts += describe_overgeslagen(_skipped(start, geteld, vrij), start.year)
    if termijn.eenheid == "maanden" and geteld.day != start.day:
        parts.append(describe_korte_maand(start, geteld))
    einde, why = _move(termijn, start, geteld, _find_rollend(termijn, kalender))
    return Einde(einde, "; ".join(parts + why), _warn(termijn, start, einde, kalender))


def schuift_door(termijn: Termijn) -> bool:
    """Whether the end of a term moves when it falls on a free day; the organisation goes before the law."""
    if termijn.schuift_door is not None:
        return termijn.schuift_door
    return is_wettelijk_geregeld(termijn)


def is_wettelijk_geregeld(termijn: Termijn) -> bool:
    """Whether the Algemene termijnenwet says where the end falls: articles 1 and 4."""
    return termijn.soort == "wettelijk" and not termijn.terug and termijn.lengte <= _MEESTE[termijn.eenheid]


def _find_rollend(termijn: Termijn, kalender: Kalender | None) -> Vrij:
    """Return the days on which a term does not end.

    The law takes the equated days too; an organisation that lets a term roll says itself which days count.
    """
    by_law = termijn.schuift_door is None and termijn.soort == "wettelijk"
    return find_vrij(kalender, "feestdagen-en-gelijkgesteld" if by_law else termijn.vrije_dagen)


def _move(termijn: Termijn, start: date, geteld: date, vrij: Vrij) -> tuple[date, list[str]]:
    """Return where a term that was counted to ``geteld`` ends, and why it is not there, or is."""
    if not schuift_door(termijn):
        return geteld, describe_blijft_staan(termijn, geteld, vrij.namen) if vrij.is_vrij(geteld) else []
    by_law = termijn.schuift_door is None
    einde = _roll(geteld, vrij, terug=termijn.terug)
    parts = describe_doorschuiven(geteld, einde, vrij.namen, by_law=by_law)
    langer = _lengthen(termijn, start, einde, vrij) if by_law else einde
    return langer, parts + describe_verlenging(einde, langer)


def _lengthen(termijn: Termijn, start: date, einde: date, vrij: Vrij) -> date:
    if termijn.eenheid == "dagen" and termijn.lengte < _KORT:
        return einde
    werkdagen = sum(not vrij.is_vrij(start + n * _DAY) for n in range(1, (einde - start).days + 1))
    while werkdagen < _MINSTENS:
        einde = _roll(einde + _DAY, vrij, terug=False)
        werkdagen += 1
    return einde


def _count_werkdagen(start: date, aantal: int, vrij: Vrij) -> date:
    step = _DAY if aantal > 0 else -_DAY
    dag, left = start, abs(aantal)
    while left:
        dag += step
        left -= not vrij.is_vrij(dag)
    return dag


def _count_dagen(start: date, aantal: int, _vrij: Vrij) -> date:
    return start + aantal * _DAY


def _count_weken(start: date, aantal: int, _vrij: Vrij) -> date:
    return start + 7 * aantal * _DAY


def _count_maanden(start: date, aantal: int, _vrij: Vrij) -> date:
    """Return the same day in another month, or the last of that month when it has no such day."""
    months = start.year * 12 + start.month - 1 + aantal
    jaar, maand = divmod(months, 12)
    if not date.min.year <= jaar <= date.max.year:
        raise OverflowError("beyond the years that there are")
    return date(jaar, maand + 1, min(start.day, monthrange(jaar, maand + 1)[1]))


_COUNT: dict[Eenheid, Callable[[date, int, Vrij], date]] = {
    "werkdagen": _count_werkdagen,
    "dagen": _count_dagen,
    "weken": _count_weken,
    "maanden": _count_maanden,
}


def _roll(dag: date, vrij: Vrij, *, terug: bool) -> date:
    while vrij.is_vrij(dag):
        dag += -_DAY if terug else _DAY
    return dag


def _skipped(start: date, einde: date, vrij: Vrij) -> list[date]:
    """Return which days from Monday to Friday between ``start`` and ``einde`` did not count."""
    first, last = min(start, einde), max(start, einde)
    return sorted(
        dag for dag in vrij.namen if first <= dag <= last and dag != start and dag.weekday() < _SATURDAY
    )


def _warn(termijn: Termijn, start: date, einde: date, kalender: Kalender | None) -> str | None:
    """Return what is not known about feestdagen between two days, None when nothing depends on them."""
    rolls = schuift_door(termijn)
    by_law = rolls and termijn.schuift_door is None
    if termijn.vrije_dagen == "weekend" and not by_law:
        return None
    if termijn.eenheid != "werkdagen" and not rolls:
        return None
    if kalender is None:
        return "de kalender is niet te lezen, en dus zijn feestdagen niet meegeteld"
    vanaf, tot = kalender.vanaf.vroegst, kalender.tot.vroegst
    if min(start, einde) < vanaf:
        return f"de kalender begint op {in_words(vanaf)}: eerdere feestdagen zijn niet meegeteld"
    if max(start, einde) > tot:
        return f"de kalender gaat tot en met {in_words(tot)}: latere feestdagen zijn niet meegeteld"
    return None
