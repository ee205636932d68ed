"""Command ``toezicht controles``."""

from typing import Annotated

import typer

from toezicht_cli.cli.common import emit, formaat_option, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.outputs import find_output

_EPILOG = "Voorbeeld:  toezicht controles --formaat json"

FormaatOption = Annotated[str, formaat_option("controles")]


def controles(*, formaat: FormaatOption = "tekst") -> None:
    """Toon alle controles met hun zwaarte."""
    from toezicht_cli.services.controles import list_controles

    emit(find_output("controles", formaat).render(list_controles(), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, controles, panel, _EPILOG)
