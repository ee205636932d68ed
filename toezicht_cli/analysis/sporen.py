"""Sporen: what runs beside the fasen, each with a status of its own: openbaarmaking and opvolging."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.perioden import known
from toezicht_cli.analysis.punten import AFGEROND, stand_op
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.models.onderzoek import Momenten, Onderzoek
from toezicht_cli.models.verbeterpunt import Verbeterpunt

NIET_INGEVULD = "niet-ingevuld"


class Spoor(NamedTuple):
    """One track: ``status`` for a program, ``zin`` for a reader."""

    id: str
    status: str
    zin: str


def find_openbaarmaking(onderzoek: Onderzoek | None, peildatum: date) -> Spoor:
    """Return how far the publication is on ``peildatum``; what nobody noted is said to be so."""
    soort = "openbaarmaking"
    if onderzoek is None:
        return Spoor(soort, "niet-te-lezen", "niet te lezen")
    openbaar_op = known((onderzoek.momenten or Momenten()).openbaar_op)
    status = onderzoek.openbaarmaking.status if onderzoek.openbaarmaking else None
    if status in (None, "openbaar") and openbaar_op:
        if openbaar_op.vroegst <= peildatum:
            return Spoor(soort, "openbaar", f"openbaar sinds {openbaar_op.leesbaar}")
        return Spoor(soort, "voorgenomen", f"voorgenomen: {openbaar_op.leesbaar}")
    if status is None:
        return Spoor(soort, NIET_INGEVULD, "nog niet ingevuld")
    return Spoor(soort, status, status.replace("-", " "))


def find_opvolging(punten: Sequence[Verbeterpunt] | None, peildatum: date) -> Spoor:
    """Return how far the points are on ``peildatum``; None stands for points that cannot be read."""
    soort = "opvolging"
    if punten is None:
        return Spoor(soort, "niet-te-lezen", "niet te lezen")
    if not punten:
        return Spoor(soort, "geen-punten", "geen punten")
    open_punten = sum(stand_op(punt, peildatum) not in AFGEROND for punt in punten)
    if not open_punten:
        return Spoor(soort, "afgerond", f"afgerond, {plural(len(punten), 'punt', 'punten')}")
    zin = f"{open_punten} van de {len(punten)} punten open" if len(punten) > 1 else "1 punt, nog open"
    return Spoor(soort, "open", zin)
