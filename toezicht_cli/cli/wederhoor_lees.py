"""Command ``toezicht wederhoor lees``."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import HIER, OnderzoekArgument, emit, today, view
from toezicht_cli.cli.datumoptie import parse_dag
from toezicht_cli.cli.dutch import add_command

_EPILOG = """
Eerst kijken:  toezicht wederhoor lees reactie.docx --proef

Overnemen:  toezicht wederhoor lees reactie.docx --ontvangen-op 2026-05-20

Namen van wie iets opmerkte of veranderde, worden niet bewaard. Twee keer lezen voegt niets toe.

Uitkomst 0: gelezen. 2: verkeerd gebruik, of het bestand is niet te lezen.
"""
BestandArgument = Annotated[
    Path,
    typer.Argument(metavar="REACTIE.docx", help="Het bestand dat je terugkreeg.", show_default=False),
]
ProefOption = Annotated[bool, typer.Option("--proef", help="Laat alleen zien wat erin staat.")]
OntvangenOption = Annotated[
    date | None,
    typer.Option(
        "--ontvangen-op",
        metavar="DAG",
        help="De dag waarop de reactie binnenkwam, als 2026-05-18; komt in onderzoek.yaml.",
        parser=parse_dag,
        show_default=False,
    ),
]


def lees(
    bestand: BestandArgument,
    pad: OnderzoekArgument = HIER,
    *,
    proef: ProefOption = False,
    ontvangen_op: OntvangenOption = None,
) -> None:
    """Neem opmerkingen en wijzigingen uit een Word-bestand over als reacties."""
    from toezicht_cli.loading.vinden import find_onderzoek
    from toezicht_cli.outputs.reactielijst import render
    from toezicht_cli.services.wederhoor_lezen import read_reacties

    found = read_reacties(find_onderzoek(pad), bestand, today(), proef=proef, ontvangen_op=ontvangen_op)
    emit(render(found, view()))


def add_lees(group: typer.Typer) -> None:
    """Add the command to the group ``wederhoor``."""
    add_command(group, lees, None, _EPILOG)
