"""For programs: version 1 of the format ``toezicht/controles``. Keys are a promise."""

from collections.abc import Sequence
from typing import TypedDict

from toezicht_cli.diagnostics import Controle
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class ControleRegel(TypedDict):
    """One controle."""

    code: str
    naam: str
    zwaarte: str
    sinds: str
    titel: str


class ControlesUitvoer(TypedDict):
    """The whole output."""

    formaat: str
    controles: list[ControleRegel]


SCHEMA = ControlesUitvoer


def render(controles: Sequence[Controle], _view: View) -> str:
    """Return the controles as one JSON object."""
    rows = [
        ControleRegel(
            code=item.code, naam=item.naam, zwaarte=item.zwaarte.value, sinds=item.sinds, titel=item.titel
        )
        for item in controles
    ]
    output = ControlesUitvoer(formaat="toezicht/controles/1", controles=rows)
    return to_json(output)


OUTPUT = OutputFormat("json", "voor programma's", render)
