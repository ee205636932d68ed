"""For programs: version 1 of the format ``toezicht/kaders``. Keys are a promise."""

from collections.abc import Sequence
from typing import TypedDict

from toezicht_cli.analysis.wegen import count_empty
from toezicht_cli.loading.beleid import GevondenAfweging
from toezicht_cli.loading.kaderdossier import GevondenKader
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class KaderRegel(TypedDict):
    """One kader; ``leesbaar`` is false when it has a fout, and the fields after it are then null."""

    kader: str
    herkomst: str
    leesbaar: bool
    titel: str | None
    organisatie: str | None
    normen: int | None
    onvolledig: bool | None


class AfwegingRegel(TypedDict):
    """One afwegingskader; ``lege_cellen`` counts the cells of its table without prioriteit."""

    kader: str
    leesbaar: bool
    titel: str | None
    organisatie: str | None
    lege_cellen: int | None


class KadersUitvoer(TypedDict):
    """The whole output; with ``afwegingskaders`` signalen are weighed."""

    formaat: str
    kaders: list[KaderRegel]
    afwegingskaders: list[AfwegingRegel]


SCHEMA = KadersUitvoer


def render(found: tuple[Sequence[GevondenKader], Sequence[GevondenAfweging]], _view: View) -> str:
    """Return the kaders as one JSON object."""
    kaders, afwegingen = found
    output = KadersUitvoer(
        formaat="toezicht/kaders/1",
        kaders=[_row(one) for one in kaders],
        afwegingskaders=[_afweging(one) for one in afwegingen],
    )
    return to_json(output)


def _afweging(found: GevondenAfweging) -> AfwegingRegel:
    kader = found.kader
    return AfwegingRegel(
        kader=found.verwijzing,
        leesbaar=kader is not None,
        titel=kader.titel if kader else None,
        organisatie=kader.organisatie if kader else None,
        lege_cellen=count_empty(kader) if kader else None,
    )


def _row(found: GevondenKader) -> KaderRegel:
    kader = found.kader
    return KaderRegel(
        kader=found.verwijzing,
        herkomst=found.herkomst,
        leesbaar=kader is not None,
        titel=kader.titel if kader else None,
        organisatie=kader.organisatie if kader else None,
        normen=len(kader.normen) if kader else None,
        onvolledig=bool(kader.onvolledig) if kader else None,
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
