"""For programs: version 1 of the format ``toezicht/oordeel``. Keys are a promise."""

import json
from collections.abc import Sequence
from typing import NotRequired, TypedDict

from toezicht_cli.analysis.telling import Telling, ZonderOordeel
from toezicht_cli.analysis.uitkomst import Oordeelsresultaat, Uitkomst
from toezicht_cli.diagnostics import Severity
from toezicht_cli.models.kader import Thema, Toetsingskader
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.controle.json import Diagnose, diagnose
from toezicht_cli.outputs.json_text import to_json


class Categorie(TypedDict):
    """The normen with one oordeel."""

    id: str
    label: str
    aantal: int
    normen: list[str]


class Zonder(TypedDict):
    """A norm without oordeel, and why."""

    norm: str
    reden: str | None


class TellingUitvoer(TypedDict):
    """A tally: in_kader = getoetst + the six lists."""

    in_kader: int
    getoetst: int
    categorieen: list[Categorie]
    niet_getoetst: list[Zonder]
    niet_van_toepassing: list[Zonder]
    eerder_getoetst: list[Zonder]
    meegewogen: list[Zonder]
    buiten_reikwijdte: list[Zonder]
    nog_open: list[str]


class ThemaUitvoer(TellingUitvoer):
    """The tally of one thema."""

    id: str
    titel: str


class LocatieUitvoer(TypedDict):
    """The tally of one vestiging."""

    id: str
    telling: TellingUitvoer
    themas: list[ThemaUitvoer]


class EindoordeelUitvoer(TypedDict):
    """The oordeel over the whole, as people gave it."""

    oordeel: str
    label: str
    strekking: str


class OordeelUitvoer(TypedDict):
    """The output for one onderzoek; with a fout there is no telling, and ``diagnoses`` says why."""

    formaat: str
    onderzoek: str
    kader: str | None
    telling: TellingUitvoer | None
    themas: list[ThemaUitvoer]
    eindoordeel: EindoordeelUitvoer | None
    zin: str | None
    locaties: NotRequired[list[LocatieUitvoer]]
    diagnoses: NotRequired[list[Diagnose]]


SCHEMA = OordeelUitvoer
_FORMAAT = "toezicht/oordeel/1"


def render(results: Sequence[Oordeelsresultaat], _view: View) -> str:
    """Return one JSON object; for several onderzoeken one object a line (JSON Lines)."""
    if len(results) == 1:
        return to_json(_output(results[0]))
    return "".join(json.dumps(_output(result), ensure_ascii=False) + "\n" for result in results)


def _output(result: Oordeelsresultaat) -> OordeelUitvoer:
    if result.uitkomst is not None:
        return _of_uitkomst(result.naam, result.uitkomst)
    errors = [found for found in result.check.diagnostics if found.severity is Severity.ERROR]
    return OordeelUitvoer(
        formaat=_FORMAAT,
        onderzoek=result.naam,
        kader=None,
        telling=None,
        themas=[],
        eindoordeel=None,
        zin=None,
        diagnoses=[diagnose(found) for found in errors],
    )


def _of_uitkomst(naam: str, uitkomst: Uitkomst) -> OordeelUitvoer:
    output = OordeelUitvoer(
        formaat=_FORMAAT,
        onderzoek=naam,
        kader=uitkomst.kader.verwijzing,
        telling=_telling(uitkomst.telling),
        themas=_themas(uitkomst.themas),
        eindoordeel=_eindoordeel(uitkomst.onderzoek, uitkomst.kader),
        zin=uitkomst.zin,
    )
    if uitkomst.kader.per == "locatie":
        output["locaties"] = [
            LocatieUitvoer(
                id=locatie.vestiging.id, telling=_telling(locatie.telling), themas=_themas(locatie.themas)
            )
            for locatie in uitkomst.locaties
        ]
    return output


def _telling(telling: Telling) -> TellingUitvoer:
    return TellingUitvoer(
        in_kader=telling.in_kader,
        getoetst=telling.getoetst,
        categorieen=[
            Categorie(
                id=item.categorie.id, label=item.categorie.label, aantal=item.aantal, normen=list(item.normen)
            )
            for item in telling.categorieen
        ],
        niet_getoetst=_zonder(telling.niet_getoetst),
        niet_van_toepassing=_zonder(telling.niet_van_toepassing),
        eerder_getoetst=_zonder(telling.eerder_getoetst),
        meegewogen=_zonder(telling.meegewogen),
        buiten_reikwijdte=_zonder(telling.buiten_reikwijdte),
        nog_open=list(telling.nog_open),
    )


def _themas(themas: Sequence[tuple[Thema, Telling]]) -> list[ThemaUitvoer]:
    return [ThemaUitvoer(id=thema.id, titel=thema.titel, **_telling(telling)) for thema, telling in themas]


def _zonder(items: Sequence[ZonderOordeel]) -> list[Zonder]:
    return [Zonder(norm=item.norm, reden=item.reden) for item in items]


def _eindoordeel(onderzoek: Onderzoek, kader: Toetsingskader) -> EindoordeelUitvoer | None:
    eindoordeel = onderzoek.eindoordeel
    if eindoordeel is None:
        return None
    categorie = kader.eindschaal.find(eindoordeel.oordeel)
    label = categorie.label if categorie else eindoordeel.oordeel
    return EindoordeelUitvoer(oordeel=eindoordeel.oordeel, label=label, strekking=eindoordeel.strekking)


OUTPUT = OutputFormat("json", "voor programma's", render)
