"""For people: the files that were made, each with its size."""

from toezicht_cli.analysis.rapportresultaat import Rapportresultaat
from toezicht_cli.diagnostics import Severity
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, paint

_KB = 1_000


def render(result: Rapportresultaat, view: View) -> str:
    """Return a line per file, and what a reader should know beside it; empty when nothing was made."""
    if not result.bestanden:
        return ""
    width = max(len(one_line(bestand.pad)) for bestand in result.bestanden)
    lines = [paint(f"{result.naam}: {_VARIANT.get(result.variant, result.variant)} gemaakt", "bold", view)]
    for bestand in result.bestanden:
        size = f"{max(1, round(bestand.grootte / _KB))} kB"
        lines.append(f"  {one_line(bestand.pad):<{width}}  {size:>8}")
    count = result.check.count(Severity.WARNING)
    if count:
        lines.append(f"Nog {count} let-op: bekijk met toezicht controleer.")
    return "".join(f"{line}\n" for line in lines)


_VARIANT = {"concept": "concept", "definitief": "definitief rapport"}

OUTPUT = OutputFormat("tekst", "voor mensen: welke bestanden er zijn gemaakt", render)
