"""For programs: version 1 of the format ``toezicht/portefeuille``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.portefeuille import (
    Groep,
    Kadertelling,
    Portefeuilleoverzicht,
    Regel,
    TeLaat,
    Telregel,
)
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class TeLaatUitvoer(TypedDict):
    """A term or point of which the last day has passed; ``soort`` is termijn or punt."""

    soort: str
    id: str
    wat: str
    einde: str
    dagen: int


class TellingUitvoer(TypedDict):
    """How many oordelen have one categorie."""

    id: str
    label: str
    aantal: int


class RegelUitvoer(TypedDict):
    """One onderzoek; ``telling`` is null when its oordelen cannot be counted, with why in ``waarom_niet``."""

    onderzoek: str
    map: str
    titel: str
    aanbieder: str
    gemeenten: list[str]
    fase: str
    kader: str
    soort_toezicht: str
    vastgesteld_op: str | None
    telling: list[TellingUitvoer] | None
    getoetst: int | None
    met_reden: int | None
    nog_open: int | None
    waarom_niet: str | None
    punten: int | None
    punten_open: int | None
    te_laat: list[TeLaatUitvoer]


class GroepUitvoer(TypedDict):
    """The onderzoeken of one gemeente or fase; ``gedeeld`` are of another gemeente too."""

    naam: str
    onderzoeken: int
    lopend: int
    gedeeld: int
    punten_open: int
    met_te_laat: int


class KaderUitvoer(TypedDict):
    """The oordelen under one edition of a kader."""

    kader: str
    titel: str
    onderzoeken: int
    getoetst: int
    telling: list[TellingUitvoer]


class PortefeuilleUitvoer(TypedDict):
    """The whole output; ``totaal`` is what the werkmap holds, ``aantal`` what was asked for.

    An onderzoek of several gemeenten counts in each of them: the gemeenten add up to ``aantal`` plus what is
    shared.
    """

    formaat: str
    organisatie: str
    peildatum: str
    keuze: list[str]
    totaal: int
    aantal: int
    gedeeld: int
    met_te_laat: int
    punten_open: int
    niet_geteld: list[str]
    niet_gelezen: list[str]
    onderzoeken: list[RegelUitvoer]
    gemeenten: list[GroepUitvoer]
    fasen: list[GroepUitvoer]
    kaders: list[KaderUitvoer]


SCHEMA = PortefeuilleUitvoer


def render(overzicht: Portefeuilleoverzicht, _view: View) -> str:
    """Return the result as one JSON object."""
    return to_json(
        PortefeuilleUitvoer(
            formaat="toezicht/portefeuille/1",
            organisatie=overzicht.organisatie,
            peildatum=overzicht.peildatum.isoformat(),
            keuze=list(overzicht.keuze),
            totaal=overzicht.totaal,
            aantal=len(overzicht.regels),
            gedeeld=overzicht.gedeeld,
            met_te_laat=overzicht.met_te_laat,
            punten_open=overzicht.punten_open,
            niet_geteld=[regel.onderzoek for regel in overzicht.niet_geteld],
            niet_gelezen=list(overzicht.niet_gelezen),
            onderzoeken=[_regel(regel) for regel in overzicht.regels],
            gemeenten=[_groep(groep) for groep in overzicht.gemeenten],
            fasen=[_groep(groep) for groep in overzicht.fasen],
            kaders=[_kader(kader) for kader in overzicht.kaders],
        )
    )


def _regel(regel: Regel) -> RegelUitvoer:
    is_geteld = regel.reden is None
    return RegelUitvoer(
        onderzoek=regel.onderzoek,
        map=regel.pad,
        titel=regel.titel,
        aanbieder=regel.aanbieder,
        gemeenten=list(regel.gemeenten),
        fase=regel.fase,
        kader=regel.kader,
        soort_toezicht=regel.soort_toezicht,
        vastgesteld_op=regel.vastgesteld_op,
        telling=[_telling(item) for item in regel.telling] if is_geteld else None,
        getoetst=regel.getoetst if is_geteld else None,
        met_reden=regel.met_reden if is_geteld else None,
        nog_open=regel.nog_open if is_geteld else None,
        waarom_niet=regel.reden,
        punten=regel.punten if regel.weet_punten else None,
        punten_open=regel.punten_open if regel.weet_punten else None,
        te_laat=[_te_laat(item) for item in regel.te_laat],
    )


def _te_laat(item: TeLaat) -> TeLaatUitvoer:
    return TeLaatUitvoer(soort=item.soort, id=item.id, wat=item.wat, einde=item.einde, dagen=item.dagen)


def _telling(item: Telregel) -> TellingUitvoer:
    return TellingUitvoer(id=item.categorie.id, label=item.categorie.label, aantal=item.aantal)


def _groep(groep: Groep) -> GroepUitvoer:
    return GroepUitvoer(
        naam=groep.naam,
        onderzoeken=groep.onderzoeken,
        lopend=groep.lopend,
        gedeeld=groep.gedeeld,
        punten_open=groep.punten_open,
        met_te_laat=groep.te_laat,
    )


def _kader(item: Kadertelling) -> KaderUitvoer:
    return KaderUitvoer(
        kader=item.kader.verwijzing,
        titel=item.kader.titel,
        onderzoeken=item.onderzoeken,
        getoetst=item.getoetst,
        telling=[_telling(regel) for regel in item.telling],
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
