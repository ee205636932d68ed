"""For programs: version 1 of the format ``toezicht/kadervergelijking``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.kadervergelijking import Kadervergelijking
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class Gewijzigd(TypedDict):
    """A norm of both kaders, and the fields that differ."""

    norm: str
    velden: list[str]


class KadervergelijkingUitvoer(TypedDict):
    """The whole output."""

    formaat: str
    oud: str
    nieuw: str
    gelijk: list[str]
    gewijzigd: list[Gewijzigd]
    vervallen: list[str]
    toegevoegd: list[str]
    themas_vervallen: list[str]
    themas_toegevoegd: list[str]
    schaal: list[str]
    kenmerken: list[str]


SCHEMA = KadervergelijkingUitvoer


def render(vergelijking: Kadervergelijking, _view: View) -> str:
    """Return the difference as one JSON object."""
    output = KadervergelijkingUitvoer(
        formaat="toezicht/kadervergelijking/1",
        oud=vergelijking.oud.verwijzing,
        nieuw=vergelijking.nieuw.verwijzing,
        gelijk=list(vergelijking.gelijk),
        gewijzigd=[Gewijzigd(norm=item.norm, velden=list(item.velden)) for item in vergelijking.gewijzigd],
        vervallen=list(vergelijking.vervallen),
        toegevoegd=list(vergelijking.toegevoegd),
        themas_vervallen=list(vergelijking.themas_vervallen),
        themas_toegevoegd=list(vergelijking.themas_toegevoegd),
        schaal=list(vergelijking.schaal),
        kenmerken=list(vergelijking.kenmerken),
    )
    return to_json(output)


OUTPUT = OutputFormat("json", "voor programma's", render)
