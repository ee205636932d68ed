"""Punten: the points to follow up, taken together where one thing is the matter with several."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Located
from toezicht_cli.models.onderzoek import Momenten
from toezicht_cli.models.verbeterpunt import Opvolging, Puntstatus, Verbeterpunt

Key = TypeVar("Key", bound=Hashable)
Punten = Sequence[Located[Verbeterpunt]]

VASTGESTELD: Puntstatus = "geborgd-vastgesteld"
AFGEROND: tuple[Puntstatus, ...] = (VASTGESTELD, "vervallen")


def stand(punt: Verbeterpunt) -> Puntstatus:
    """Return the latest status of a point; open when nothing was noted yet."""
    return punt.opvolging[-1].status if punt.opvolging else "open"


def stand_op(punt: Verbeterpunt, dag: date) -> Puntstatus:
    """Return the status of a point at the end of ``dag``: that of the last step up to then."""
    steps = [stap.status for stap in punt.opvolging if stap.datum.vroegst <= dag]
    return steps[-1] if steps else "open"


def mist_bij_vastgesteld(stap: Opvolging) -> list[str]:
    """Return what a step lacks that says that something was established: bewijs, beoordelaar."""
    if stap.status != VASTGESTELD:
        return []
    return [woord for woord, er in (("bewijs", stap.bewijs), ("beoordelaar", stap.beoordeeld_door)) if not er]


def is_afgerond(punt: Verbeterpunt) -> bool:
    """Whether nothing more has to be done for a point."""
    return stand(punt) in AFGEROND


def group_punten(
    punten: Iterable[Located[Verbeterpunt]], key: Callable[[Verbeterpunt], Key | None]
) -> dict[Key, list[Located[Verbeterpunt]]]:
    """Return the points by ``key``, in order; points for which it is None are left out."""
    groups: dict[Key, list[Located[Verbeterpunt]]] = {}
    for punt in punten:
        found = key(punt.value)
        if found is not None:
            groups.setdefault(found, []).append(punt)
    return groups


def name_punten(punten: Punten) -> str:
    """Return ``punt V01``, ``punten V01 en V02``, or the first ones and how many more there are."""
    namen = [punt.value.id for punt in punten]
    return f"punt {namen[0]}" if len(namen) == 1 else f"punten {join_some(namen)}"


def lijst_place(punten: Punten) -> Place:
    """Return the place of the list that the points stand in, for what is said of all of them."""
    return Place(punten[0].place.file).at_key("verbeterpunten")


def rapportmoment(momenten: Momenten | None) -> tuple[Datum, str] | None:
    """Return when the report was made definitive, else sent as a concept; None when not known."""
    if momenten is None:
        return None
    if isinstance(momenten.vastgesteld_op, Datum):
        return momenten.vastgesteld_op, "het vaststellen van het rapport"
    return conceptmoment(momenten)


def conceptmoment(momenten: Momenten | None) -> tuple[Datum, str] | None:
    """Return when the concept was sent; None when that is not known."""
    if momenten is None or not isinstance(momenten.concept_verzonden_op, Datum):
        return None
    return momenten.concept_verzonden_op, "het verzenden van het concept"


def is_bron_later(bron: Bron, dag: Datum) -> bool:
    """Whether a bron was certainly not seen yet on ``dag``; without any date that is not known.

    The date of the document itself counts only when nothing says when it came in or was read.
    """
    gezien = _datums(bron.datum, bron.ontvangen_op, *bron.data) or _datums(bron.documentdatum)
    return bool(gezien) and all(datum.is_later_than(dag) for datum in gezien)


def _datums(*momenten: Datum | str | None) -> tuple[Datum, ...]:
    return tuple(moment for moment in momenten if isinstance(moment, Datum))
