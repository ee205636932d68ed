"""For programs: version 1 of the format ``toezicht/wederhoor``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.wederhooroverzicht import Reactiestand, Wederhooroverzicht
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.inzage_json import OnleesbaarBestand, onleesbare_bestanden
from toezicht_cli.outputs.json_text import to_json


class WederhoorReactie(TypedDict):
    """One reaction; ``nog_invullen`` names the fields that people must still fill in.

    ``bestand`` and ``plek`` say where it was read, null when somebody typed it.
    """

    id: str
    soort: str | None
    norm: str | None
    locatie: str | None
    passage: str | None
    reactie: str
    verwerkt: str | None
    motivering: str | None
    gewijzigd: str | None
    bestand: str | None
    plek: str | None
    nog_invullen: list[str]


class WederhoorUitvoer(TypedDict):
    """The whole output; ``laatste_dag`` is with uitstel, and ``dagen`` counts to it from the peildatum."""

    formaat: str
    onderzoek: str
    peildatum: str
    concept_verzonden_op: str | None
    uiterlijk: str | None
    uitstel_tot: str | None
    laatste_dag: str | None
    dagen: int | None
    reactie_ontvangen_op: str | None
    afstand_op: str | None
    nog_open: int
    reacties: list[WederhoorReactie]
    onleesbaar: list[OnleesbaarBestand]


SCHEMA = WederhoorUitvoer


def render(overzicht: Wederhooroverzicht, _view: View) -> str:
    """Return the JSON text."""
    wederhoor = overzicht.wederhoor
    output = WederhoorUitvoer(
        formaat="toezicht/wederhoor/1",
        onderzoek=overzicht.inzage.naam,
        peildatum=overzicht.peildatum.isoformat(),
        concept_verzonden_op=_text(overzicht.verzonden),
        uiterlijk=_text(wederhoor.uiterlijk),
        uitstel_tot=_text(wederhoor.uitstel.tot) if wederhoor.uitstel else None,
        laatste_dag=_text(overzicht.laatste),
        dagen=overzicht.dagen,
        reactie_ontvangen_op=_text(overzicht.ontvangen),
        afstand_op=_text(wederhoor.afstand.datum) if wederhoor.afstand else None,
        nog_open=overzicht.open,
        reacties=[_reactie(item) for item in overzicht.reacties],
        onleesbaar=onleesbare_bestanden(overzicht.inzage),
    )
    return to_json(output)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _reactie(stand: Reactiestand) -> WederhoorReactie:
    item = stand.reactie
    return WederhoorReactie(
        id=item.id,
        soort=item.soort,
        norm=item.norm,
        locatie=item.locatie,
        passage=item.passage,
        reactie=item.reactie,
        verwerkt=item.verwerkt,
        motivering=item.motivering,
        gewijzigd=item.gewijzigd,
        bestand=item.herkomst.bestand if item.herkomst else None,
        plek=item.herkomst.plek if item.herkomst else None,
        nog_invullen=list(stand.open),
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
