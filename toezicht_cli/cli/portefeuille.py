"""Commands ``toezicht portefeuille``: ``toon`` and ``trends``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli.common import HIER, complete, emit, formaat_option, one_of, say, today, view
from toezicht_cli.cli.datumoptie import PeildatumOption
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.outputs import find_output, output_names
from toezicht_cli.services.portefeuillevraag import Vraag

if TYPE_CHECKING:  # importing it takes longer than showing the help
    from toezicht_cli.services.portefeuille import Lezing

_UITLEG = "Alle onderzoeken van een werkmap naast elkaar, en wat de cijfers over de jaren laten zien."
_EPILOG = """
Voorbeelden:  toezicht portefeuille  ·  toezicht portefeuille --te-laat  ·  toezicht portefeuille trends
"""
_EPILOG_TOON = """
Voorbeelden:  toezicht portefeuille --gemeente Waterstad  ·  toezicht portefeuille --sorteer te-laat
              toezicht portefeuille --formaat csv > portefeuille.csv

Wat al eens gelezen is en niet veranderd, wordt niet opnieuw gelezen. Met --zonder-cache wel.

Uitkomst 0: gelezen. 2: verkeerd gebruik, of er is geen onderzoek.
"""
_EPILOG_TRENDS = """
Voorbeeld:  toezicht portefeuille trends --kader ggd-gelderland-zuid

Alleen vastgestelde onderzoeken tellen mee. De cijfers gaan over de aanbieders die onderzocht zijn.

