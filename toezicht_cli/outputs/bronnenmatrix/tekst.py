"""For people: normen against kinds of bronnen, with thin spots marked in a sign and in words."""

from rich import box
from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.bronnenmatrix import Bronnenmatrix, Matrixresultaat, Matrixrij, Matrixthema
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kop import head_lines
from toezicht_cli.outputs.matrixmerk import LEGEND, SIGN_AND_WORDS, describe_merk, describe_oordeel
from toezicht_cli.outputs.terminal import plain, to_text

_SHORT_ID = 3
_THEMA_WIDTH = 12
# Short names for a narrow column; the legend gives the long ones.
_KORT = {
    "interview-client": "cli",
    "interview-medewerker": "mdw",
    "interview-ketenpartner": "ktn",
    "interview-naaste": "nst",
    "interview-overig": "and",
    "interview-zonder-rol": "int",
    "clientdossier": "cds",
    "personeelsdossier": "pds",
    "beleidsdocument": "bel",
    "observatie": "obs",
    "melding": "mld",
    "overig": "ovg",
}


def render(result: Matrixresultaat, view: View) -> str:
    """Return the table with a legend; only the head when there is no matrix."""
    text = to_text(view, *head_lines(result.inzage))
    if result.matrix is None:
        return text
    legend = [plain(line, "dim") for line in _legend(result.matrix)]
    return text + to_text(view, Text(), _table(result.matrix), *legend)


def _table(matrix: Bronnenmatrix) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_footer=True)
    table.add_column("Norm", footer="alle", no_wrap=True)
    table.add_column("", no_wrap=True)
    for kolom, aantal in zip(matrix.kolommen, matrix.aantallen, strict=True):
        table.add_column(_KORT[kolom.id], footer=str(aantal), justify="right", no_wrap=True)
    table.add_column("totaal", footer=str(sum(matrix.aantallen)), justify="right", no_wrap=True)
    table.add_column("let op", no_wrap=True)
    for thema in matrix.themas:
        table.add_row(*_thema(thema))
        for rij in thema.rijen:
            table.add_row(*_row(rij))
        table.add_section()
    return table


def _thema(thema: Matrixthema) -> list[Text]:
    name = f"thema {thema.id}" if len(thema.id) <= _SHORT_ID else thema.id[:_THEMA_WIDTH]
    return [
        plain(name, "bold"),
        Text(),
        *(Text(_count(aantal), style="bold") for aantal in thema.aantallen),
        Text(str(thema.totaal), style="bold"),
        Text(),
    ]


def _row(rij: Matrixrij) -> list[Text]:
    return [
        plain(rij.sleutel),
        plain(describe_oordeel(rij)[0]),
        *(Text(_count(aantal), style="" if aantal else "dim") for aantal in rij.aantallen),
        Text(_count(rij.totaal)),
        plain(describe_merk(rij), "yellow"),
    ]


def _count(aantal: int) -> str:
    return str(aantal) if aantal else "·"


def _legend(matrix: Bronnenmatrix) -> list[str]:
    lines = ["Elk getal is het aantal verschillende bronnen dat de bevindingen noemen."]
    lines.append("; ".join(f"{_KORT[kolom.id]} = {kolom.label}" for kolom in matrix.kolommen))
    signs = dict(describe_oordeel(rij) if rij.categorie else _without(rij) for rij in matrix.rijen)
    lines.append("; ".join(f"{sign} = {words}" for sign, words in signs.items()))
    marks = dict.fromkeys(rij.merk for rij in matrix.rijen if rij.merk)
    lines += [f"{' '.join(SIGN_AND_WORDS[merk])}: {LEGEND[merk]}" for merk in marks]
    return lines


def _without(rij: Matrixrij) -> tuple[str, str]:
    return ("–", "geen oordeel, met een reden") if rij.status else ("?", "nog open")


OUTPUT = OutputFormat("tekst", "voor mensen: een tabel met de dunne plekken gemerkt", render)
