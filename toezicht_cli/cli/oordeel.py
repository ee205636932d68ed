"""Command ``toezicht oordeel``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import (
    HIER,
    ExitCode,
    OnderzoekArgument,
    complain,
    emit,
    formaat_option,
    say,
    today,
    view,
)
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.outputs import find_output

_EPILOG = """
Voorbeelden:  toezicht oordeel  ·  toezicht oordeel voorbeelden/socra-2025 --rapport-zegt 6/6/6

Uitkomst 0: geteld. 1: er staat een fout in de weg, of het rapport zegt iets anders. 2: verkeerd gebruik.
"""

FormaatOption = Annotated[str, formaat_option("oordeel")]
RapportOption = Annotated[
    str | None,
    typer.Option(
        "--rapport-zegt",
        metavar="AANTALLEN",
        help="Vergelijk met de aantallen in het rapport: 6/6/6 in de volgorde van het kader, "
        "of voldoet=6,voldoet-niet=6,… met elke categorie.",
        show_default=False,
    ),
]


def oordeel(
    pad: OnderzoekArgument = HIER, *, formaat: FormaatOption = "tekst", rapport_zegt: RapportOption = None
) -> None:
    """Tel de oordelen die jij gaf. Het programma velt zelf geen oordeel."""
    from toezicht_cli.outputs.controle.tekst import render_errors
    from toezicht_cli.services.oordeel import compare_rapport, tally_onderzoeken

    results = tally_onderzoeken(pad, Path.cwd(), today())
    differences = compare_rapport(results, rapport_zegt) if rapport_zegt is not None else ()
    emit(find_output("oordeel", formaat).render(results, view()))
    for result in results:
        if result.uitkomst is None:
            say(render_errors(result.check, view()))
            complain(
                f"{result.naam}: geen telling, want er staat een fout in de weg", "los eerst de fouten op"
            )
    for difference in differences:
        complain(difference)
    if rapport_zegt is not None and not differences and results[0].uitkomst is not None:
        say("Het rapport en de telling zijn gelijk.")
    failed = bool(differences) or any(result.uitkomst is None for result in results)
    raise typer.Exit(ExitCode.FINDINGS if failed else ExitCode.OK)


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, oordeel, panel, _EPILOG)
