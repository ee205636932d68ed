"""For a spreadsheet: the answer as CSV, in which nothing is a formula."""

from toezicht_cli.analysis.exporttabellen import Antwoord
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv


def render(antwoord: Antwoord, _view: View) -> str:
    """Return the CSV text."""
    return write_csv([[naam for naam, _ in antwoord.kolommen], *antwoord.rijen])


OUTPUT = OutputFormat("csv", "voor een rekenblad", render)
