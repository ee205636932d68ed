"""For programs: version 1 of the format ``toezicht/export``. Keys are a promise."""

from typing import Literal, TypedDict, cast

from toezicht_cli.analysis.exporttabellen import Antwoord
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class ExportKolom(TypedDict):
    """A column of the answer."""

    naam: str
    soort: Literal["tekst", "getal"]


class ExportUitvoer(TypedDict):
    """Each row has a value per column, in their order; null: not there."""

    formaat: str
    kolommen: list[ExportKolom]
    rijen: list[list[str | int | float | None]]


SCHEMA = ExportUitvoer


def render(antwoord: Antwoord, _view: View) -> str:
    """Return the JSON text."""
    output = ExportUitvoer(
        formaat="toezicht/export/1",
        kolommen=[
            ExportKolom(naam=naam, soort=cast('Literal["tekst", "getal"]', soort))
            for naam, soort in antwoord.kolommen
        ],
        rijen=[list(rij) for rij in antwoord.rijen],
    )
    return to_json(output)


OUTPUT = OutputFormat("json", "voor programma's", render)
