"""Options that take one day, as 2026-05-18."""

from datetime import date
from typing import Annotated

import typer

from toezicht_cli.models.datum import iso_from_dutch, parse_datum


def parse_dag(text: str) -> date:
    """Return the day that ``text`` writes; raise BadParameter in Dutch for anything else."""
    try:
        datum = parse_datum(text)
    except ValueError as error:
        iso = iso_from_dutch(text)
        raise typer.BadParameter(f"bedoelde je {iso}?" if iso else str(error)) from error
    if not datum.is_dag or "/" in datum.tekst:
        raise typer.BadParameter("hier hoort één dag, zoals 2026-05-18")
    return datum.vroegst


DatumOption = Annotated[
    date | None,
    typer.Option("--datum", metavar="DAG", help="De dag, als 2026-05-18; anders vandaag.", parser=parse_dag),
]
PeildatumOption = Annotated[
    date | None,
    typer.Option(
        "--peildatum",
        metavar="DAG",
        help="De dag waarop je kijkt, als 2026-05-18; anders vandaag.",
        parser=parse_dag,
    ),
]
