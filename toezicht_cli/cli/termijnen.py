"""Command ``toezicht termijnen``."""

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
Voorbeelden:  toezicht termijnen  ·  toezicht termijnen --te-laat  ·  toezicht termijnen --formaat ics

Hoe lang iets mag duren, staat in toezicht.yaml van de werkmap. Wat op zijn laatste dag nog niet gebeurd is,
is te laat vanaf de dag erna.

Uitkomst 0: gelezen. 1: een bestand is niet te lezen. 2: verkeerd gebruik.
"""

FormaatOption = Annotated[str, formaat_option("termijnen")]
TeLaatOption = Annotated[bool, typer.Option("--te-laat", help="Alleen wat te laat is.")]
AllesOption = Annotated[bool, typer.Option("--alles", help="Ook wat al klaar is.")]


def termijnen(
    pad: OnderzoekArgument = HIER,
    *,
    peildatum: PeildatumOption = None,
    te_laat: TeLaatOption = False,
    alles: AllesOption = False,
    formaat: FormaatOption = "tekst",
) -> None:
    """Laat zien wat wanneer klaar moet zijn, en waarom op die dag."""
    from toezicht_cli.analysis.termijnoverzicht import select
    from toezicht_cli.services.termijnen import report_termijnen

    lijst = report_termijnen(pad, Path.cwd(), peildatum or today())
    chosen = select(lijst, alles=alles, te_laat=te_laat)
    emit(find_output("termijnen", formaat).render(chosen, view()))
    raise typer.Exit(ExitCode.OK if lijst.is_leesbaar else ExitCode.FINDINGS)


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, termijnen, panel, _EPILOG)
