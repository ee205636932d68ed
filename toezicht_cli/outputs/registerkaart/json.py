"""For programs: version 1 of the format ``toezicht/registerkaart``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.draad import Knoop
from toezicht_cli.analysis.registerkaart import Kaartveld, Registerkaart
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class Deel(TypedDict):
    """A field within a group."""

    naam: str
    waarde: str


class Veld(TypedDict):
    """A field of the entry with its value in words; a group has ``delen``."""

    naam: str
    waarde: str
    delen: list[Deel]


class Stap(TypedDict):
    """A step of a thread or a time line; ``diepte`` 0 is where a thread begins."""

    diepte: int
    id: str
    soort: str
    datum: str
    wat: str


class RegisterkaartUitvoer(TypedDict):
    """The whole output."""

    formaat: str
    soort: str
    id: str
    stand: str
    velden: list[Veld]
    wegingen: list[list[Veld]]
    opvolging: list[list[Veld]]
    draad: list[Stap]
    tijdlijn: list[Stap]


SCHEMA = RegisterkaartUitvoer


def render(kaart: Registerkaart, _view: View) -> str:
    """Return the entry as one JSON object."""
    output = RegisterkaartUitvoer(
        formaat="toezicht/registerkaart/1",
        soort=kaart.soort,
        id=kaart.id,
        stand=kaart.stand,
        velden=_velden(kaart.velden),
        wegingen=[_velden(item) for item in kaart.wegingen],
        opvolging=[_velden(item) for item in kaart.stappen],
        draad=[_stap(regel.knoop, regel.diepte) for regel in kaart.draad],
        tijdlijn=[_stap(knoop, 0) for knoop in kaart.tijdlijn],
    )
    return to_json(output)


def _velden(velden: tuple[Kaartveld, ...]) -> list[Veld]:
    return [
        Veld(
            naam=veld.naam,
            waarde=veld.waarde,
            delen=[Deel(naam=deel.naam, waarde=deel.waarde) for deel in veld.delen],
        )
        for veld in velden
    ]


def _stap(knoop: Knoop, diepte: int) -> Stap:
    return Stap(diepte=diepte, id=knoop.id, soort=knoop.soort, datum=knoop.datum, wat=knoop.wat)


OUTPUT = OutputFormat("json", "voor programma's", render)
