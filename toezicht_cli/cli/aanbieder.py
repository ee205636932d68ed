"""Command ``toezicht aanbieder``."""

from typing import Annotated

import typer

from toezicht_cli.analysis.registerlijst import Registerkeuze
from toezicht_cli.cli import registerkern as kern
from toezicht_cli.cli.common import complete, split_by
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.cli.registeropdrachten import add_inlezen
from toezicht_cli.services.registersoort import AANBIEDER

_UITLEG = """
Aanbieders: wie het zijn, en alles wat er over hen binnenkwam. Zonder opdracht: de lijst.
"""
_EPILOG = """
Voorbeelden:  toezicht aanbieder  ·  toezicht aanbieder toon de-kade
"""
_EPILOG_NIEUW = """
Voorbeeld:  toezicht aanbieder nieuw de-kade --naam "De Kade" --gemeente Waterstad
--voorziening "beschermd wonen"

De naam van het bestand gebruik je in signalen, meldingen en onderzoeken.
"""
FINANCIERING = ("zin", "pgb", "onderaanneming")

IdArgument = Annotated[
    str,
    typer.Argument(
        metavar="KORTE-NAAM", help="Naam in bestanden: kleine letters en streepjes, zoals de-kade."
    ),
]
NaamOption = Annotated[str | None, typer.Option("--naam", metavar="TEKST", help="Hoe de aanbieder heet.")]
RechtsvormOption = Annotated[str | None, typer.Option("--rechtsvorm", metavar="TEKST", help="De rechtsvorm.")]
FinancieringOption = Annotated[
    list[str],
    typer.Option(
        "--financiering",
        metavar="SOORT",
        help=f"Hoe de hulp betaald wordt: {', '.join(FINANCIERING)}; mag vaker.",
        callback=split_by(FINANCIERING),
        autocompletion=complete(FINANCIERING),
        show_default=False,
    ),
]
VoorzieningOption = Annotated[
    list[str] | None, typer.Option("--voorziening", metavar="TEKST", help="Wat er geboden wordt; mag vaker.")
]
ContractOption = Annotated[
    bool | None,
    typer.Option(
        "--contract/--geen-contract", help="Of er een contract is voor zorg in natura.", show_default=False
    ),
]


def nieuw(  # noqa: PLR0913 - a parameter is an option of the command
    naam_id: IdArgument,
    *,
    werkmap: kern.MapOption = None,
    naam: NaamOption = None,
    rechtsvorm: RechtsvormOption = None,
    financiering: FinancieringOption = [],  # noqa: B006 - Typer copies it
    gemeente: kern.GemeentenOption = None,
    voorziening: VoorzieningOption = None,
    contract: ContractOption = None,
) -> None:
    """Schrijf een aanbieder op."""
    home = kern.open_werkmap(werkmap)
    given = kern.ask_velden({"--naam": naam}, {}, {})
    kern.maak(
        AANBIEDER,
        home,
        {
            "id": naam_id,
            "naam": given["--naam"],
            "rechtsvorm": rechtsvorm,
            "financiering": [*financiering],
            "gemeenten": [*(gemeente or ())],
            "voorzieningen": [*(voorziening or ())],
            "contract": None if contract is None else ("ja" if contract else "nee"),
        },
    )


def lijst(
    *,
    werkmap: kern.MapOption = None,
    gemeente: kern.GemeenteOption = None,
    formaat: kern.LijstFormaatOption = "tekst",
) -> None:
    """Laat de aanbieders zien, met hoeveel er over hen binnenkwam."""
    kern.lijst(AANBIEDER, werkmap, Registerkeuze(gemeente=gemeente), formaat, None)


def toon(
    naam_id: IdArgument, *, werkmap: kern.MapOption = None, formaat: kern.KaartFormaatOption = "tekst"
) -> None:
    """Laat één aanbieder zien: alle meldingen, signalen, gesprekken en onderzoeken op volgorde."""
    kern.toon(AANBIEDER, werkmap, naam_id, formaat)


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="lijst")
    add_command(group, lijst, None, _EPILOG)
    add_command(group, nieuw, None, _EPILOG_NIEUW)
    add_command(group, toon, None, _EPILOG)
    add_inlezen(group, AANBIEDER)
    app.add_typer(group, name="aanbieder", rich_help_panel=panel)
