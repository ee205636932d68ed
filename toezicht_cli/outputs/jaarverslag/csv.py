"""For a spreadsheet: one row per part of each count of a year."""

from collections.abc import Iterator

from toezicht_cli.analysis.jaartelling import ONBEKEND
from toezicht_cli.analysis.jaarverslag import Jaarverslag
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv

_HEADER = (
    *("jaar", "gemeente", "hoofdstuk", "telling", "deel", "omschrijving", "aantal", "procent"),
    *("eenheid", "telt_op", "aantal_vorig_jaar", "volledig"),
)


def render(verslag: Jaarverslag, _view: View) -> str:
    """Return a header, and for each count its whole (deel ``totaal``) and its parts."""
    return write_csv([_HEADER, *_rows(verslag)])


def _rows(verslag: Jaarverslag) -> Iterator[tuple[object, ...]]:
    for regel in verslag.tellingen:
        telling = regel.telling
        head = (verslag.jaar, verslag.gemeente or "", telling.hoofdstuk, telling.id)
        sluit = "ja" if telling.telt_op else "nee"
        tail = (telling.eenheid, sluit)
        heel = "nee" if telling.ontbreekt else "ja"
        totaal, vorig = _number(telling.totaal), _was(regel.vorig_totaal)
        yield (*head, "totaal", telling.wat, totaal, "", *tail, vorig, heel)
        for item in regel.delen:
            procent = format(item.procent.normalize(), "f") if item.procent is not None else ""
            number = _number(item.deel.aantal)
            yield (*head, item.deel.id, item.deel.wat, number, procent, *tail, _was(item.vorig), heel)


def _number(value: int | None) -> object:
    return ONBEKEND if value is None else value


def _was(value: int | None) -> object:
    return "" if value is None else value


OUTPUT = OutputFormat("csv", "voor een rekenblad: een regel per deel", render)
