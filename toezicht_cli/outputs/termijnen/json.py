"""For programs: version 1 of the format ``toezicht/termijnen``. Keys are a promise."""

from typing import TypedDict

from toezicht_cli.analysis.termijnoverzicht import Termijnenlijst, Termijnregel
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.inzage_json import OnleesbaarBestand, onleesbare_bestanden
from toezicht_cli.outputs.json_text import to_json


class TermijnUitvoer(TypedDict):
    """One term or last day; ``dagen`` from the peildatum to ``einde``, negative when it has passed.

    ``stand`` is te-laat, loopt, wacht, voorbij, klaar or te-laat-klaar; ``onderwerp`` is the request or the
    point that it is about. Null stands for what is not known or does not apply.
    """

    onderzoek: str
    soort: str
    id: str
    onderwerp: str | None
    wat: str
    vanaf: str | None
    einde: str | None
    stand: str
    dagen: int | None
    klaar_op: str | None
    uitleg: str
    waarschuwing: str | None
    bron: str | None


class TermijnenUitvoer(TypedDict):
    """The terms, the first to end first."""

    formaat: str
    peildatum: str
    onderzoeken: list[str]
    termijnen: list[TermijnUitvoer]
    onleesbaar: list[OnleesbaarBestand]


SCHEMA = TermijnenUitvoer


def render(lijst: Termijnenlijst, _view: View) -> str:
    """Return the JSON text."""
    output = TermijnenUitvoer(
        formaat="toezicht/termijnen/1",
        peildatum=lijst.peildatum.isoformat(),
        onderzoeken=[inzage.naam for inzage in lijst.inzagen],
        termijnen=[_regel(regel) for regel in lijst.regels],
        onleesbaar=[item for inzage in lijst.inzagen for item in onleesbare_bestanden(inzage)],
    )
    return to_json(output)


def _regel(regel: Termijnregel) -> TermijnUitvoer:
    termijn = regel.termijn
    return TermijnUitvoer(
        onderzoek=regel.onderzoek,
        soort=termijn.soort,
        id=termijn.id,
        onderwerp=termijn.onderwerp,
        wat=termijn.wat,
        vanaf=termijn.vanaf.isoformat() if termijn.vanaf else None,
        einde=termijn.einde.isoformat() if termijn.einde else None,
        stand=termijn.stand,
        dagen=termijn.dagen,
        klaar_op=termijn.klaar_op.isoformat() if termijn.klaar_op else None,
        uitleg=termijn.uitleg,
        waarschuwing=termijn.waarschuwing,
        bron=termijn.bron,
    )


OUTPUT = OutputFormat("json", "voor programma's", render)
