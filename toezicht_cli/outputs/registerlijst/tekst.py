"""For people: the entries of a register as a table."""

from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.registerlijst import Registerlijst, Registerregel
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import plain, to_text

_AANBIEDER = "aanbieder"
# Below these widths a column is left out, so that no word is cut; json, csv and toon have it.
_LEAST = {"Gemeente": 100, "Datum": 80}
# A name up to this length stays on one line; the words beside it can be wrapped.
_SHORT = 24
_HEADS = ("Nummer", "Datum", "Aanbieder", "Gemeente", "Wat", "Stand")
_KEPT = frozenset({"Nummer", "Datum", "Stand"})


def render(lijst: Registerlijst, view: View) -> str:
    """Return a table and a closing line that counts."""
    table = _table(lijst, view.width)
    parts: list[Table | Text] = [table, Text()] if lijst.regels else []
    parts += [plain(f"! niet te lezen, en niet in deze lijst: {file}", "red") for file in lijst.onleesbaar]
    return to_text(view, *parts, plain(_summary(lijst)))


def _table(lijst: Registerlijst, width: int) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    if lijst.soort == _AANBIEDER:
        for head in ("Aanbieder", "Naam", "Gemeenten", "Signalen / meldingen / onderzoeken"):
            table.add_column(head, overflow="fold")
        for regel in lijst.regels:
            row = (regel.id, regel.aanbieder or "", ", ".join(regel.gemeenten), regel.stand)
            table.add_row(*(plain(cell) for cell in row))
        return table
    short = max((len(regel.aanbieder or "") for regel in lijst.regels), default=0) <= _SHORT
    heads = [head for head in _HEADS if width >= _LEAST.get(head, 0)]
    for head in heads:
        table.add_column(head, overflow="fold", no_wrap=head in _KEPT or (head == "Aanbieder" and short))
    for regel in lijst.regels:
        cells = _cells(regel)
        table.add_row(*(plain(cells[head], _colour(head, regel)) for head in heads))
    return table


def _cells(regel: Registerregel) -> dict[str, str]:
    """Return the cells of a row by their head; words of a fixed list as people say them."""
    stand = f"{plural(regel.te_laat, 'dag', 'dagen')} te laat" if regel.te_laat else regel.stand
    cells = (
        regel.id,
        regel.datum,
        regel.aanbieder or "onbekend",
        ", ".join(regel.gemeenten) or "onbekend",
        (f"{regel.wat} · {regel.prioriteit}" if regel.prioriteit else regel.wat).replace("-", " "),
        stand.replace("-", " "),
    )
    return dict(zip(_HEADS, cells, strict=True))


def _colour(head: str, regel: Registerregel) -> str:
    return "yellow" if regel.te_laat and head == "Stand" else ""


def _summary(lijst: Registerlijst) -> str:
    one = lijst.soort
    if len(lijst.regels) == lijst.totaal:
        return f"{plural(lijst.totaal, one, lijst.meervoud)}."
    return f"{len(lijst.regels)} van {plural(lijst.totaal, one, lijst.meervoud)}."


OUTPUT = OutputFormat("tekst", "voor mensen: een tabel", render)
