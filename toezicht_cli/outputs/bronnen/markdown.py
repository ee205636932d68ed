"""For a report or a pull request: the bronnenlijst by soort as Markdown tables."""

from toezicht_cli.analysis.bronlabels import SOORTEN, describe_datums, describe_regel
from toezicht_cli.analysis.bronnengebruik import Bronnenresultaat, Gebruik
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kop import head_markdown
from toezicht_cli.outputs.markdown import escape


def render(result: Bronnenresultaat, _view: View) -> str:
    """Return a heading and a table per soort."""
    lines = head_markdown(result.inzage, "Bronnen")
    for groep in result.overzicht.groepen:
        lines += [f"## {SOORTEN[groep.soort].meervoud.capitalize()}", ""]
        lines += ["| Bron | Naam | Datum | Gebruikt bij |", "|---|---|---|---|"]
        lines += [_row(item) for item in groep.gebruik]
        lines.append("")
    if result.overzicht.onbekend:
        namen = ", ".join(result.overzicht.onbekend)
        lines += [f"Genoemd, maar niet in de bronnenlijst: {escape(namen)}", ""]
    return "\n".join(lines[:-1]) + "\n"


def _row(item: Gebruik) -> str:
    parts = [", ".join(item.normen)] if item.normen else []
    parts += [f"{item.elders}× elders"] if item.elders else []
    use = "; ".join(parts) or "nergens"
    cells = (item.bron.id, describe_regel(item.bron), describe_datums(item.bron), use)
    return f"| {' | '.join(escape(cell) for cell in cells)} |"


OUTPUT = OutputFormat("markdown", "voor een verslag of een pull request", render)
