"""For programs: version 1 of the format ``toezicht/opvolging``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.opvolging import Opvolgingsstand, Puntstand, Telling, percentage
from toezicht_cli.analysis.punten import VASTGESTELD
from toezicht_cli.models.datum import Datum
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.inzage_json import OnleesbaarBestand, onleesbare_bestanden
from toezicht_cli.outputs.json_text import to_json


class StapUitvoer(TypedDict):
    """One step of the follow-up."""

    datum: str
    status: str
    bewijs: list[str]
    beoordeeld_door: str | None
    toelichting: str | None


class PuntUitvoer(TypedDict):
    """One point; ``tijd`` is te-laat, loopt, zo-spoedig-mogelijk, geen-datum or afgerond."""

    onderzoek: str
    punt: str
    thema: str
    norm: str
    locatie: str | None
    soort: str
    tekst: str
    uiterlijk: str | None
    status: str
    sinds: str | None
    tijd: str
    dagen_te_laat: int
    stappen: list[StapUitvoer]


class TellingUitvoer(TypedDict):
    """Counts; ``noemer`` leaves the points that lapsed out, ``procent`` is null when that is 0."""

    naam: str
    totaal: int
    per_status: dict[str, int]
    per_tijd: dict[str, int]
    geborgd: int
    noemer: int
    procent: int | None


class MaatregelUitvoer(TypedDict):
    """A measure, or an agreement about safety."""

    onderzoek: str
    datum: str
    soort: str
    trede: str | None
    maatregel: str
    besloten_door: str
    grondslag: str | None
    geldig_tot: str | None


class VerzendingUitvoer(TypedDict):
    """What was sent to whom."""

    onderzoek: str
    datum: str
    aan: str
    wat: str


class OpvolgingUitvoer(TypedDict):
    """Points on a day, with the counts that they close to."""

    formaat: str
    peildatum: str
    onderzoeken: list[str]
    alle: TellingUitvoer
    per_thema: list[TellingUitvoer]
    per_soort: list[TellingUitvoer]
    punten: list[PuntUitvoer]
    maatregelen: list[MaatregelUitvoer]
    verzonden: list[VerzendingUitvoer]
    onleesbaar: list[OnleesbaarBestand]


SCHEMA = OpvolgingUitvoer


def render(stand: Opvolgingsstand, _view: View) -> str:
    """Return the JSON text."""
    output = OpvolgingUitvoer(
        formaat="toezicht/opvolging/1",
        peildatum=stand.peildatum.isoformat(),
        onderzoeken=[inzage.naam for inzage in stand.inzagen],
        alle=_telling(stand.alle),
        per_thema=[_telling(telling) for telling in stand.per_thema],
        per_soort=[_telling(telling) for telling in stand.per_soort],
        punten=[_punt(punt) for punt in stand.getoond],
        maatregelen=_maatregelen(stand),
        verzonden=[
            VerzendingUitvoer(onderzoek=one.onderzoek, datum=item.datum.tekst, aan=item.aan, wat=item.wat)
            for one in stand.verloop
            for item in one.verzendingen
        ],
        onleesbaar=[item for inzage in stand.inzagen for item in onleesbare_bestanden(inzage)],
    )
    return to_json(output)


def _telling(telling: Telling) -> TellingUitvoer:
    geborgd = telling.per_status[VASTGESTELD]
    return TellingUitvoer(
        naam=telling.naam,
        totaal=telling.totaal,
        per_status={str(naam): aantal for naam, aantal in telling.per_status.items()},
        per_tijd={str(naam): aantal for naam, aantal in telling.per_tijd.items()},
        geborgd=geborgd,
        noemer=telling.noemer,
        procent=percentage(geborgd, telling.noemer),
    )


def _punt(one: Puntstand) -> PuntUitvoer:
    punt = one.punt
    return PuntUitvoer(
        onderzoek=one.onderzoek,
        punt=punt.id,
        thema=one.thema,
        norm=punt.norm,
        locatie=punt.locatie,
        soort=punt.soort,
        tekst=punt.tekst,
        uiterlijk=punt.uiterlijk.tekst if isinstance(punt.uiterlijk, Datum) else punt.uiterlijk,
        status=one.status,
        sinds=one.sinds.isoformat() if one.sinds else None,
        tijd=one.tijd,
        dagen_te_laat=one.dagen_te_laat,
        stappen=[
            StapUitvoer(
                datum=stap.datum.tekst,
                status=stap.status,
                bewijs=list(stap.bewijs),
                beoordeeld_door=stap.beoordeeld_door,
                toelichting=stap.toelichting,
            )
            for stap in one.stappen
        ],
    )


def _maatregelen(stand: Opvolgingsstand) -> list[MaatregelUitvoer]:
    return [
        MaatregelUitvoer(
            onderzoek=one.onderzoek,
            datum=stap.datum.tekst,
            soort=stap.soort,
            trede=stap.trede,
            maatregel=stap.maatregel,
            besloten_door=stap.besloten_door,
            grondslag=stap.grondslag,
            geldig_tot=stap.geldig_tot.tekst if stap.geldig_tot else None,
        )
        for one in stand.verloop
        for stap in one.stappen
    ]


OUTPUT = OutputFormat("json", "voor programma's", render)
