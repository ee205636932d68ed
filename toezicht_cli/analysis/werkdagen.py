"""Werkdagen: the last day of a term, and why that day.

The day on which a term begins does not count. A statutory term that would end on a Saturday, a Sunday or a
feestdag ends on the next day that is none of these (Algemene termijnenwet, article 1); that does not hold for
terms that are counted back, nor for those over 90 days, 12 weeks or 3 months (article 4).
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.models.datum import MAANDEN
from toezicht_cli.models.termijn import Eenheid, Kalender, Termijn, VrijeDagen

_SATURDAY = 5
_DAY = timedelta(days=1)
# Article 4 of the Algemene termijnenwet: over this length the end stays where it is.
_MEESTE: dict[Eenheid, int] = {"werkdagen": 90, "dagen": 90, "weken": 12, "maanden": 3}
_ENKEL: dict[Eenheid, str] = {"werkdagen": "werkdag", "dagen": "dag", "weken": "week", "maanden": "maand"}
_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


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
        OverflowError: the day lies beyond the year 9999.
    """
    sign = -1 if termijn.terug else 1
    vrij = find_vrij(kalender, termijn.vrije_dagen)
    einde = _COUNT[termijn.eenheid](start, sign * termijn.lengte, vrij)
    parts = [_describe(termijn, start)]
    if termijn.eenheid == "werkdagen":
        parts += _skipped(start, einde, vrij)
    if schuift_door(termijn):
        # The law counts equated days too; an organisation that lets a term roll says itself which days count.
        rollen = find_vrij(kalender, "feestdagen-en-gelijkgesteld") if _by_law(termijn) else vrij
        gerold = _roll(einde, rollen)
        if gerold != einde:
            parts.append(
                f"dat is {in_words(einde)}, {_why_free(einde, rollen)}, en dus wordt het {in_words(gerold)}"
            )
            einde = gerold
    return Einde(einde, "; ".join(parts), _warn(termijn, start, einde, kalender))


def schuift_door(termijn: Termijn) -> bool:
    """Whether the end of a term moves on when it falls on a free day."""
    if termijn.terug:
        return False
    if termijn.schuift_door is not None:
        return termijn.schuift_door
    return termijn.soort == "wettelijk" and termijn.lengte <= _MEESTE[termijn.eenheid]


def in_words(dag: date) -> str:
    """Return ``19 mei 2025``."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def _by_law(termijn: Termijn) -> bool:
    return termijn.schuift_door is None


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
    """Return the same day in a later month, or the last of that month when it has no such day."""
    months = start.year * 12 + start.month - 1 + aantal
    jaar, maand = divmod(months, 12)
    if not date.min.year <= jaar <= date.max.year:
        raise OverflowError("beyond the year 9999")
    return date(jaar, maand + 1, min(start.day, monthrange(jaar, maand + 1)[1]))


_COUNT: dict[Eenheid, Callable[[date, int, Vrij], date]] = {
    "werkdagen": _count_werkdagen,
    "dagen": _count_dagen,
    "weken": _count_weken,
    "maanden": _count_maanden,
}


def _roll(dag: date, vrij: Vrij) -> date:
    while vrij.is_vrij(dag):
        dag += _DAY
    return dag


def _describe(termijn: Termijn, start: date) -> str:
    eenheid = _ENKEL[termijn.eenheid] if termijn.lengte == 1 else termijn.eenheid
    return f"{termijn.lengte} {eenheid} {'vóór' if termijn.terug else 'na'} {in_words(start)}"


def _skipped(start: date, einde: date, vrij: Vrij) -> list[str]:
    """Return which days from Monday to Friday between ``start`` and ``einde`` did not count."""
    first, last = min(start, einde), max(start, einde)
    dagen = sorted(
        dag for dag in vrij.namen if first <= dag <= last and dag != start and dag.weekday() < _SATURDAY
    )
    if not dagen:
        return []
    verb = "telt" if len(dagen) == 1 else "tellen"
    return [f"{_list_dagen(dagen, start.year)} {verb} niet mee"]


def _list_dagen(dagen: list[date], jaar: int) -> str:
    """Return ``29 en 30 mei``, with the year where it is another than ``jaar``."""
    groups = []
    for (year, month), found in groupby(dagen, key=lambda dag: (dag.year, dag.month)):
        words = f"{join_words([str(dag.day) for dag in found])} {MAANDEN[month - 1]}"
        groups.append(words if year == jaar else f"{words} {year}")
    return ", ".join(groups)


def _why_free(dag: date, vrij: Vrij) -> str:
    naam = vrij.namen.get(dag)
    if naam:
        return f"een {naam}" if naam.startswith("gelijk") else naam
    return f"een {_WEEKDAGEN[dag.weekday()]}"


def _warn(termijn: Termijn, start: date, einde: date, kalender: Kalender | None) -> str | None:
    """Return what is not known about feestdagen between two days, None when nothing depends on them."""
    rolls = schuift_door(termijn)
    uses_kalender = termijn.vrije_dagen != "weekend" or (rolls and _by_law(termijn))
    if not uses_kalender or not (termijn.eenheid == "werkdagen" or rolls):
        return None
    if kalender is None:
        return "de kalender is niet te lezen, en dus zijn feestdagen niet meegeteld"
    vanaf, tot = kalender.vanaf.vroegst, kalender.tot.vroegst
    if min(start, einde) < vanaf:
        return f"de kalender begint op {in_words(vanaf)}: eerdere feestdagen zijn niet meegeteld"
    if max(start, einde) > tot:
        return f"de kalender gaat tot en met {in_words(tot)}: latere feestdagen zijn niet meegeteld"
    return None
