"""For a spreadsheet: a row for every point."""

from toezicht_cli.analysis.opvolging import Opvolgingsstand
from toezicht_cli.models.datum import Datum
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.csv import write_csv

_HEAD = (
    "onderzoek", "punt", "thema", "norm", "locatie", "soort", "tekst", "uiterlijk", "status", "sinds",
    "tijd", "dagen_te_laat", "bewijs", "beoordeeld_door", "peildatum",
)  # fmt: skip


def render(stand: Opvolgingsstand, _view: View) -> str:
    """Return the rows, with a head."""
    rows: list[tuple[object, ...]] = [_HEAD]
    for one in stand.getoond:
        punt, last = one.punt, one.stappen[-1] if one.stappen else None
        uiterlijk = punt.uiterlijk.tekst if isinstance(punt.uiterlijk, Datum) else punt.uiterlijk or ""
        rows.append(
            (
                *(one.onderzoek, punt.id, one.thema, punt.norm, punt.locatie or "", punt.soort, punt.tekst),
                *(uiterlijk, one.status, one.sinds or "", one.tijd, one.dagen_te_laat),
                *(" ".join(last.bewijs) if last else "", (last and last.beoordeeld_door) or ""),
                stand.peildatum.isoformat(),
            )
        )
    return write_csv(rows)


OUTPUT = OutputFormat("csv", "voor een rekenblad", render)
