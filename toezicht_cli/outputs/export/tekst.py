"""For people: the answer as a table on the screen."""

from rich.table import Table

from toezicht_cli.analysis.exporttabellen import Antwoord
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import plain, to_text


def render(antwoord: Antwoord, view: View) -> str:
    """Return the table, and how many rows it has."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for naam, soort in antwoord.kolommen:
        table.add_column(plain(naam), justify="right" if soort == "getal" else "left", overflow="fold")
    for rij in antwoord.rijen:
        table.add_row(*(plain("" if cel is None else str(cel)) for cel in rij))
    return to_text(view, table) + f"\n{plural(len(antwoord.rijen), 'rij', 'rijen')}\n"


OUTPUT = OutputFormat("tekst", "voor op het scherm", render)
