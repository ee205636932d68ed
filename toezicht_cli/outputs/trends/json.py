"""For programs: version 1 of the format ``toezicht/trends``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.trends import Jaartrend, Normtrend, Thematrend, Trendoverzicht
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class AandeelUitvoer(TypedDict):
    """How many oordelen have one categorie; ``procent`` is null when there are too few oordelen."""

    id: str
    label: str
    aantal: int
    procent: int | None


class ThemaUitvoer(TypedDict):
    """The oordelen on one thema, or on all of them; the ``aandelen`` add up to ``getoetst``."""

    id: str
    titel: str
    getoetst: int
    aandelen: list[AandeelUitvoer]


class JaarUitvoer(TypedDict):
    """The onderzoeken vastgesteld in one year under one edition; ``jaar`` may be onbekend."""

    kader: str
    jaar: str
    onderzoeken: int
    themas: list[ThemaUitvoer]
    geheel: ThemaUitvoer


class NormUitvoer(TypedDict):
    """A norm that often got the least favourable categorie of its schaal."""

    kader: str
    norm: str
    titel: str
    categorie: str
    aantal: int
    getoetst: int
    procent: int | None


class EditieUitvoer(TypedDict):
    """Two editions of a kader; only the normen in ``zelfde`` may be laid beside each other."""

    van: str
    naar: str
    zelfde: list[str]


class TrendsUitvoer(TypedDict):
    """The whole output; what is not vastgesteld or has fouten is left out of the figures."""

    formaat: str
    onderzoeken: int
    niet_vastgesteld: int
    niet_geteld: list[str]
    jaren: list[JaarUitvoer]
    normen: list[NormUitvoer]
    edities: list[EditieUitvoer]


SCHEMA = TrendsUitvoer


def render(trends: Trendoverzicht, _view: View) -> str:
    """Return the result as one JSON object."""
    return to_json(
        TrendsUitvoer(
            formaat="toezicht/trends/1",
            onderzoeken=trends.onderzoeken,
            niet_vastgesteld=trends.niet_vastgesteld,
            niet_geteld=list(trends.niet_geteld),
            jaren=[_jaar(jaar) for jaar in trends.jaren],
            normen=[_norm(norm) for norm in trends.normen],
            edities=[
                EditieUitvoer(van=one.van, naar=one.naar, zelfde=list(one.zelfde)) for one in trends.edities
            ],
        )
    )


def _jaar(jaar: Jaartrend) -> JaarUitvoer:
    return JaarUitvoer(
        kader=jaar.kader.verwijzing,
        jaar=jaar.jaar,
        onderzoeken=jaar.onderzoeken,
        themas=[_thema(thema) for thema in jaar.themas],
        geheel=_thema(jaar.geheel),
    )


def _thema(thema: Thematrend) -> ThemaUitvoer:
    aandelen = [
        AandeelUitvoer(
            id=item.categorie.id, label=item.categorie.label, aantal=item.aantal, procent=item.procent
        )
        for item in thema.aandelen
    ]
    return ThemaUitvoer(id=thema.id, titel=thema.titel, getoetst=thema.getoetst, aandelen=aandelen)


def _norm(norm: Normtrend) -> NormUitvoer:
    return NormUitvoer(
        kader=norm.kader.verwijzing,
        norm=norm.norm,
        titel=norm.titel,
        categorie=norm.kader.slechtste.id,
        aantal=norm.aantal,
        getoetst=norm.getoetst,
        procent=norm.procent,
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
