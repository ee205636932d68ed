"""Command ``toezicht melding``."""

from datetime import date
from typing import Annotated

import typer

from toezicht_cli.analysis.registerlijst import MELDINGSTANDEN, Registerkeuze
from toezicht_cli.cli import registerkern as kern
from toezicht_cli.cli.common import emit, today
from toezicht_cli.cli.datumoptie import parse_dag
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.cli.registeropdrachten import add_afhandelen, add_hernummer, add_inlezen
from toezicht_cli.cli.signaal_weeg import weeg_melding
from toezicht_cli.services.registersoort import MELDING

_UITLEG = """
Meldingen van calamiteiten en geweld: opschrijven, opvolgen en afhandelen. Zonder opdracht: de lijst.
"""
_EPILOG = """
Voorbeelden:  toezicht melding  ·  toezicht melding nieuw  ·  toezicht melding --te-laat
"""
_EPILOG_NIEUW = """
Voorbeeld:  toezicht melding nieuw --aard geweld --aanbieder de-kade --gemeente Waterstad --wet wmo-2015
--voorgevallen-op 2026-03-06 --tekst "Twee bewoners kregen ruzie."

Op een terminal vraagt toezicht wat je niet opgaf.
"""
_EPILOG_OPVOLGEN = """
Voorbeelden:  toezicht melding opvolgen M-2026-001 --opdracht 2026-03-11 --uiterlijk 2026-04-22
toezicht melding opvolgen M-2026-001 --ontvangen-op 2026-04-14 --beoordeling voldoende

Is het eerste onderzoek beoordeeld als aanvullen, dan gaan --opdracht en --ontvangen-op over de aanvulling.
"""
_EPILOG_AFHANDELEN = """
Voorbeeld:  toezicht melding afhandelen M-2026-001 --toelichting "De maatregelen passen bij wat er gebeurde."
"""
AARDEN = ("calamiteit", "geweld", "anders")
BEOORDELINGEN = ("voldoende", "aanvullen", "onvoldoende")
DEFINITIE = ("ja", "nee", "onbekend")

AardOption = Annotated[str | None, kern.keuze_option("--aard", "AARD", "Wat het is", AARDEN)]
SoortOption = Annotated[
    str | None, typer.Option("--soort", metavar="WOORD", help="Wat voor gebeurtenis, zoals weglopen.")
]
WetOption = Annotated[str | None, kern.keuze_option("--wet", "WET", "De wet", kern.WETTEN)]
DefinitieOption = Annotated[
    str,
    kern.keuze_option("--binnen-definitie", "JA", "Of het past binnen de definitie van de wet", DEFINITIE),
]
VoorzieningOption = Annotated[
    str | None, typer.Option("--voorziening", metavar="TEKST", help="De voorziening, zoals beschermd wonen.")
]
StandOption = Annotated[str | None, kern.keuze_option("--stand", "STAND", "Alleen deze", MELDINGSTANDEN)]
BeoordelingOption = Annotated[
    str | None, kern.keuze_option("--beoordeling", "WOORD", "Wat je van het onderzoek vond", BEOORDELINGEN)
]
VoorgevallenOption = Annotated[
    date | None, kern.dag_option("--voorgevallen-op", "De dag waarop het gebeurde.")
]
BinnenOption = Annotated[
    date | None,
    typer.Option(
        "--datum",
        "--ontvangen-op",
        metavar="DAG",
        help="De dag waarop de melding binnenkwam, als 2026-05-18; anders vandaag.",
        parser=parse_dag,
        show_default=False,
    ),
]
BekendOption = Annotated[date | None, kern.dag_option("--bekend-op", "De dag waarop de aanbieder het wist.")]
OpdrachtOption = Annotated[
    date | None, kern.dag_option("--opdracht", "De dag waarop de aanbieder de opdracht kreeg.")
]
UiterlijkOption = Annotated[
    date | None, kern.dag_option("--uiterlijk", "Tot en met wanneer de aanbieder heeft.")
]
OntvangenOption = Annotated[
    date | None, kern.dag_option("--ontvangen-op", "De dag waarop het onderzoek binnenkwam.")
]


