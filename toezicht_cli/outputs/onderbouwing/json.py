"""For programs: version 1 of the format ``toezicht/onderbouwing``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.bronlabels import describe_datums, describe_naam
from toezicht_cli.analysis.ketenwoorden import norm_tekst
from toezicht_cli.analysis.onderbouwing import (
    Keten,
    Ketenbevinding,
    Onderbouwing,
    Onderbouwingsresultaat,
    Steun,
)
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.inzage_json import OnleesbaarBestand, onleesbare_bestanden
from toezicht_cli.outputs.json_text import to_json


class KetenBron(TypedDict):
    """A bron of a bevinding; without ``naam`` the bronnenlijst lacks it."""

    id: str
    naam: str | None
    soort: str | None
    rol: str | None
    datums: str | None


class KetenBevinding(TypedDict):
    """A bevinding, its figures filled in."""

    id: str
    tekst: str
    criteria: list[str]
    bronnen: list[KetenBron]


class KetenStap(TypedDict):
    """One step in the follow-up of a point; ``bewijs`` names bronnen."""

    datum: str
    status: str
    bewijs: list[str]


class KetenPunt(TypedDict):
    """A point with its follow-up, the oldest step first."""

    id: str
    soort: str
    tekst: str
    uiterlijk: str | None
    opvolging: list[KetenStap]


class KetenUitvoer(TypedDict):
    """The chain of the norm (on one vestiging); ``punten`` is null when they could not be read."""

    sleutel: str
    locatie: str | None
    bevindingen: list[KetenBevinding]
    positieve_punten: list[str]
    oordeel: str | None
    status: str | None
    reden: str | None
    conclusie: str
    punten: list[KetenPunt] | None
    ontbreekt: list[str]


class NormUitvoer(TypedDict):
    """The norm as the kader has it; ``verkort`` when the text is not the official one."""

    id: str
    titel: str
    thema: str
    tekst: str
    verkort: bool
    grondslag: list[str]
    grondslag_eigen_lezing: list[str]


class OnderbouwingUitvoer(TypedDict):
    """The whole output; ``norm`` is null when the kader could not be read."""

    formaat: str
    onderzoek: str
    opdruk: str | None
    kader: str | None
    norm: NormUitvoer | None
    ketens: list[KetenUitvoer]
    advies: str | None
    onleesbaar: list[OnleesbaarBestand]


SCHEMA = OnderbouwingUitvoer


def render(result: Onderbouwingsresultaat, _view: View) -> str:
    """Return the result as one JSON object."""
    found = result.onderbouwing
    output = OnderbouwingUitvoer(
        formaat="toezicht/onderbouwing/1",
        onderzoek=result.inzage.naam,
        opdruk=result.inzage.opdruk,
        kader=found.kader.verwijzing if found else None,
        norm=_norm(found) if found else None,
        ketens=[_keten(keten) for keten in found.ketens] if found else [],
        advies=found.advies if found else None,
        onleesbaar=onleesbare_bestanden(result.inzage),
    )
    return to_json(output)


def _norm(found: Onderbouwing) -> NormUitvoer:
    norm = found.norm
    tekst, remark = norm_tekst(found)
    return NormUitvoer(
        id=norm.id,
        titel=norm.titel,
        thema=found.thema.id,
        tekst=tekst,
        verkort=remark is not None,
        grondslag=[item.bepaling for item in norm.grondslag if not item.eigen_lezing],
        grondslag_eigen_lezing=[item.bepaling for item in norm.grondslag if item.eigen_lezing],
    )


def _keten(keten: Keten) -> KetenUitvoer:
    found = keten.normoordeel
    return KetenUitvoer(
        sleutel=keten.sleutel,
        locatie=keten.sleutel.partition("@")[2] or None,
        bevindingen=[_bevinding(item) for item in keten.bevindingen],
        positieve_punten=list(keten.positieve_punten),
        oordeel=found.oordeel if found else None,
        status=found.status if found else None,
        reden=found.reden if found else None,
        conclusie=keten.conclusie,
        punten=None if keten.punten is None else [_punt(punt) for punt in keten.punten],
        ontbreekt=list(keten.ontbreekt),
    )


def _bevinding(bevinding: Ketenbevinding) -> KetenBevinding:
    return KetenBevinding(
        id=bevinding.id,
        tekst=bevinding.tekst,
        criteria=[criterium.id for criterium in bevinding.criteria],
        bronnen=[_bron(steun) for steun in bevinding.bronnen],
    )


def _bron(steun: Steun) -> KetenBron:
    bron = steun.bron
    return KetenBron(
        id=steun.id,
        naam=describe_naam(bron) if bron else None,
        soort=bron.soort if bron else None,
        rol=bron.rol if bron else None,
        datums=describe_datums(bron) if bron else None,
    )


def _punt(punt: Verbeterpunt) -> KetenPunt:
    return KetenPunt(
        id=punt.id,
        soort=punt.soort,
        tekst=punt.tekst,
        uiterlijk=str(punt.uiterlijk) if punt.uiterlijk else None,
        opvolging=[
            KetenStap(datum=str(stap.datum), status=stap.status, bewijs=list(stap.bewijs))
            for stap in punt.opvolging
        ],
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
