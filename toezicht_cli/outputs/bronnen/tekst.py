"""For people: the bronnenlijst by soort, with how often and under which normen each bron is used."""

from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.bronlabels import SOORTEN, describe_datums, describe_regel
from toezicht_cli.analysis.bronnengebruik import Bronnenresultaat, Gebruik, Soortgroep
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kop import head_lines
from toezicht_cli.outputs.terminal import plain, to_text

ONGEBRUIKT = "○ nergens genoemd"


def render(result: Bronnenresultaat, view: View) -> str:
    """Return a table per soort and a closing line that counts."""
    text = to_text(view, *head_lines(result.inzage))
    for groep in result.overzicht.groepen:
        text += to_text(view, Text(), plain(_heading(groep), "bold"), _table(groep))
    return text + to_text(view, Text(), *_summary(result))


def _heading(groep: Soortgroep) -> str:
    regels = len(groep.gebruik)
    naam = SOORTEN[groep.soort].meervoud.capitalize()
    return (
        f"{naam}: {regels}"
        if groep.stuks == regels
        else f"{naam}: {groep.stuks}, op {plural(regels, 'regel', 'regels')}"
    )


def _table(groep: Soortgroep) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=3)
    table.add_column(ratio=2)
    for item in groep.gebruik:
        table.add_row(plain(f"{item.bron.id}"), _name(item), _use(item))
    return table


def _name(item: Gebruik) -> Text:
    text = plain(describe_regel(item.bron))
    datums = describe_datums(item.bron)
    return Text("\n").join([text, plain(datums, "dim")]) if datums else text


def _use(item: Gebruik) -> Text:
    if not item.is_gebruikt:
        return Text(ONGEBRUIKT, style="yellow")
    parts = [f"{item.bevindingen}× bij {', '.join(item.normen)}"] if item.bevindingen else []
    parts += [f"{item.elders}× elders"] if item.elders else []
    return plain("; ".join(parts))


def _summary(result: Bronnenresultaat) -> list[Text]:
    regels = sum(1 for _ in result.overzicht.gebruik)
    ongebruikt = len(result.overzicht.ongebruikt)
    nergens = f"{ONGEBRUIKT[0]} {plural(ongebruikt, 'bron wordt', 'bronnen worden')} nergens genoemd."
    use = nergens if ongebruikt else "Elke bron is ergens genoemd."
    lines = [plain(f"{plural(regels, 'regel', 'regels')} in de bronnenlijst. {use}")]
    if result.overzicht.onbekend:
        namen = join_some(result.overzicht.onbekend)
        lines.append(plain(f"! Genoemd, maar niet in de bronnenlijst: {namen}.", "yellow"))
    return lines


OUTPUT = OutputFormat("tekst", "voor mensen: de bronnenlijst per soort", render)