def nieuw(  # noqa: PLR0913 - a parameter is an option of the command
    *,
    werkmap: kern.MapOption = None,
    datum: BinnenOption = None,
    aard: AardOption = None,
    soort: SoortOption = None,
    aanbieder: kern.AanbiederOption = None,
    gemeente: kern.GemeenteOption = None,
    wet: WetOption = None,
    voorziening: VoorzieningOption = None,
    binnen_definitie: DefinitieOption = "onbekend",
    voorgevallen_op: VoorgevallenOption = None,
    bekend_op: BekendOption = None,
    tekst: kern.TekstOption = None,
    tekst_uit: kern.TekstUitOption = None,
) -> None:
    """Schrijf een melding op. Zij krijgt zelf een nummer."""
    home = kern.open_werkmap(werkmap)
    nodig = {"--aard": aard, "--wet": wet, "--tekst": kern.read_tekst(tekst, tekst_uit)}
    graag = {"--aanbieder": aanbieder, "--gemeente": gemeente}
    given = kern.ask_velden(nodig, {"--aard": AARDEN, "--wet": kern.WETTEN}, graag, (home, MELDING))
    kern.maak(
        MELDING,
        home,
        {
            "ontvangen_op": kern.tell_dag(datum).isoformat(),
            "voorgevallen_op": voorgevallen_op.isoformat() if voorgevallen_op else None,
            "bekend_op": bekend_op.isoformat() if bekend_op else None,
            "aard": given["--aard"],
            "soort": soort,
            "binnen_definitie": binnen_definitie,
            "aanbieder": given["--aanbieder"],
            "gemeente": given["--gemeente"],
            "wet": given["--wet"],
            "voorziening": voorziening,
            "omschrijving": given["--tekst"],
        },
    )


def lijst(  # noqa: PLR0913 - as above
    *,
    werkmap: kern.MapOption = None,
    jaar: kern.JaarOption = None,
    gemeente: kern.GemeenteOption = None,
    aanbieder: kern.AanbiederOption = None,
    stand: StandOption = None,
    te_laat: kern.TeLaatOption = False,
    peildatum: kern.PeildagOption = None,
    formaat: kern.LijstFormaatOption = "tekst",
) -> None:
    """Laat de meldingen zien, en welk onderzoek van een aanbieder te laat is."""
    keuze = Registerkeuze(jaar, gemeente, aanbieder, stand, te_laat)
    kern.lijst(MELDING, werkmap, keuze, formaat, peildatum)


def toon(
    nummer: kern.NummerArgument, *, werkmap: kern.MapOption = None, formaat: kern.KaartFormaatOption = "tekst"
) -> None:
    """Laat één melding zien, met de draad en de volgende stap."""
    kern.toon(MELDING, werkmap, nummer, formaat)


def opvolgen(  # noqa: PLR0913 - as above
    nummer: kern.NummerArgument,
    *,
    werkmap: kern.MapOption = None,
    wat: kern.WatOption = None,
    opdracht: OpdrachtOption = None,
    uiterlijk: UiterlijkOption = None,
    ontvangen_op: OntvangenOption = None,
    beoordeling: BeoordelingOption = None,
    doorverwezen_naar: kern.NaarOption = None,
    reden: kern.RedenOption = None,
    door: kern.DoorOption = None,
    datum: kern.DagOption = None,
) -> None:
    """Schrijf een stap op, de opdracht voor een onderzoek, wat binnenkwam, of aan wie het is doorgegeven."""
    from toezicht_cli.services.registerstappen import Opdracht, Stappen, follow_up

    gegeven = Opdracht(opdracht, uiterlijk, ontvangen_op, beoordeling)
    stappen = Stappen(wat, None, None, doorverwezen_naar, reden, None, gegeven)
    home = kern.open_werkmap(werkmap)
    dag = kern.tell_dag(datum) if wat or doorverwezen_naar else (datum or today())
    emit(f"Melding {nummer}: {follow_up(home, MELDING, nummer, stappen, (dag, door))}\n")


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="lijst")
    add_command(group, lijst, None, _EPILOG)
    add_command(group, nieuw, None, _EPILOG_NIEUW)
    add_command(group, toon, None, _EPILOG)
    add_command(group, opvolgen, None, _EPILOG_OPVOLGEN)
    group.command("weeg", hidden=True)(weeg_melding)
    add_afhandelen(group, MELDING, _EPILOG_AFHANDELEN)
    add_inlezen(group, MELDING)
    add_hernummer(group, MELDING)
    app.add_typer(group, name="melding", rich_help_panel=panel)
