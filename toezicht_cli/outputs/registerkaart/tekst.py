"""For people: one entry of a register, with its thread and the next step."""

from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.draad import Draadregel, Knoop
from toezicht_cli.analysis.registerkaart import Kaartveld, Registerkaart
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, plain, to_text


def render(kaart: Registerkaart, view: View) -> str:
    """Return the fields, the wegingen, what was done, the thread or time line, and what comes next."""
    head = f"{kaart.soort.capitalize()} {kaart.id}" + (f" · {kaart.stand}" if kaart.stand else "")
    text = to_text(view, plain(head, "bold"), _fields(kaart.velden))
    for number, weging in enumerate(kaart.wegingen, 1):
        text += to_text(view, Text(), plain(f"Weging {number}", "bold"), _fields(weging))
    if kaart.stappen:
        text += to_text(view, Text(), plain("Opvolging", "bold"), _steps(kaart.stappen))
    if len(kaart.draad) > 1:
        lines = [_line(regel, kaart.id) for regel in kaart.draad]
        text += to_text(view, Text(), plain("De draad", "bold"), *lines)
    if kaart.soort == "aanbieder":
        text += to_text(view, Text(), plain("Wat er bekend is", "bold"), _timeline(kaart.tijdlijn))
    if kaart.volgende:
        opdracht, uitleg = kaart.volgende
        text += f"\nWat je nu kunt doen\n  {one_line(opdracht)}\n      {one_line(uitleg)}\n"
    return text


def _fields(velden: tuple[Kaartveld, ...]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for veld in velden:
        waarde = veld.waarde or "; ".join(f"{deel.naam}: {deel.waarde}" for deel in veld.delen)
        table.add_row(plain(f"  {veld.naam}"), plain(waarde))
    return table


def _steps(stappen: tuple[tuple[Kaartveld, ...], ...]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for stap in stappen:
        values = {veld.naam: veld.waarde for veld in stap}
        door = f" ({values['door']})" if "door" in values else ""
        table.add_row(plain(f"  {values['datum']}"), plain(f"{values['wat']}{door}"))
    return table


def _line(regel: Draadregel, own: str) -> Text:
    knoop = regel.knoop
    branch = f"  {'   ' * (regel.diepte - 1)}└─ " if regel.diepte else "  "
    mark = "  ← dit" if knoop.id == own else ""
    # Each part by itself: two numbers beside each other would be taken for one long number, and hidden.
    parts = (plain(part, "bold" if mark else "") for part in (knoop.id, knoop.datum, knoop.wat) if part)
    return Text(f"{branch}{knoop.soort} ") + Text("  ").join(parts) + Text(mark)


def _timeline(knopen: tuple[Knoop, ...]) -> Table | Text:
    if not knopen:
        return Text("  nog niets")
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for knoop in knopen:
        uit = f" (uit {', '.join(knoop.volgt_uit)})" if knoop.volgt_uit else ""
        table.add_row(
            *(plain(f"  {knoop.datum or 'onbekend'}"), plain(knoop.soort), plain(knoop.id)),
            plain(f"{knoop.wat}{uit}"),
        )
    return table


OUTPUT = OutputFormat("tekst", "voor mensen", render)
