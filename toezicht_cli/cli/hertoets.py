"""Commands ``toezicht hertoets``: show then and now, and begin a hertoets."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import HIER, OnderzoekArgument, emit, formaat_option, today, view
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.outputs import find_output

_UITLEG = "Toets een deel van de normen opnieuw, en zie wat het oordeel toen was en wat het nu is."
_EPILOG = """
Voorbeelden:  toezicht hertoets  ·  toezicht hertoets nieuw de-linde-2027 --van de-linde-2026 --norm 1.2,2.1
"""
_EPILOG_TOON = """
Voorbeelden:  toezicht hertoets  ·  toezicht hertoets onderzoeken/de-linde-2027

Uitkomst 0: getoond. 2: verkeerd gebruik, of het is geen hertoets.
"""
_EPILOG_NIEUW = """
Voorbeelden:  toezicht hertoets nieuw de-linde-2027 --van de-linde-2026 --norm 1.2,2.1

Zonder vestiging erbij (zoals 2.1@L1) wordt een norm op elke vestiging opnieuw getoetst.
"""

FormaatOption = Annotated[str, formaat_option("hertoets")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="Naam van de hertoets en van de map.")]
VanOption = Annotated[
    Path, typer.Option("--van", metavar="MAP", help="Het onderzoek waarvan dit de hertoets is.")
]
NormOption = Annotated[
    list[str] | None,
    typer.Option(
        "--norm",
        metavar="NORM",
        help="Norm om opnieuw te toetsen; meer met een komma ertussen, en de optie mag vaker.",
        show_default=False,
    ),
]
SoortOption = Annotated[
    str | None,
    typer.Option(
        "--soort-toezicht", metavar="SOORT", help="Anders: dezelfde soort als toen.", show_default=False
    ),
]
KaderOption = Annotated[
    str | None,
    typer.Option("--kader", metavar="NAAM@VERSIE", help="Anders: het kader van toen.", show_default=False),
]
InOption = Annotated[
    Path | None,
    typer.Option("--in", metavar="MAP", help="Anders: naast het eerdere onderzoek.", show_default=False),
]


def toon(pad: OnderzoekArgument = HIER, *, formaat: FormaatOption = "tekst") -> None:
    """Laat per norm zien wat het oordeel toen was en wat het nu is."""
    from toezicht_cli.services.hertoets import show_hertoets

    emit(find_output("hertoets", formaat).render(show_hertoets(pad, Path.cwd()), view()))


def nieuw(  # noqa: PLR0913 - one parameter per option
    onderzoek_id: IdArgument,
    *,
    van: VanOption,
    norm: NormOption = None,
    soort_toezicht: SoortOption = None,
    kader: KaderOption = None,
    in_map: InOption = None,
) -> None:
    """Begin een hertoets: een nieuw onderzoek, met de oordelen van toen erbij."""
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.hertoets import Hertoetsaanvraag, create_hertoets

    normen = tuple(name.strip() for value in norm or () for name in value.split(",") if name.strip())
    aanvraag = Hertoetsaanvraag(onderzoek_id, van, normen, soort_toezicht, kader, in_map)
    emit(render(create_hertoets(aanvraag, Path.cwd(), today()), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="toon")
    add_command(group, toon, None, _EPILOG_TOON)
    add_command(group, nieuw, None, _EPILOG_NIEUW)
    app.add_typer(group, name="hertoets", rich_help_panel=panel)
