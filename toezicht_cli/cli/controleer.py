"""Command ``toezicht controleer``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli.common import HIER, ExitCode, emit, formaat_option, say, today, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.diagnostics import CheckResult, ToezichtError, mask
from toezicht_cli.outputs import find_output
from toezicht_cli.outputs.base import View

if TYPE_CHECKING:
    from toezicht_cli.services.plek import Doelen

_EPILOG = """
Voorbeelden:  toezicht controleer  ·  toezicht controleer --repareer --proef

--repareer schrijft datums als 2025-01-23, zet "1.10" tussen aanhalingstekens en ordent de velden.
De rest van een bestand blijft zoals het is, ook wat achter een # staat.

Uitkomst 0: geen fout. 1: een fout, of met --streng een let-op. 2: controleren of repareren lukte niet.
Met --alleen-nieuw main tellen de meldingen die er op main al waren niet mee.
Met --hoogstens kies je zelf hoeveel er mogen zijn. De vorm van de uitvoer verandert de uitkomst niet.
"""

PadenArgument = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PAD]...", help="Mappen van onderzoeken, of een werkmap voor alles daarin."),
]
FormaatOption = Annotated[str, formaat_option("controle")]
StrengOption = Annotated[bool, typer.Option("--streng", help="Ook een let-op geeft uitkomst 1.")]
HoogstensOption = Annotated[
    list[str] | None,
    typer.Option(
        "--hoogstens",
        metavar="ZWAARTE=GETAL,…",
        help="Hoeveel er mogen zijn, zoals fout=0,let-op=5. Gaat boven wat in toezicht.yaml staat.",
        show_default=False,
    ),
]
AlleenNieuwOption = Annotated[
    str | None,
    typer.Option(
        "--alleen-nieuw",
        metavar="VAN",
        help="Alleen wat erbij kwam sinds de versie VAN in git, zoals main.",
        show_default=False,
    ),
]
RepareerOption = Annotated[
    bool, typer.Option("--repareer", help="Herstel eerst datums, aanhalingstekens en de volgorde van velden.")
]
ProefOption = Annotated[bool, typer.Option("--proef", help="Bij --repareer: laat het alleen zien.")]


def controleer(  # noqa: PLR0913 - one parameter per option of the command
    paden: PadenArgument = None,
    *,
    formaat: FormaatOption = "tekst",
    streng: StrengOption = False,
    hoogstens: HoogstensOption = None,
    alleen_nieuw: AlleenNieuwOption = None,
    repareer: RepareerOption = False,
    proef: ProefOption = False,
) -> None:
    """Controleer onderzoeken op volledigheid en samenhang. Zonder --repareer verandert er niets."""
    from toezicht_cli.services.grenzen import find_grenzen, judge_result
    from toezicht_cli.services.plek import find_doelen

    if proef and not repareer:
        raise ToezichtError("--proef hoort bij --repareer", "typ: toezicht controleer --repareer --proef")
    doelen = find_doelen(paden or [HIER])
    grenzen = find_grenzen((*doelen.roots, *doelen.registers), hoogstens or [], streng=streng)
    repaired = not repareer or _repareer(doelen, formaat, proef=proef)
    result = _check(doelen, alleen_nieuw)
    emit(find_output("controle", formaat).render(result, view()))
    uitslag = judge_result(result, grenzen)
    for zin in uitslag.zinnen:
        say(zin)
    if not repaired:
        raise typer.Exit(ExitCode.WRONG_USE)
    raise typer.Exit(ExitCode.FINDINGS if uitslag.gezakt else ExitCode.OK)


def _check(doelen: "Doelen", alleen_nieuw: str | None) -> CheckResult:
    """Check all, or with a version only what came after it; tell how much is left out then."""
    from toezicht_cli.services.check import check_werkmap

    if alleen_nieuw is None:
        return check_werkmap(doelen, Path.cwd(), today())
    from toezicht_cli.services.nieuwe import check_nieuwe

    result = check_nieuwe(doelen, alleen_nieuw, Path.cwd(), today())
    meldingen = "melding was er al en staat" if result.bekend == 1 else "meldingen waren er al en staan"
    if result.onleesbaar:
        say("Een bestand is niet te lezen. Die fout telt mee, want wat erachter zit is niet te zien.")
    if result.bekend:
        say(f"{result.bekend} {meldingen} er niet bij: --alleen-nieuw {mask(alleen_nieuw)}")
    return result


def _repareer(doelen: "Doelen", formaat: str, *, proef: bool) -> bool:
    """Repair and tell about it; return whether all of it worked.

    Beside a format for programs the telling goes to stderr: stdout is theirs.
    """
    from toezicht_cli.services.repareer import repareer_onderzoeken

    reparatie = repareer_onderzoeken(doelen.roots, Path.cwd(), proef=proef, registers=doelen.registers)
    render = find_output("reparatie", "tekst").render
    if formaat == "tekst":
        emit(render(reparatie, view()) + "\n")
    else:
        say(render(reparatie, View()).rstrip())
    return not reparatie.mislukt


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, controleer, panel, _EPILOG)
