"""Command ``toezicht onderbouwing``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import HIER, OnderzoekArgument, emit, formaat_option, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.outputs import find_output

_EPILOG = """
Voorbeelden:  toezicht onderbouwing 2.1  ·  toezicht onderbouwing 2.1 voorbeelden/socra-2025

Uitkomst 0: getoond. 1: er was een bestand niet te lezen. 2: verkeerd gebruik, of de norm is er niet.
"""


def _complete_norm(incomplete: str) -> list[str]:
    from toezicht_cli.diagnostics import ToezichtError
    from toezicht_cli.services.onderbouwing import list_normen

    try:
        return [norm for norm in list_normen(HIER) if norm.startswith(incomplete)]
    except ToezichtError:
        return []


NormArgument = Annotated[
    str,
    typer.Argument(
        metavar="NORM",
        help="Nummer van de norm, zoals 2.1.",
        show_default=False,
        autocompletion=_complete_norm,
    ),
]
LocatieOption = Annotated[
    str | None,
    typer.Option("--locatie", metavar="L1", help="Alleen deze vestiging, bij een kader per locatie."),
]
FormaatOption = Annotated[str, formaat_option("onderbouwing")]


def onderbouwing(
    norm: NormArgument,
    pad: OnderzoekArgument = HIER,
    *,
    locatie: LocatieOption = None,
    formaat: FormaatOption = "tekst",
) -> None:
    """Laat zien waar het oordeel over een norm op rust: van feit naar bevinding, oordeel en advies."""
    from toezicht_cli.cli.inzage import finish
    from toezicht_cli.services.onderbouwing import explain_onderbouwing

    result = explain_onderbouwing(norm, pad, Path.cwd(), locatie)
    emit(find_output("onderbouwing", formaat).render(result, view()))
    finish(result.inzage)


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, onderbouwing, panel, _EPILOG)
