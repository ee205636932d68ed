"""For a spreadsheet: one row per question of the yearly block."""

from toezicht_cli.analysis.jaarblok import Jaarblok
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv

_HEADER = ("jaar", "gemeente", "sleutel", "vraag", "waarde", "reden")


def render(blok: Jaarblok, _view: View) -> str:
    """Return a header and the rows; an answer that nobody knows is ``onbekend``."""
    rows = (
        (
            *(blok.jaar, blok.gemeente or "", item.sleutel, item.vraag),
            *("onbekend" if item.waarde is None else item.waarde, item.reden or ""),
        )
        for item in blok.antwoorden
    )
    return write_csv([_HEADER, *rows])


OUTPUT = OutputFormat("csv", "voor een rekenblad: een regel per vraag", render)
