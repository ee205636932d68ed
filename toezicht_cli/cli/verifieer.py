"""Command ``toezicht verifieer``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import HIER, ExitCode, emit, formaat_option, progress, today, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.diagnostics import ToezichtError

_EPILOG = """
Voorbeelden:  toezicht verifieer  ·  toezicht verifieer rapport.pdf  ·  toezicht verifieer --versie 1

Uitkomst 0: er is niets veranderd. 1: er is iets veranderd. 2: het is niet te zeggen, of verkeerd gebruik.
"""

PadArgument = Annotated[
    Path,
    typer.Argument(
        metavar="[PAD|BESTAND]",
        help="Map van het onderzoek, of een rapport. Anders: de map waarin je staat, of erboven.",
        show_default=False,
    ),
]
VersieOption = Annotated[
    str | None,
    typer.Option("--versie", metavar="NUMMER", help="Alleen deze versie; anders alle.", show_default=False),
]
OnderzoekOption = Annotated[
    Path | None,
    typer.Option(
        "--onderzoek", metavar="MAP", help="Bij een BESTAND: het onderzoek erbij.", show_default=False
    ),
]
FormaatOption = Annotated[str, formaat_option("verifieer")]


def verifieer(
    pad: PadArgument = HIER,
    *,
    versie: VersieOption = None,
    onderzoek: OnderzoekOption = None,
    formaat: FormaatOption = "tekst",
) -> None:
    """Kijk of een vastgesteld onderzoek, of een rapport, nog is zoals het was. Verandert niets."""
    from toezicht_cli.outputs import find_output

    output = find_output("verifieer", formaat)
    if pad.is_file():
        if versie:
            raise ToezichtError("--versie hoort bij een map", "bij een bestand zoekt toezicht de versie zelf")
        raise typer.Exit(_verify_document(pad, onderzoek, output.render))
    if onderzoek:
        raise ToezichtError("--onderzoek hoort bij een bestand", "noem een rapport, of laat --onderzoek weg")
    from toezicht_cli.loading.vinden import find_onderzoek
    from toezicht_cli.services.verifieer import verify

    found = verify(find_onderzoek(pad), Path.cwd(), today(), versie, progress)
    emit(output.render(found, view()))
    raise typer.Exit(ExitCode.FINDINGS if found.is_veranderd else ExitCode.OK)


def _verify_document(pad: Path, onderzoek: Path | None, render: object) -> ExitCode:
    from toezicht_cli.services.verifieerdocument import verify_document

    found = verify_document(pad, onderzoek, Path.cwd())
    assert callable(render)  # noqa: S101 - it is the render of an output format
    emit(render(found, view()))
    if found.is_onbekend:
        return ExitCode.WRONG_USE
    return ExitCode.FINDINGS if found.is_veranderd else ExitCode.OK


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, verifieer, panel, _EPILOG)
