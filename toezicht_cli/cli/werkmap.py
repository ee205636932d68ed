"""Command ``toezicht werkmap``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import emit, view
from toezicht_cli.cli.dutch import add_command, make_group

_UITLEG = """
Een werkmap: de map waarin een organisatie al haar onderzoeken en registers bewaart.
"""
_EPILOG = """
Voorbeeld:  toezicht werkmap nieuw toezicht-waterlanden

In een script:  toezicht werkmap nieuw toezicht-waterlanden --organisatie "Toezicht Waterlanden"
--gemeente Waterstad --gemeente Meerdorp

Op een terminal vraagt toezicht wat je niet opgaf. Wat er al in de map staat, blijft zoals het is.
"""

MapArgument = Annotated[
    Path, typer.Argument(metavar="MAP", help="De nieuwe werkmap; een punt is de map waarin je staat.")
]
OrganisatieOption = Annotated[
    str | None, typer.Option("--organisatie", metavar="NAAM", help="De organisatie van de toezichthouder.")
]
GemeenteOption = Annotated[
    list[str] | None,
    typer.Option("--gemeente", metavar="NAAM", help="Gemeente waarvoor je werkt; mag vaker."),
]


def nieuw(
    folder: MapArgument, *, organisatie: OrganisatieOption = None, gemeente: GemeenteOption = None
) -> None:
    """Maak van een map een werkmap: schrijf er toezicht.yaml in."""
    from toezicht_cli.cli.opgave import ask_missing
    from toezicht_cli.cli.vragen import ask_some, can_ask
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.werkmapnieuw import create_werkmap

    naam = ask_missing({"--organisatie": organisatie}, {})["--organisatie"]
    gemeenten = tuple(gemeente or ()) or (() if organisatie or not can_ask() else ask_some("Gemeente"))
    here = Path.cwd()
    emit(render(create_werkmap(here / folder, naam, gemeenten, here), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG)
    add_command(group, nieuw, None, _EPILOG)
    app.add_typer(group, name="werkmap", rich_help_panel=panel)
