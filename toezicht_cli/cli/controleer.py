"""Command ``toezicht controleer``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import HIER, ExitCode, emit, formaat_option, today, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.outputs import find_output

_EPILOG = """
Voorbeelden:  toezicht controleer  ·  toezicht controleer voorbeelden/socra-2025 --formaat json

Uitkomst 0: geen fout. 1: een fout, of met --streng een let-op. 2: er kon niets gecontroleerd worden.
"""

PadenArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PAD]...", help="Mappen van onderzoeken, of een werkmap voor alles daarin."),
]
FormaatOption = Annotated[str, formaat_option("controle")]
StrengOption = Annotated[bool, typer.Option("--streng", help="Ook een let-op geeft uitkomst 1.")]


def controleer(
    paden: PadenArgument = None,
    *,
    formaat: FormaatOption = "tekst",
    streng: StrengOption = False,
) -> None:
    """Controleer onderzoeken op volledigheid en samenhang. Er wordt niets veranderd."""
    from toezicht_cli.services.check import check_onderzoeken
    from toezicht_cli.services.plek import find_roots

    here = Path.cwd()
    result = check_onderzoeken(find_roots(paden or [HIER]), here, today())
    emit(find_output("controle", formaat).render(result, view()))
    raise typer.Exit(ExitCode.FINDINGS if result.fails(strict=streng) else ExitCode.OK)


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, controleer, panel, _EPILOG)
