"""For programs: version 1 of the format ``toezicht/hertoets``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.hertoets import Hertoetsuitkomst
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class HertoetsNorm(TypedDict):
    """A norm then and now; ``uitkomst`` is beter, gelijk, slechter, anders or open; null: no oordeel then."""

    norm: str
    titel: str
    toen: str | None
    nu: str | None
    uitkomst: str


class HertoetsEerder(TypedDict):
    """A norm that is not tested again; null stands for what is not noted."""

    norm: str
    titel: str
    oordeel: str | None
    onderzoek: str | None


class HertoetsUitvoer(TypedDict):
    """The two lists have no norm in common."""

    formaat: str
    onderzoek: str
    hertoets_van: str
    hertoetst: list[HertoetsNorm]
    eerder_getoetst: list[HertoetsEerder]
    tegenspraak: list[str]


SCHEMA = HertoetsUitvoer


def render(uitkomst: Hertoetsuitkomst, _view: View) -> str:
    """Return the JSON text."""
    hertoets = uitkomst.hertoets
    output = HertoetsUitvoer(
        formaat="toezicht/hertoets/1",
        onderzoek=uitkomst.inzage.naam,
        hertoets_van=hertoets.van or "",
        hertoetst=[
            HertoetsNorm(
                norm=item.sleutel,
                titel=item.titel,
                toen=item.toen.id if item.toen else None,
                nu=item.nu.id or None,
                uitkomst=item.uitkomst,
            )
            for item in hertoets.regels
        ],
        eerder_getoetst=[
            HertoetsEerder(
                norm=item.sleutel,
                titel=item.titel,
                oordeel=item.stand.id if item.stand else None,
                onderzoek=item.onderzoek,
            )
            for item in hertoets.eerder
        ],
        tegenspraak=list(uitkomst.tegenspraak),
    )
    return to_json(output)


OUTPUT = OutputFormat("json", "voor programma's", render)
