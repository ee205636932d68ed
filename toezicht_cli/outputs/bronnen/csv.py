"""For a spreadsheet: one row per bron, with how often and under which normen it is used."""

from toezicht_cli.analysis.bronnengebruik import Bronnenresultaat, Gebruik
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv

_HEADER = (
    *("id", "soort", "rol", "naam", "aantal", "datum", "ontvangen_op", "documentdatum", "versie"),
    *("bevindingen", "normen", "elders", "gebruikt"),
)


def render(result: Bronnenresultaat, _view: View) -> str:
    """Return a header and the rows, by soort."""
    return write_csv([_HEADER, *(_row(item) for item in result.overzicht.gebruik)])


def _row(item: Gebruik) -> tuple[object, ...]:
    bron = item.bron
    dagen = " ".join(str(dag) for dag in ((bron.datum, *bron.data) if bron.datum else bron.data))
    return (
        *(bron.id, bron.soort, bron.rol or "", bron.titel or bron.aanduiding or "", bron.stuks, dagen),
        *(str(bron.ontvangen_op or ""), str(bron.documentdatum or ""), bron.versie or ""),
        *(item.bevindingen, " ".join(item.normen), item.elders, "ja" if item.is_gebruikt else "nee"),
    )


OUTPUT = OutputFormat("csv", "voor een rekenblad: een regel per bron", render)
