"""Command ``toezicht voorbereiden``: make letters and lists, and read back what was filled in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli.common import (
    HIER,
    ExitCode,
    OnderzoekArgument,
    complain,
    complete,
    emit,
    progress,
    say,
    split_by,
    today,
    view,
)
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.rendering.writers import writer_names

if TYPE_CHECKING:
    from toezicht_cli.services.lijstinlezen import Inlezing
    from toezicht_cli.services.voorbereiden import Voorbereiding

_UITLEG = "Maak brieven, vragen en lijsten vooraf, en lees in wat er terugkomt."
_EPILOG = "Voorbeelden:  toezicht voorbereiden  ·  toezicht voorbereiden lees uitvraaglijst.xlsx"
_MAAK = """
Voorbeelden:  toezicht voorbereiden  ·  toezicht voorbereiden --alleen leidraad --formaat pdf

Alles komt in bijlagen/voorbereiding/. Een bestand dat je zelf veranderde, blijft zoals het is.

Uitkomst 0: gemaakt. 1: er staat een fout in de weg. 2: verkeerd gebruik, of een bestand bleef zoals het was.
"""
_LEES = """
Voorbeeld:  toezicht voorbereiden lees uitvraaglijst.xlsx

Een uitvraaglijst komt in uitvraag.yaml, een dossierlijst geteld in cijfers.yaml.

Uitkomst 0: ingelezen. 1: een regel kon niet overgenomen worden. 2: verkeerd gebruik, of niets ingelezen.
"""
DELEN = ("aankondiging", "uitvraag", "leidraad", "dossierlijst")
FORMATEN = (*writer_names(), "xlsx")


FormaatOption = Annotated[
    list[str],
    typer.Option(
        "--formaat",
        metavar="|".join(FORMATEN),
        help="Wat er gemaakt wordt; meer met een komma ertussen. Anders: docx,pdf,xlsx.",
        show_default=False,
        callback=split_by(FORMATEN),
        autocompletion=complete(FORMATEN),
    ),
]
AlleenOption = Annotated[
    list[str],
    typer.Option(
        "--alleen",
        metavar="|".join(DELEN),
        help="Alleen deze delen; meer met een komma ertussen. Anders: alles.",
        show_default=False,
        callback=split_by(DELEN),
        autocompletion=complete(DELEN),
    ),
]
UitOption = Annotated[
    Path | None,
    typer.Option("--uit", metavar="MAP", help="Waar de bestanden komen.", show_default=False),
]
OpnieuwOption = Annotated[
    bool, typer.Option("--opnieuw", help="Schrijf ook over bestanden heen die je zelf veranderde.")
]
BestandArgument = Annotated[
    Path, typer.Argument(metavar="BESTAND", help="De ingevulde lijst (.xlsx).", show_default=False)
]
ProefOption = Annotated[bool, typer.Option("--proef", help="Laat alleen zien wat er zou veranderen.")]
BronOption = Annotated[
    str | None,
    typer.Option(
        "--bron",
        metavar="NUMMER",
        help="Bij een dossierlijst: de bron van de dossiers; anders die bij de steekproef.",
        show_default=False,
    ),
]


def maak(
    pad: OnderzoekArgument = HIER,
    *,
    formaat: FormaatOption = [],  # noqa: B006 - Typer reads the default and never changes it
    alleen: AlleenOption = [],  # noqa: B006 - as above
    uit: UitOption = None,
    opnieuw: OpnieuwOption = False,
) -> None:
    """Maak de brieven, de leidraad voor gesprekken en de lijsten."""
    from toezicht_cli.loading.vinden import find_onderzoek
    from toezicht_cli.services.voorbereiden import DELEN, STANDAARD, Voorbereidingswens, prepare_onderzoek

    wens = Voorbereidingswens(tuple(formaat) or STANDAARD, tuple(alleen) or DELEN, uit, opnieuw)
    result = prepare_onderzoek(find_onderzoek(pad), Path.cwd(), today(), wens, progress)
    raise typer.Exit(_report(result))


def _report(result: "Voorbereiding") -> ExitCode:
    from toezicht_cli.outputs.controle.tekst import render_errors
    from toezicht_cli.outputs.terminal import one_line

    if result.klaar is None:
        say(render_errors(result.check, view()))
        complain(f"{result.naam}: niets gemaakt, want er staat een fout in de weg", "los eerst de fouten op")
        return ExitCode.FINDINGS
    klaar = result.klaar
    lines = [f"{result.naam}: voorbereiding in {result.map}"]
    lines += [f"  {one_line(name)}" for name in klaar.geschreven]
    lines += [f"  {one_line(name)}  (was al goed)" for name in klaar.gelijk]
    emit("".join(f"{line}\n" for line in (*lines, *result.berichten)))
    if not klaar.behouden:
        return ExitCode.OK
    complain(
        f"zelf veranderd, dus niet overschreven: {', '.join(klaar.behouden)}",
        "geef ze een andere naam of verplaats ze, of gebruik --opnieuw",
    )
    return ExitCode.WRONG_USE


def lees(
    bestand: BestandArgument,
    pad: OnderzoekArgument = HIER,
    *,
    proef: ProefOption = False,
    bron: BronOption = None,
) -> None:
    """Neem over wat er op een uitvraaglijst of dossierlijst is ingevuld."""
    from toezicht_cli.loading.vinden import find_onderzoek
    from toezicht_cli.services.lijstinlezen import find_fout, read_list

    root = find_onderzoek(pad)
    result = read_list(bestand, root, bron, proef=proef)
    emit(_render(result))
    if not proef and result.wijzigingen:
        fout = find_fout(root, today(), result.bestand)
        if fout:
            say(f"toezicht controleer vindt nu een fout in {result.bestand}: {fout}")
    for regel in result.geweigerd:
        complain(f"niet overgenomen: {regel}")
    raise typer.Exit(ExitCode.FINDINGS if result.geweigerd else ExitCode.OK)


def _render(result: "Inlezing") -> str:
    from toezicht_cli.outputs.terminal import one_line

    kop = f"{result.kop}, in {result.bestand}" + (" (proef: er is niets geschreven)" if result.proef else "")
    lines = [kop, *(f"  {one_line(regel)}" for regel in result.wijzigingen)]
    if not result.wijzigingen:
        lines.append("  er verandert niets")
    lines += [f"let op: {one_line(bericht)}" for bericht in result.berichten]
    return "".join(f"{line}\n" for line in lines)


def register(app: typer.Typer, panel: str) -> None:
    """Add the group of commands to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="maak")
    add_command(group, maak, None, _MAAK)
    add_command(group, lees, None, _LEES)
    app.add_typer(group, name="voorbereiden", rich_help_panel=panel)
