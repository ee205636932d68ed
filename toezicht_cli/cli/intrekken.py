"""Command ``toezicht intrekken``."""

from typing import Annotated

import typer

from toezicht_cli.cli.common import HIER, OnderzoekArgument, emit, say, today, view
from toezicht_cli.cli.datumoptie import DatumOption
from toezicht_cli.cli.dutch import add_command

_EPILOG = """
Voorbeeld:  toezicht intrekken --reden "Het rapport ging over de verkeerde vestiging."

Er wordt niets weggegooid: de documenten en de versie blijven staan, en verifieer blijft werken.
"""

RedenOption = Annotated[
    str | None, typer.Option("--reden", metavar="REDEN", help="Waarom de versie niet meer geldt.")
]
DoorOption = Annotated[
    str | None, typer.Option("--door", metavar="NAAM", help="Wie intrekt; komt achter de reden.")
]


def intrekken(
    pad: OnderzoekArgument = HIER,
    *,
    reden: RedenOption = None,
    door: DoorOption = None,
    datum: DatumOption = None,
) -> None:
    """Trek de vastgestelde versie in die nu geldt: zij blijft bewaard, maar geldt niet meer."""
    from toezicht_cli.cli.opgave import ask_reden
    from toezicht_cli.loading.vinden import find_onderzoek
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.intrekken import withdraw
    from toezicht_cli.services.vaststelverslag import report_intrekking

    root = find_onderzoek(pad)
    reden = ask_reden(reden)
    if datum is None:
        datum = today()
        say(f"De dag van intrekking is vandaag, {datum.isoformat()}. Een andere dag geef je met --datum.")
    versie = withdraw(root, f"{reden} (ingetrokken door {door})" if door else reden, datum)
    emit(render(report_intrekking(root.name, versie, datum), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, intrekken, panel, _EPILOG)
