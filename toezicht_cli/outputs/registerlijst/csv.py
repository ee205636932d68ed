"""For a spreadsheet: one row per entry of a register."""

from toezicht_cli.analysis.registerlijst import Registerlijst
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv

_HEADER = ("id", "datum", "aanbieder", "gemeenten", "wat", "stand", "prioriteit", "wet", "dagen_te_laat")


def render(lijst: Registerlijst, _view: View) -> str:
    """Return a header and the rows."""
    rows = (
        (
            *(regel.id, regel.datum, regel.aanbieder or "", "; ".join(regel.gemeenten), regel.wat),
            *(regel.stand, regel.prioriteit or "", regel.wet or "", regel.te_laat),
        )
        for regel in lijst.regels
    )
    return write_csv([_HEADER, *rows])


OUTPUT = OutputFormat("csv", "voor een rekenblad: een regel per stuk", render)
