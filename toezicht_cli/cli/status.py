"""Command ``toezicht status``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import (
    HIER,
    ExitCode,
    OnderzoekArgument,
    emit,
    formaat_option,
    today,
    view,
)
from toezicht_cli.cli.datumoptie import PeildatumOption
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.outputs import find_output

_EPILOG = """
Voorbeelden:  toezicht status  ·  toezicht status voorbeelden/socra-2025
              toezicht status --peildatum 2026-05-06

In een werkmap krijg je één regel per onderzoek.

Uitkomst 0: geen fout. 1: er is een fout, of een bestand is niet te lezen. 2: verkeerd gebruik.
"""

FormaatOption = Annotated[str, formaat_option("status")]


def status(
    pad: OnderzoekArgument = HIER, *, peildatum: PeildatumOption = None, formaat: FormaatOption = "tekst"
) -> None:
    """Laat zien hoe ver een onderzoek is, wat er mist en wat de volgende stap is."""
    from toezicht_cli.services.status import report_status

    result = report_status(pad, Path.cwd(), peildatum or today())
    emit(find_output("status", formaat).render(result, view()))
    raise typer.Exit(ExitCode.FINDINGS if result.has_errors else ExitCode.OK)


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, status, panel, _EPILOG)