Uitkomst 0: gelezen. 2: verkeerd gebruik, of er is geen onderzoek.
"""
_FASEN = ("voorbereiding", "uitvoering", "conceptrapport", "reactie-aanbieder", "definitief")
_VOLGORDEN = ("onderzoek", "aanbieder", "gemeente", "fase", "te-laat", "open")
_FORMATEN = output_names("portefeuille")

WerkmapArgument = Annotated[
    Path,
    typer.Argument(
        metavar="[WERKMAP]",
        help="De werkmap. Zonder WERKMAP: die waarin je staat, of erboven.",
        show_default=False,
    ),
]
GemeenteOption = Annotated[
    str | None, typer.Option("--gemeente", metavar="NAAM", help="Alleen onderzoeken voor deze gemeente.")
]
KaderOption = Annotated[
    str | None,
    typer.Option(
        "--kader", metavar="NAAM", help="Alleen dit kader: naam@versie, of de naam voor alle versies."
    ),
]
FaseOption = Annotated[
    str | None,
    typer.Option(
        "--fase",
        metavar="FASE",
        help=f"Alleen deze fase: {', '.join(_FASEN)}.",
        callback=one_of(_FASEN),
        autocompletion=complete(_FASEN),
    ),
]
SoortOption = Annotated[
    str | None, typer.Option("--soort-toezicht", metavar="SOORT", help="Alleen deze soort toezicht.")
]
AanbiederOption = Annotated[
    str | None,
    typer.Option("--aanbieder", metavar="WOORD", help="Alleen aanbieders met dit woord in de naam."),
]
TeLaatOption = Annotated[bool, typer.Option("--te-laat", help="Alleen onderzoeken waarbij iets te laat is.")]
SorteerOption = Annotated[
    str,
    typer.Option(
        "--sorteer",
        metavar="|".join(_VOLGORDEN),
        help="Waarop de lijst geordend is.",
        callback=one_of(_VOLGORDEN),
        autocompletion=complete(_VOLGORDEN),
    ),
]
FormaatOption = Annotated[
    str,
    typer.Option(
        "--formaat",
        metavar="|".join(_FORMATEN),
        help="Vorm van de uitvoer.",
        callback=one_of(_FORMATEN),
        autocompletion=complete(_FORMATEN),
    ),
]
TrendformaatOption = Annotated[str, formaat_option("trends")]
CacheOption = Annotated[
    bool, typer.Option("--zonder-cache", help="Lees alles opnieuw, en bewaar niets voor een volgende keer.")
]
StilOption = Annotated[bool, typer.Option("--stil", help="Toon geen voortgang.")]


def toon(  # noqa: PLR0913 - a parameter is an option of the command
    werkmap: WerkmapArgument = HIER,
    *,
    gemeente: GemeenteOption = None,
    kader: KaderOption = None,
    fase: FaseOption = None,
    soort_toezicht: SoortOption = None,
    aanbieder: AanbiederOption = None,
    te_laat: TeLaatOption = False,
    peildatum: PeildatumOption = None,
    sorteer: SorteerOption = "onderzoek",
    formaat: FormaatOption = "tekst",
    zonder_cache: CacheOption = False,
    stil: StilOption = False,
) -> None:
    """Laat alle onderzoeken zien: de fase, de oordelen, open punten en wat te laat is."""
    vraag = Vraag(gemeente, kader, fase, soort_toezicht, aanbieder, te_laat, sorteer, peildatum or today())
    _answer("portefeuille", formaat, werkmap, vraag, zonder_cache=zonder_cache, stil=stil)


def trends(  # noqa: PLR0913 - a parameter is an option of the command
    werkmap: WerkmapArgument = HIER,
    *,
    gemeente: GemeenteOption = None,
    kader: KaderOption = None,
    soort_toezicht: SoortOption = None,
    aanbieder: AanbiederOption = None,
    formaat: TrendformaatOption = "tekst",
    zonder_cache: CacheOption = False,
    stil: StilOption = False,
) -> None:
    """Laat per kader en jaar zien hoe de oordelen verdeeld zijn, en welke normen vaak niet gehaald worden."""
    vraag = Vraag(gemeente, kader, None, soort_toezicht, aanbieder, peildatum=today())
    _answer("trends", formaat, werkmap, vraag, zonder_cache=zonder_cache, stil=stil)


def _answer(  # noqa: PLR0913 - nearly all options of both commands come together here
    soort: str, formaat: str, werkmap: Path, vraag: Vraag, *, zonder_cache: bool, stil: bool
) -> None:
    """Print the answer: the one that was given before, when nothing changed since."""
    from toezicht_cli.services.antwoord import Antwoord, find_antwoord

    kijk = view()

    def make() -> Antwoord:
        from toezicht_cli.services.portefeuille import say_left_out

        lezing = _read(werkmap, vraag, zonder_cache=zonder_cache, stil=stil)
        shown = lezing.overzicht if soort == "portefeuille" else lezing.overzicht.trends
        zin = say_left_out(shown) if formaat == "csv" else ""
        if zin:
            say(f"let op: {zin}")
        return Antwoord(find_output(soort, formaat).render(shown, kijk), not (lezing.meldingen or zin))

    if zonder_cache:
        emit(make().tekst)
    else:
        emit(find_antwoord(werkmap, (soort, formaat, kijk, today(), vraag), make))


def _read(werkmap: Path, vraag: Vraag, *, zonder_cache: bool, stil: bool) -> "Lezing":
    from toezicht_cli.cli.voortgangsbalk import show_voortgang
    from toezicht_cli.services.portefeuille import report_portefeuille

    try:
        with show_voortgang("Onderzoeken lezen", stil=stil) as tell:
            lezing = report_portefeuille(werkmap, vraag, zonder_cache=zonder_cache, tell=tell)
    except KeyboardInterrupt:
        if not zonder_cache:
            say("\nWat al gelezen is, blijft bewaard: de volgende keer gaat het daar verder.")
        raise
    for melding in lezing.meldingen:
        say(f"let op: {melding}")
    return lezing


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="toon")
    add_command(group, toon, None, _EPILOG_TOON)
    add_command(group, trends, None, _EPILOG_TRENDS)
    app.add_typer(group, name="portefeuille", rich_help_panel=panel)
