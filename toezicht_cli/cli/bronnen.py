"""Command ``toezicht bronnen``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import HIER, OnderzoekArgument, emit, formaat_option, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.outputs import find_output

_EPILOG = """
Voorbeelden:  toezicht bronnen  ·  toezicht bronnen --matrix  ·  toezicht bronnen --matrix --formaat csv

Uitkomst 0: getoond. 1: er was een bestand niet te lezen. 2: verkeerd gebruik.
"""

FormaatOption = Annotated[str, formaat_option("bronnen")]
MatrixOption = Annotated[
    bool, typer.Option("--matrix", help="Zet de normen af tegen de soorten bronnen, met de dunne plekken.")
]


def bronnen(
    pad: OnderzoekArgument = HIER, *, matrix: MatrixOption = False, formaat: FormaatOption = "tekst"
) -> None:
    """Laat zien welke bronnen er zijn en waar ze gebruikt zijn."""
    from toezicht_cli.cli.inzage import finish
    from toezicht_cli.services.bronnen import build_matrix, list_bronnen

    if matrix:
        result = build_matrix(pad, Path.cwd())
        emit(find_output("bronnenmatrix", formaat).render(result, view()))
        finish(result.inzage)
    overview = list_bronnen(pad, Path.cwd())
    emit(find_output("bronnen", formaat).render(overview, view()))
    finish(overview.inzage)


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, bronnen, panel, _EPILOG)
