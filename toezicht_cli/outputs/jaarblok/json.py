"""For programs: version 1 of the format ``toezicht/jaarblok``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.jaarblok import Jaarblok
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class Vraag(TypedDict):
    """One question with its answer; null with the reason when nobody knows."""

    sleutel: str
    vraag: str
    waarde: int | None
    reden: str | None


class JaarblokUitvoer(TypedDict):
    """The whole output."""

    formaat: str
    jaar: int
    gemeente: str | None
    organisatie: str
    antwoorden: list[Vraag]
    opmerkingen: list[str]


SCHEMA = JaarblokUitvoer


def render(blok: Jaarblok, _view: View) -> str:
    """Return the answers as one JSON object."""
    output = JaarblokUitvoer(
        formaat="toezicht/jaarblok/1",
        jaar=blok.jaar,
        gemeente=blok.gemeente,
        organisatie=blok.organisatie,
        antwoorden=[
            Vraag(sleutel=item.sleutel, vraag=item.vraag, waarde=item.waarde, reden=item.reden)
            for item in blok.antwoorden
        ],
        opmerkingen=list(blok.opmerkingen),
    )
    return to_json(output)


OUTPUT = OutputFormat("json", "voor programma's", render)
