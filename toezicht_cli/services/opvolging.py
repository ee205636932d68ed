"""Opvolging: read onderzoeken, and show where their points stand on a day."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.opvolging import (
    Opvolgingsstand,
    Puntstand,
    list_puntstanden,
    list_verloop,
)
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.vinden import find_onderzoeken
from toezicht_cli.services.inzage import read_inzage


class Keuze(NamedTuple):
    """Which points somebody wants to see; None is all of them."""

    thema: str | None = None
    norm: str | None = None
    punt: str | None = None
    te_laat: bool = False


def report_opvolging(pad: Path, here: Path, peildatum: date, keuze: Keuze) -> Opvolgingsstand:
    """Return the points of the onderzoek that ``pad`` means, or of all of a werkmap.

    Thema, norm and punt choose what is counted; te laat only what is listed.

    Raises:
        NietGevondenError: ``pad`` means no onderzoek.
        ToezichtError: there is no point, norm or thema of that name.
    """
    inzagen, verloop = [], []
    punten: list[Puntstand] = []
    for root in find_onderzoeken(pad):
        load, inzage = read_inzage(root, here)
        inzagen.append(inzage)
        punten += list_puntstanden(load.dossier, peildatum)
        verloop.append(list_verloop(load.dossier, peildatum))
    chosen = _choose(tuple(punten), keuze)
    shown = tuple(punt for punt in chosen if punt.tijd == "te-laat" or not keuze.te_laat)
    return Opvolgingsstand(
        peildatum, tuple(inzagen), chosen, shown, tuple(verloop), met_stappen=keuze.punt is not None
    )


def _choose(punten: tuple[Puntstand, ...], keuze: Keuze) -> tuple[Puntstand, ...]:
    for wat, gezocht, namen in (
        ("thema", keuze.thema, lambda punt: (punt.thema.split(" ")[0], punt.thema.partition(" ")[2])),
        ("norm", keuze.norm, lambda punt: (punt.punt.norm,)),
        ("punt", keuze.punt, lambda punt: (punt.punt.id,)),
    ):
        if gezocht is None:
            continue
        found = tuple(punt for punt in punten if gezocht in namen(punt))
        if not found:
            er = sorted({namen(punt)[0] for punt in punten})
            hulp = suggest(gezocht, er) or (f"hier kan: {', '.join(er)}" if er else "er zijn nog geen punten")
            raise ToezichtError(
                f"er is geen punt bij {wat} {quote(gezocht)}"
                if wat != "punt"
                else (f"punt {quote(gezocht)} staat er niet"),
                hulp,
            )
        punten = found
    return punten
