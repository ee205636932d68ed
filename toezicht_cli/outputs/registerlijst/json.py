"""For programs: version 1 of the format ``toezicht/registerlijst``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.registerlijst import Registerlijst
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class Lijstregel(TypedDict):
    """One entry; of a gesprek ``prioriteit`` is its uitkomst, of an aanbieder ``aanbieder`` is its name."""

    id: str
    datum: str
    aanbieder: str | None
    gemeenten: list[str]
    wat: str
    stand: str
    prioriteit: str | None
    wet: str | None
    dagen_te_laat: int


class RegisterlijstUitvoer(TypedDict):
    """The whole output; ``totaal`` counts the register, ``onleesbaar`` names files that are in no list."""

    formaat: str
    register: str
    totaal: int
    regels: list[Lijstregel]
    onleesbaar: list[str]


SCHEMA = RegisterlijstUitvoer


def render(lijst: Registerlijst, _view: View) -> str:
    """Return the list as one JSON object."""
    output = RegisterlijstUitvoer(
        formaat="toezicht/registerlijst/1",
        register=lijst.meervoud,
        totaal=lijst.totaal,
        regels=[
            Lijstregel(
                id=regel.id,
                datum=regel.datum,
                aanbieder=regel.aanbieder,
                gemeenten=list(regel.gemeenten),
                wat=regel.wat,
                stand=regel.stand,
                prioriteit=regel.prioriteit,
                wet=regel.wet,
                dagen_te_laat=regel.te_laat,
            )
            for regel in lijst.regels
        ],
        onleesbaar=list(lijst.onleesbaar),
    )
    return to_json(output)


OUTPUT = OutputFormat("json", "voor programma's", render)
