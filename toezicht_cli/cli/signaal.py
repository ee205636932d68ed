"""Command ``toezicht signaal``."""

from datetime import date
from typing import Annotated, get_args

import typer

from toezicht_cli.analysis.registerlijst import SIGNAALSTANDEN, Registerkeuze
from toezicht_cli.cli import registerkern as kern
from toezicht_cli.cli.common import complete, emit, split_by, today
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.cli.registeropdrachten import add_hernummer, add_inlezen
from toezicht_cli.cli.signaal_weeg import EPILOG as EPILOG_WEEG
from toezicht_cli.cli.signaal_weeg import weeg
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.models.register import Signaalbesluit, Signaalbron, Signaaluitkomst
from toezicht_cli.services.registersoort import SIGNAAL

_UITLEG = """
Signalen: opschrijven, wegen, opvolgen en afhandelen. Zonder opdracht: de lijst.
"""
_EPILOG = """
Voorbeelden:  toezicht signaal  ·  toezicht signaal nieuw  ·  toezicht signaal weeg S-2026-001
"""
_EPILOG_NIEUW = """
Voorbeeld:  toezicht signaal nieuw --bron inwoner --aanbieder de-kade --gemeente Waterstad --wet wmo-2015
--aard veiligheid --tekst "Deuren sluiten niet."

Op een terminal vraagt toezicht wat je niet opgaf. Schrijf geen namen van mensen op.
"""
_EPILOG_OPVOLGEN = """
Voorbeelden:  toezicht signaal opvolgen S-2026-001 --wat "Gebeld met de toegang."
toezicht signaal opvolgen S-2026-001 --besluit onderzoek --motivering "Het gaat om veiligheid."
toezicht signaal opvolgen S-2026-005 --doorverwezen-naar igj
"""
_EPILOG_AFHANDELEN = """
Voorbeeld:  toezicht signaal afhandelen S-2026-001 --uitkomst heronderzoek-toegang
"""
BRONNEN: tuple[str, ...] = get_args(Signaalbron)
BESLUITEN: tuple[str, ...] = get_args(Signaalbesluit)
UITKOMSTEN: tuple[str, ...] = get_args(Signaaluitkomst)
DOMEINEN = ("kwaliteit", "rechtmatigheid")
FINANCIERING = ("zin", "pgb", "onderaanneming", "zin-en-pgb", "onbekend")

BronOption = Annotated[str | None, kern.keuze_option("--bron", "BRON", "Van wie het komt", BRONNEN)]
WetOption = Annotated[str | None, kern.keuze_option("--wet", "WET", "De wet", kern.WETTEN)]
DomeinOption = Annotated[
    list[str],
    typer.Option(
        "--domein",
        metavar="DOMEIN",
        help="kwaliteit (als je niets zegt) of rechtmatigheid; mag vaker.",
        callback=split_by(DOMEINEN),
        autocompletion=complete(DOMEINEN),
        show_default=False,
    ),
]
FinancieringOption = Annotated[
    str | None, kern.keuze_option("--financiering", "SOORT", "Hoe de hulp betaald wordt", FINANCIERING)
]
AardOption = Annotated[
    str | None, typer.Option("--aard", metavar="WOORD", help="Waar het over gaat, zoals veiligheid.")
]
VoorzieningOption = Annotated[
    str | None, typer.Option("--voorziening", metavar="TEKST", help="De voorziening, zoals beschermd wonen.")
]
AnoniemOption = Annotated[bool, typer.Option("--anoniem", help="De melder noemde geen naam.")]
StandOption = Annotated[str | None, kern.keuze_option("--stand", "STAND", "Alleen deze", SIGNAALSTANDEN)]
BesluitOption = Annotated[
    str | None, kern.keuze_option("--besluit", "KEUZE", "Wat er met het signaal gebeurt", BESLUITEN)
]
MotiveringOption = Annotated[
    str | None, typer.Option("--motivering", metavar="TEKST", help="Waarom; hoort bij --besluit.")
]
DoublureOption = Annotated[
    str | None,
    typer.Option("--doublure-van", metavar="NUMMER", help="Het signaal dat al hetzelfde zegt."),
]
UitkomstOption = Annotated[
    str | None, kern.keuze_option("--uitkomst", "UITKOMST", "Waar het op uitkwam", UITKOMSTEN)
]


