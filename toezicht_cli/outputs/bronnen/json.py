"""For programs: version 1 of the format ``toezicht/bronnen``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.bronlabels import describe_naam
from toezicht_cli.analysis.bronnengebruik import Bronnenresultaat, Gebruik
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.inzage_json import OnleesbaarBestand, onleesbare_bestanden
from toezicht_cli.outputs.json_text import to_json


class Bronregel(TypedDict):
    """One row of the bronnenlijst and its use; ``elders`` counts places outside bevindingen."""

    id: str
    soort: str
    rol: str | None
    naam: str
    aantal: int
    data: list[str]
    ontvangen_op: str | None
    documentdatum: str | None
    versie: str | None
    bevindingen: int
    normen: list[str]
    elders: int
    gebruikt: bool


class BronnenUitvoer(TypedDict):
    """The whole output."""

    formaat: str
    onderzoek: str
    opdruk: str | None
    bronnen: list[Bronregel]
    onbekend: list[str]
    onleesbaar: list[OnleesbaarBestand]


SCHEMA = BronnenUitvoer


def render(result: Bronnenresultaat, _view: View) -> str:
    """Return the result as one JSON object."""
    output = BronnenUitvoer(
        formaat="toezicht/bronnen/1",
        onderzoek=result.inzage.naam,
        opdruk=result.inzage.opdruk,
        bronnen=[_regel(item) for item in result.overzicht.gebruik],
        onbekend=list(result.overzicht.onbekend),
        onleesbaar=onleesbare_bestanden(result.inzage),
    )
    return to_json(output)


def _regel(item: Gebruik) -> Bronregel:
    bron = item.bron
    return Bronregel(
        id=bron.id,
        soort=bron.soort,
        rol=bron.rol,
        naam=describe_naam(bron),
        aantal=bron.stuks,
        data=[str(dag) for dag in ((bron.datum, *bron.data) if bron.datum else bron.data)],
        ontvangen_op=str(bron.ontvangen_op) if bron.ontvangen_op else None,
        documentdatum=str(bron.documentdatum) if bron.documentdatum else None,
        versie=bron.versie,
        bevindingen=item.bevindingen,
        normen=list(item.normen),
        elders=item.elders,
        gebruikt=item.is_gebruikt,
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
