"""For a spreadsheet: a row per kader, year, thema and categorie."""

from toezicht_cli.analysis.trends import Trendoverzicht
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv

_HEAD = ("kader", "jaar", "onderzoeken", "thema", "titel", "categorie", "aantal", "getoetst", "procent")


def render(trends: Trendoverzicht, _view: View) -> str:
    """Return the rows, with a head; ``procent`` is empty when there are too few oordelen."""
    rows: list[tuple[object, ...]] = [_HEAD]
    for jaar in trends.jaren:
        for thema in jaar.themas:
            rows += [
                (
                    *(jaar.kader.verwijzing, jaar.jaar, jaar.onderzoeken, thema.id, thema.titel),
                    *(item.categorie.id, item.aantal, thema.getoetst),
                    "" if item.procent is None else item.procent,
                )
                for item in thema.aandelen
            ]
    return write_csv(rows)


OUTPUT = OutputFormat("csv", "voor een rekenblad: een regel per kader, jaar, thema en categorie", render)
