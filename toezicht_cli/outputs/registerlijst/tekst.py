"""For people: the entries of a register as a table."""

from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.registerlijst import Registerlijst, Registerregel
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import plain, to_text

_AANBIEDER = "aanbieder"
# Below this width the gemeente is left out, so that no word is cut; json, csv and toon have it.
_WIDE = 100


def render(lijst: Registerlijst, view: View) -> str:
    """Return a table and a closing line that counts."""
    table = _table(lijst, is_wide=view.width >= _WIDE)
    parts: list[Table | Text] = [table, Text()] if lijst.regels else []
    parts += [plain(f"! niet te lezen, en niet in deze lijst: {file}", "red") for file in lijst.onleesbaar]
    return to_text(view, *parts, plain(_summary(lijst)))


def _table(lijst: Registerlijst, *, is_wide: bool) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    if lijst.soort == _AANBIEDER:
        for head in ("Aanbieder", "Naam", "Gemeenten", "Signalen / meldingen / onderzoeken"):
            table.add_column(head, overflow="fold")
        for regel in lijst.regels:
            row = (regel.id, regel.aanbieder or "", ", ".join(regel.gemeenten), regel.stand)
            table.add_row(*(plain(cell) for cell in row))
        return table
    table.add_column("Nummer", no_wrap=True)
    table.add_column("Datum", no_wrap=True)
    for head in ("Aanbieder", *(["Gemeente"] if is_wide else []), "Wat", "Stand"):
        table.add_column(head, overflow="fold")
    for regel in lijst.regels:
        table.add_row(*_row(regel, is_wide=is_wide))
    return table


def _row(regel: Registerregel, *, is_wide: bool) -> tuple[Text, ...]:
    wat = f"{regel.wat} · {regel.prioriteit}" if regel.prioriteit else regel.wat
    stand = (
        f"{regel.stand}, {plural(regel.te_laat, 'dag', 'dagen')} te laat" if regel.te_laat else regel.stand
    )
    cells = (
        regel.id,
        regel.datum,
        regel.aanbieder or "onbekend",
        *([", ".join(regel.gemeenten) or "onbekend"] if is_wide else []),
        wat,
    )
    return (*(plain(cell) for cell in cells), plain(stand, "yellow" if regel.te_laat else ""))


def _summary(lijst: Registerlijst) -> str:
    one = lijst.soort
    if len(lijst.regels) == lijst.totaal:
        return f"{plural(lijst.totaal, one, lijst.meervoud)}."
    return f"{len(lijst.regels)} van {plural(lijst.totaal, one, lijst.meervoud)}."


OUTPUT = OutputFormat("tekst", "voor mensen: een tabel", render)
