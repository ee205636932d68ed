"""Termijnzinnen: why a term ends on the day on which it ends, in words.

Each sentence is a clause without capital or full stop, for a list with semicolons.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise

from toezicht_cli.analysis.woorden import join_words, plural
from toezicht_cli.models.datum import MAANDEN
from toezicht_cli.models.termijn import Eenheid, Termijn

_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_EEN: dict[Eenheid, str] = {"werkdagen": "werkdag", "dagen": "dag", "weken": "week", "maanden": "maand"}
_WET = "Algemene termijnenwet"
# More days than a reader takes in: then only how many, and between which.
_MEESTE_DAGEN = 8


def in_words(dag: date) -> str:
    """Return ``19 mei 2025``."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def with_weekdag(dag: date) -> str:
    """Return ``maandag 19 mei 2025``."""
    return f"{_WEEKDAGEN[dag.weekday()]} {in_words(dag)}"


def describe_lengte(termijn: Termijn, start: date) -> str:
    """Return ``10 werkdagen na 19 mei 2025``, ``5 werkdagen vóór 19 mei 2025``."""
    lengte = plural(termijn.lengte, _EEN[termijn.eenheid], termijn.eenheid)
    return f"{lengte} {'vóór' if termijn.terug else 'na'} {in_words(start)}"


def describe_overgeslagen(dagen: Sequence[date], jaar: int) -> list[str]:
    """Return which days did not count, Saturdays and Sundays aside: ``29 en 30 mei tellen niet mee``."""
    if not dagen:
        return []
    if len(dagen) > _MEESTE_DAGEN:
        tussen = f"van {in_words(dagen[0])} tot en met {in_words(dagen[-1])}"
        return [f"{len(dagen)} vrije dagen {tussen} tellen niet mee"]
    return [f"{_list_dagen(dagen, jaar)} {'telt' if len(dagen) == 1 else 'tellen'} niet mee"]


def describe_korte_maand(start: date, geteld: date) -> str:
    """Return that the month in which a term ends lacks the day on which it began."""
    return f"{MAANDEN[geteld.month - 1]} heeft geen dag {start.day}, en dus telt de laatste dag van die maand"


def describe_doorschuiven(geteld: date, einde: date, namen: Mapping[date, str], *, by_law: bool) -> list[str]:
    """Return why the end moved from ``geteld`` to ``einde``; nothing when it did not."""
    if geteld == einde:
        return []
    grond = f"{_WET}, artikel 1" if by_law else "zo staat het in toezicht.yaml"
    return [f"dat is {_name_dag(geteld, namen)}, en dus wordt het {in_words(einde)} ({grond})"]


def describe_verlenging(einde: date, langer: date) -> list[str]:
    """Return that the law made a very short term longer; nothing when it did not."""
    if einde == langer:
        return []
    return [f"daar horen minstens 2 werkdagen in, en dus wordt het {in_words(langer)} ({_WET}, artikel 2)"]


def describe_blijft_staan(termijn: Termijn, geteld: date, namen: Mapping[date, str]) -> list[str]:
    """Return that a term ends on a free day all the same, and why when the law says so."""
    reden = ""
    if termijn.soort == "wettelijk" and termijn.schuift_door is None:
        why = "bij terugtellen, artikel 1" if termijn.terug else "bij een lange termijn, artikel 4"
        reden = f" ({_WET}, {why})"
    return [f"dat is {_name_dag(geteld, namen)}, maar het einde schuift niet door{reden}"]


def _list_dagen(dagen: Sequence[date], jaar: int) -> str:
    """Return ``29 en 30 mei``; with the year, once for each, when not all days are in ``jaar``."""
    maanden = [(key, list(found)) for key, found in groupby(dagen, key=lambda dag: (dag.year, dag.month))]
    with_year = any(year != jaar for (year, _), _ in maanden)
    ends = [one[0][0] != other[0][0] for one, other in pairwise(maanden)] + [True]
    parts = []
    for ((year, month), found), ends_year in zip(maanden, ends, strict=True):
        suffix = f" {year}" if with_year and ends_year else ""
        parts.append(f"{join_words([str(dag.day) for dag in found])} {MAANDEN[month - 1]}{suffix}")
    return join_words(parts)


def _name_dag(dag: date, namen: Mapping[date, str]) -> str:
    """Return a free day with the reason: ``zaterdag 7 maart 2026``, ``1 januari 2026, Nieuwjaarsdag``."""
    naam = namen.get(dag)
    if naam is None:
        return with_weekdag(dag)
    return f"{in_words(dag)}, {naam if naam[0].isupper() else f'een {naam}'}"
