"""Commands ``toezicht opvolging``: ``toon`` and ``noteer``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.analysis.opvolging import STATUSSEN
from toezicht_cli.cli.common import (
    HIER,
    ExitCode,
    OnderzoekArgument,
    complete,
    emit,
    formaat_option,
    one_of,
    say,
    today,
    view,
)
from toezicht_cli.cli.datumoptie import DatumOption, PeildatumOption
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.outputs import find_output

_UITLEG = "Volg de punten op: zie hoe ze ervoor staan, of noteer een stap."
_EPILOG = """
Voorbeelden:  toezicht opvolging --te-laat  ·  toezicht opvolging noteer V01 --status deels --bewijs B12
"""
_EPILOG_TOON = """
Voorbeelden:  toezicht opvolging  ·  toezicht opvolging --te-laat  ·  toezicht opvolging --punt V01

Een punt is te laat vanaf de dag na zijn uiterste datum, tot vastgesteld is dat het geborgd is.

Uitkomst 0: gelezen. 1: een bestand is niet te lezen. 2: verkeerd gebruik.
"""
_EPILOG_NOTEER = """
Voorbeeld:  toezicht opvolging noteer V01 --status geborgd-vastgesteld --bewijs O05 --door "Toezichthouder 1"

Bij geborgd-vastgesteld horen een bron en wie het zag. Wat de aanbieder zelf zegt, is
gereed-volgens-aanbieder.
"""

FormaatOption = Annotated[str, formaat_option("opvolging")]
ThemaOption = Annotated[str | None, typer.Option("--thema", metavar="THEMA", help="Alleen dit thema.")]
NormOption = Annotated[str | None, typer.Option("--norm", metavar="NORM", help="Alleen deze norm.")]
PuntOption = Annotated[
    str | None, typer.Option("--punt", metavar="PUNT", help="Eén punt, met alles wat erover opgeschreven is.")
]
TeLaatOption = Annotated[bool, typer.Option("--te-laat", help="Toon alleen de punten die te laat zijn.")]
PuntArgument = Annotated[str, typer.Argument(metavar="PUNT", help="Nummer van het punt, zoals V01.")]
StatusOption = Annotated[
    str,
    typer.Option(
        "--status",
        metavar="STATUS",
        help=f"Hoe het punt ervoor staat: {', '.join(STATUSSEN)}.",
        callback=one_of(STATUSSEN),
        autocompletion=complete(STATUSSEN),
    ),
]
BewijsOption = Annotated[
    str | None, typer.Option("--bewijs", metavar="BRONNEN", help="Waaruit het blijkt, zoals B12,B13.")
]
DoorOption = Annotated[str | None, typer.Option("--door", metavar="NAAM", help="Wie het beoordeelde.")]
ToelichtingOption = Annotated[
    str | None, typer.Option("--toelichting", metavar="TEKST", help="Wat er gezien is.")
]


def toon(  # noqa: PLR0913 - a parameter is an option of the command
    pad: OnderzoekArgument = HIER,
    *,
    peildatum: PeildatumOption = None,
    thema: ThemaOption = None,
    norm: NormOption = None,
    punt: PuntOption = None,
    te_laat: TeLaatOption = False,
    formaat: FormaatOption = "tekst",
) -> None:
    """Laat zien hoe elk punt ervoor staat, per thema, en wat te laat is."""
    from toezicht_cli.services.opvolging import Keuze, report_opvolging

    keuze = Keuze(thema, norm, punt, te_laat)
    stand = report_opvolging(pad, Path.cwd(), peildatum or today(), keuze)
    emit(find_output("opvolging", formaat).render(stand, view()))
    raise typer.Exit(ExitCode.OK if stand.is_leesbaar else ExitCode.FINDINGS)


def noteer(  # noqa: PLR0913 - a parameter is an option of the command
    punt: PuntArgument,
    pad: OnderzoekArgument = HIER,
    *,
    status: StatusOption,
    datum: DatumOption = None,
    bewijs: BewijsOption = None,
    door: DoorOption = None,
    toelichting: ToelichtingOption = None,
) -> None:
    """Schrijf op hoe een punt er nu voor staat, met waaruit dat blijkt en wie het zag."""
    from toezicht_cli.analysis.ketenwoorden import opvolging_tekst
    from toezicht_cli.analysis.werkdagen import in_words
    from toezicht_cli.loading.vinden import find_onderzoek
    from toezicht_cli.services.lijstinlezen import find_fout
    from toezicht_cli.services.opvolgnotitie import BESTAND, Notitie, note_opvolging

    root = find_onderzoek(pad)
    if datum is None:
        datum = today()
        say(f"De dag is vandaag, {in_words(datum)}. Een andere dag geef je met --datum.")
    bronnen = tuple(bron.strip() for bron in (bewijs or "").split(",") if bron.strip())
    [gekozen] = [one for one in STATUSSEN if one == status]
    gemaakt = note_opvolging(root, Notitie(punt, gekozen, datum, bronnen, door, toelichting))
    emit(f"Punt {gemaakt.id} · {opvolging_tekst(gemaakt.opvolging[-1])}\n")
    fout = find_fout(root, today(), BESTAND)
    if fout:
        say(fout)


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="toon")
    add_command(group, toon, None, _EPILOG_TOON)
    add_command(group, noteer, None, _EPILOG_NOTEER)
    app.add_typer(group, name="opvolging", rich_help_panel=panel)
