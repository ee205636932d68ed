"""For people: the figures of a year at a glance, by chapter, against the year before."""

from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.jaartelling import ONBEKEND, in_procent
from toezicht_cli.analysis.jaarverslag import Deelregel, Jaarverslag, Tellingregel
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import plain, to_text


def render(verslag: Jaarverslag, view: View) -> str:
    """Return the counts, how long things took, what does not close, and how was counted."""
    voor = f" · {verslag.gemeente}" if verslag.gemeente else ""
    head = [plain(f"Jaarverslag {verslag.jaar}{voor}", "bold"), plain(verslag.organisatie)]
    if verslag.opdruk:
        head.append(plain(verslag.opdruk, "italic"))
    text = to_text(view, *head, plain(f"Bron: {verslag.herkomst}", "dim"))
    for hoofdstuk in verslag.hoofdstukken:
        text += to_text(view, Text(), plain(hoofdstuk.titel, "bold"))
        for regel in hoofdstuk.tellingen:
            text += to_text(view, *_telling(regel, verslag.vorig_jaar))
    text += to_text(view, *_doorlooptijden(verslag))
    if verslag.afwijkingen:
        lines = [plain(f"! {item.wat}: {item.zin}", "yellow") for item in verslag.afwijkingen]
        text += to_text(view, Text(), plain("Wat niet sluit", "bold"), *lines)
    if verslag.opmerkingen:
        lines = [plain(zin) for zin in verslag.opmerkingen]
        text += to_text(view, Text(), plain("Hoe er geteld is", "bold"), *lines)
    return text


def _telling(regel: Tellingregel, vorig: int | None) -> list[Text | Table]:
    telling = regel.telling
    totaal = f": {telling.totaal_in_woorden}" if telling.totaal is not None else ""
    was = f" (in {vorig}: {regel.vorig_totaal})" if vorig and regel.vorig_totaal is not None else ""
    lines: list[Text | Table] = [Text("  ") + plain(f"{telling.wat}{totaal}{was}")]
    if regel.delen:
        lines.append(_delen(regel, vorig))
    return lines


def _delen(regel: Tellingregel, vorig: int | None) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=4)
    table.add_column(ratio=1, overflow="fold")
    for _ in range(3):
        table.add_column(justify="right", no_wrap=True)
    for deel in regel.delen:
        table.add_row(Text(), plain(deel.deel.wat), *_numbers(deel, regel, vorig))
    return table


def _numbers(deel: Deelregel, regel: Tellingregel, vorig: int | None) -> tuple[Text, Text, Text]:
    aantal = str(deel.deel.aantal) if deel.deel.aantal is not None else ONBEKEND
    was = f"was {deel.vorig}" if vorig and regel.is_vergelijkbaar and deel.vorig is not None else ""
    return plain(aantal), plain(in_procent(deel.procent)), plain(was, "dim")


def _doorlooptijden(verslag: Jaarverslag) -> list[Text | Table]:
    if not verslag.doorlooptijden:
        return []
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=2)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(no_wrap=True)
    for item in verslag.doorlooptijden:
        onbekend = f", {item.onbekend} onbekend" if item.onbekend else ""
        middle = f"{item.mediaan:g}".replace(".", ",") if item.mediaan is not None else ""
        words = f"{middle} ({item.kortst}–{item.langst}), n={item.aantal}" if item.aantal else "geen"
        table.add_row(Text(), plain(item.wat), plain(f"{words}{onbekend}"))
    return [Text(), plain("Doorlooptijden in dagen: mediaan (kortst–langst)", "bold"), table]


OUTPUT = OutputFormat("tekst", "voor mensen: de cijfers in het kort", render)
