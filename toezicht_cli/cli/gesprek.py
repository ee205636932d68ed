"""Command ``toezicht gesprek``."""

from typing import Annotated

import typer

from toezicht_cli.analysis.registerlijst import GESPREKSTANDEN, Registerkeuze
from toezicht_cli.cli import registerkern as kern
from toezicht_cli.cli.common import emit
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.cli.registeropdrachten import add_afhandelen, add_hernummer, add_inlezen
from toezicht_cli.services.registersoort import GESPREK

_UITLEG = """
Gesprekken met aanbieders buiten een onderzoek. Zonder opdracht: de lijst.
"""
_EPILOG = """
Voorbeelden:  toezicht gesprek  ·  toezicht gesprek nieuw  ·  toezicht gesprek toon G-2026-001
"""
_EPILOG_NIEUW = """
Voorbeeld:  toezicht gesprek nieuw --soort na-melding --aanbieder de-kade --naar-aanleiding-van M-2026-001

Op een terminal vraagt toezicht wat je niet opgaf. Schrijf geen namen van mensen op.
"""
_EPILOG_OPVOLGEN = """
Voorbeeld:  toezicht gesprek opvolgen G-2026-001 --wat "Het verslag is gestuurd."
"""
_EPILOG_AFHANDELEN = """
Voorbeeld:  toezicht gesprek afhandelen G-2026-001
"""
GESPREKSOORTEN = ("kwaliteitsgesprek", "na-melding", "na-signaal", "overig")
MET = ("aanbieder", "koepel", "gemeente", "ander")
UITKOMSTEN = ("op-orde", "aandachtspunten", "onderzoek-nodig", "niet-beoordeeld")

SoortOption = Annotated[str | None, kern.keuze_option("--soort", "SOORT", "Wat voor gesprek", GESPREKSOORTEN)]
MetOption = Annotated[str, kern.keuze_option("--met", "WIE", "Met wie", MET)]
UitkomstOption = Annotated[
    str | None, kern.keuze_option("--uitkomst", "WOORD", "Wat je ervan vond", UITKOMSTEN)
]
OnderwerpOption = Annotated[
    list[str] | None, typer.Option("--onderwerp", metavar="TEKST", help="Waar het over ging; mag vaker.")
]
StandOption = Annotated[str | None, kern.keuze_option("--stand", "STAND", "Alleen deze", GESPREKSTANDEN)]


def nieuw(  # noqa: PLR0913 - a parameter is an option of the command
    *,
    werkmap: kern.MapOption = None,
    datum: kern.DagOption = None,
    soort: SoortOption = None,
    met: MetOption = "aanbieder",
    aanbieder: kern.AanbiederOption = None,
    gemeente: kern.GemeentenOption = None,
    volgt_uit: kern.VolgtUitOption = None,
    onderwerp: OnderwerpOption = None,
    uitkomst: UitkomstOption = None,
    tekst: kern.TekstOption = None,
    tekst_uit: kern.TekstUitOption = None,
) -> None:
    """Schrijf een gesprek op. Het krijgt zelf een nummer."""
    home = kern.open_werkmap(werkmap)
    keuzes = {"--soort": GESPREKSOORTEN}
    given = kern.ask_velden({"--soort": soort}, keuzes, {"--aanbieder": aanbieder}, (home, GESPREK))
    kern.maak(
        GESPREK,
        home,
        {
            "datum": kern.tell_dag(datum).isoformat(),
            "soort": given["--soort"],
            "met": met,
            "aanbieder": given["--aanbieder"],
            "gemeenten": [*(gemeente or ())],
            "naar_aanleiding_van": [*(volgt_uit or ())],
            "onderwerpen": [*(onderwerp or ())],
            "uitkomst": uitkomst,
            "verslag": kern.read_tekst(tekst, tekst_uit),
        },
    )


def lijst(  # noqa: PLR0913 - as above
    *,
    werkmap: kern.MapOption = None,
    jaar: kern.JaarOption = None,
    gemeente: kern.GemeenteOption = None,
    aanbieder: kern.AanbiederOption = None,
    stand: StandOption = None,
    formaat: kern.LijstFormaatOption = "tekst",
) -> None:
    """Laat de gesprekken zien."""
    kern.lijst(GESPREK, werkmap, Registerkeuze(jaar, gemeente, aanbieder, stand), formaat, None)


def toon(
    nummer: kern.NummerArgument, *, werkmap: kern.MapOption = None, formaat: kern.KaartFormaatOption = "tekst"
) -> None:
    """Laat één gesprek zien, met de draad en de volgende stap."""
    kern.toon(GESPREK, werkmap, nummer, formaat)


def opvolgen(
    nummer: kern.NummerArgument,
    *,
    werkmap: kern.MapOption = None,
    wat: kern.WatOption = None,
    door: kern.DoorOption = None,
    datum: kern.DagOption = None,
) -> None:
    """Schrijf een stap op die op het gesprek volgde."""
    from toezicht_cli.services.registerstappen import Stappen, follow_up

    home = kern.open_werkmap(werkmap)
    done = follow_up(home, GESPREK, nummer, Stappen(wat), (kern.tell_dag(datum), door))
    emit(f"Gesprek {nummer}: {done}\n")


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="lijst")
    add_command(group, lijst, None, _EPILOG)
    add_command(group, nieuw, None, _EPILOG_NIEUW)
    add_command(group, toon, None, _EPILOG)
    add_command(group, opvolgen, None, _EPILOG_OPVOLGEN)
    add_afhandelen(group, GESPREK, _EPILOG_AFHANDELEN)
    add_inlezen(group, GESPREK)
    add_hernummer(group, GESPREK)
    app.add_typer(group, name="gesprek", rich_help_panel=panel)