def nieuw(  # noqa: PLR0913 - a parameter is an option of the command
    *,
    werkmap: kern.MapOption = None,
    datum: kern.DagOption = None,
    bron: BronOption = None,
    anoniem: AnoniemOption = False,
    aanbieder: kern.AanbiederOption = None,
    gemeente: kern.GemeenteOption = None,
    wet: WetOption = None,
    domein: DomeinOption = ["kwaliteit"],  # noqa: B006 - Typer copies it
    financiering: FinancieringOption = None,
    voorziening: VoorzieningOption = None,
    aard: AardOption = None,
    tekst: kern.TekstOption = None,
    tekst_uit: kern.TekstUitOption = None,
    volgt_uit: kern.VolgtUitOption = None,
) -> None:
    """Schrijf een signaal op. Het krijgt zelf een nummer."""
    home = kern.open_werkmap(werkmap)
    nodig = {"--bron": bron, "--wet": wet, "--aard": aard, "--tekst": kern.read_tekst(tekst, tekst_uit)}
    graag = {"--aanbieder": aanbieder, "--gemeente": gemeente}
    given = kern.ask_velden(nodig, {"--bron": BRONNEN, "--wet": kern.WETTEN}, graag, (home, SIGNAAL))
    kern.maak(
        SIGNAAL,
        home,
        {
            "datum": kern.tell_dag(datum).isoformat(),
            "bron": given["--bron"],
            "anoniem": "ja" if anoniem else None,
            "aanbieder": given["--aanbieder"],
            "gemeente": given["--gemeente"],
            "wet": given["--wet"],
            "domein": [*domein],
            "financiering": financiering,
            "voorziening": voorziening,
            "aard": given["--aard"],
            "omschrijving": given["--tekst"],
            "naar_aanleiding_van": list(volgt_uit or ()),
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
    """Laat de signalen zien, met prioriteit en stand."""
    kern.lijst(SIGNAAL, werkmap, Registerkeuze(jaar, gemeente, aanbieder, stand), formaat, None)


def toon(
    nummer: kern.NummerArgument, *, werkmap: kern.MapOption = None, formaat: kern.KaartFormaatOption = "tekst"
) -> None:
    """Laat één signaal zien, met de wegingen, de draad en de volgende stap."""
    kern.toon(SIGNAAL, werkmap, nummer, formaat)


def opvolgen(  # noqa: PLR0913 - as above
    nummer: kern.NummerArgument,
    *,
    werkmap: kern.MapOption = None,
    wat: kern.WatOption = None,
    besluit: BesluitOption = None,
    motivering: MotiveringOption = None,
    doorverwezen_naar: kern.NaarOption = None,
    reden: kern.RedenOption = None,
    doublure_van: DoublureOption = None,
    door: kern.DoorOption = None,
    datum: kern.DagOption = None,
) -> None:
    """Schrijf een stap op, het besluit, aan wie het is doorgegeven, of dat het een doublure is."""
    from toezicht_cli.services.registerstappen import Stappen, follow_up

    if motivering and not besluit:
        raise ToezichtError("--motivering hoort bij --besluit")
    stappen = Stappen(wat, besluit, motivering, doorverwezen_naar, reden, doublure_van)
    home = kern.open_werkmap(werkmap)
    done = follow_up(home, SIGNAAL, nummer, stappen, (kern.tell_dag(datum), door))
    emit(f"Signaal {nummer}: {done}\n")


def afhandelen(  # noqa: PLR0913 - as above
    nummer: kern.NummerArgument,
    *,
    werkmap: kern.MapOption = None,
    uitkomst: UitkomstOption = None,
    toelichting: kern.ToelichtingOption = None,
    door: kern.DoorOption = None,
    datum: kern.DagOption = None,
) -> None:
    """Sluit een signaal af, met waar het op uitkwam."""
    from toezicht_cli.services.registerstappen import close_entry

    given = kern.ask_velden({"--uitkomst": uitkomst}, {"--uitkomst": UITKOMSTEN}, {})["--uitkomst"]
    home = kern.open_werkmap(werkmap)
    dag: date = datum or today()
    emit(f"Signaal {nummer}: {close_entry(home, SIGNAAL, nummer, (given, toelichting), (dag, door))}\n")


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="lijst")
    add_command(group, lijst, None, _EPILOG)
    add_command(group, nieuw, None, _EPILOG_NIEUW)
    add_command(group, toon, None, _EPILOG)
    add_command(group, weeg, None, EPILOG_WEEG)
    add_command(group, opvolgen, None, _EPILOG_OPVOLGEN)
    add_command(group, afhandelen, None, _EPILOG_AFHANDELEN)
    add_inlezen(group, SIGNAAL)
    add_hernummer(group, SIGNAAL)
    app.add_typer(group, name="signaal", rich_help_panel=panel)
