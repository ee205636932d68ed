"""For people: the answer as a table on the screen; one that is too wide as a block per row."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.exporttabellen import Antwoord, Cel
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, plain, to_text

# With less room for a column than this nothing in it can be read.
_MIN_KOLOM = 8


def render(antwoord: Antwoord, view: View) -> str:
    """Return the table, and how many rows it has."""
    fits = len(antwoord.kolommen) * (_MIN_KOLOM + 2) <= view.width
    shown = _table(antwoord, view) if fits else "".join(f"{line}\n" for line in _blocks(antwoord))
    return shown + f"\n{plural(len(antwoord.rijen), 'rij', 'rijen')}\n"


def _table(antwoord: Antwoord, view: View) -> str:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for naam, soort in antwoord.kolommen:
        table.add_column(plain(naam), justify="right" if soort == "getal" else "left", overflow="fold")
    for rij in antwoord.rijen:
        table.add_row(*(Text(_cell(cel)) for cel in rij))
    return to_text(view, table)


def _blocks(antwoord: Antwoord) -> Iterator[str]:
    names = [one_line(naam) for naam, _ in antwoord.kolommen]
    width = max(map(len, names))
    for number, rij in enumerate(antwoord.rijen, 1):
        yield f"{'' if number == 1 else chr(10)}Rij {number}"
        for naam, cel in zip(names, rij, strict=True):
            yield f"  {naam:<{width}}  {_cell(cel)}".rstrip()


def _cell(cel: Cel) -> str:
    """Return a value; a number is a count or what was worked out of some, and hides nobody."""
    if cel is None:
        return ""
    return one_line(cel) if isinstance(cel, str) else str(cel)


OUTPUT = OutputFormat("tekst", "voor op het scherm", render)
