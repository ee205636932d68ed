"""For programs: version 1 of the format ``toezicht/jaarverslag``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.jaarverslag import Doorlooptijd as Gemeten
from toezicht_cli.analysis.jaarverslag import Jaarverslag, Tellingregel
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json


class Deel(TypedDict):
    """A part; ``procent`` is text with a point (``17.5``), null when there are too few or nobody knows."""

    id: str
    wat: str
    aantal: int | None
    procent: str | None
    vorig_jaar: int | None


class Telling(TypedDict):
    """A count; ``telt_op`` says that the parts together are the whole.

    ``ontbreekt`` names what could not be read and may belong in it.
    """

    id: str
    hoofdstuk: str
    wat: str
    eenheid: str
    totaal: int | None
    totaal_vorig_jaar: int | None
    vergelijkbaar: bool
    telt_op: bool
    delen: list[Deel]
    plaats: str | None
    toelichting: str | None
    ontbreekt: list[str]


class Doorlooptijd(TypedDict):
    """How many days something took."""

    id: str
    wat: str
    aantal: int
    onbekend: int
    mediaan: float | None
    kortst: int | None
    langst: int | None


class Afwijking(TypedDict):
    """What does not close."""

    telling: str
    zin: str


class JaarverslagUitvoer(TypedDict):
    """The whole output."""

    formaat: str
    jaar: int
    gemeente: str | None
    organisatie: str
    opdruk: str | None
    bron: str
    herkomst: str
    vergeleken_met: int | None
    tellingen: list[Telling]
    doorlooptijden: list[Doorlooptijd]
    afwijkingen: list[Afwijking]
    opmerkingen: list[str]


SCHEMA = JaarverslagUitvoer


def render(verslag: Jaarverslag, _view: View) -> str:
    """Return the figures as one JSON object."""
    output = JaarverslagUitvoer(
        formaat="toezicht/jaarverslag/1",
        jaar=verslag.jaar,
        gemeente=verslag.gemeente,
        organisatie=verslag.organisatie,
        opdruk=verslag.opdruk,
        bron=verslag.bron,
        herkomst=verslag.herkomst,
        vergeleken_met=verslag.vorig_jaar,
        tellingen=[_telling(regel) for regel in verslag.tellingen],
        doorlooptijden=[_doorlooptijd(item) for item in verslag.doorlooptijden],
        afwijkingen=[Afwijking(telling=item.telling, zin=item.zin) for item in verslag.afwijkingen],
        opmerkingen=list(verslag.opmerkingen),
    )
    return to_json(output)


def _doorlooptijd(item: Gemeten) -> Doorlooptijd:
    return Doorlooptijd(
        id=item.id,
        wat=item.wat,
        aantal=item.aantal,
        onbekend=item.onbekend,
        mediaan=item.mediaan,
        kortst=item.kortst,
        langst=item.langst,
    )


def _telling(regel: Tellingregel) -> Telling:
    telling = regel.telling
    return Telling(
        id=telling.id,
        hoofdstuk=telling.hoofdstuk,
        wat=telling.wat,
        eenheid=telling.eenheid,
        totaal=telling.totaal,
        totaal_vorig_jaar=regel.vorig_totaal,
        vergelijkbaar=regel.is_vergelijkbaar,
        telt_op=telling.telt_op,
        delen=[
            Deel(
                id=item.deel.id,
                wat=item.deel.wat,
                aantal=item.deel.aantal,
                procent=format(item.procent.normalize(), "f") if item.procent is not None else None,
                vorig_jaar=item.vorig,
            )
            for item in regel.delen
        ],
        plaats=telling.plaats,
        toelichting=telling.toelichting,
        ontbreekt=list(telling.ontbreekt),
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
