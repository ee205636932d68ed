"""Command ``toezicht demo``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import ExitCode, emit, progress, today, view
from toezicht_cli.cli.dutch import add_command

_EPILOG = """
Voorbeelden:  toezicht demo  ·  toezicht demo oefenen

Uitkomst 0: het voorbeeld staat er. 2: het kon niet gemaakt worden, of het was er al.
"""

MapArgument = Annotated[
    Path | None,
    typer.Argument(
        metavar="[MAP]",
        help="Waar het voorbeeld komt. Zonder MAP: in socra-2025, in de map waarin je staat.",
        show_default=False,
    ),
]


def demo(folder: MapArgument = None) -> None:
    """Zet een voorbeeld neer, controleer het, tel het, maak het rapport, en zie wat je kunt proberen."""
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.outputs.oordeel.tekst import OUTPUT
    from toezicht_cli.services.demo import lay_demo

    result = lay_demo(folder, Path.cwd(), today(), progress)
    emit(OUTPUT.render([result.resultaat], view()) + "\n" + render(result.mededeling, view()))
    raise typer.Exit(ExitCode.FINDINGS if result.resultaat.check.has_errors else ExitCode.OK)


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, demo, panel, _EPILOG)
