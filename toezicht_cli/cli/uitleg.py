"""Command ``toezicht uitleg``."""

from typing import Annotated

import typer

from toezicht_cli.cli.common import emit, formaat_option, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.outputs import find_output

_EPILOG = "Voorbeeld:  toezicht uitleg BRN002"


def _complete_code(incomplete: str) -> list[str]:
    """Return the codes of controles that begin with ``incomplete``."""
    from toezicht_cli.services.controles import list_codes

    return [code for code in list_codes() if code.startswith(incomplete.upper())]


CodeArgument = Annotated[
    str, typer.Argument(metavar="CODE", autocompletion=_complete_code, help="Code of naam, zoals BRN002.")
]
FormaatOption = Annotated[str, formaat_option("uitleg")]


def uitleg(code: CodeArgument, *, formaat: FormaatOption = "tekst") -> None:
    """Leg een controle uit: waarom, hoe het fout gaat, hoe het goed is en waar het op rust."""
    from toezicht_cli.services.controles import get_controle

    emit(find_output("uitleg", formaat).render(get_controle(code), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, uitleg, panel, _EPILOG)
