"""Command ``toezicht vaststellen``."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli.common import (
    HIER,
    ExitCode,
    OnderzoekArgument,
    complain,
    emit,
    progress,
    say,
    today,
    view,
)
from toezicht_cli.cli.datumoptie import DatumOption
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.cli.rapport import FormaatOption
from toezicht_cli.diagnostics import ToezichtError

if TYPE_CHECKING:
    from toezicht_cli.services.vaststellen import Besluit, Weigering

_EPILOG = """
Voorbeeld:  toezicht vaststellen --door "J. Voorbeeld" --functie "manager toezicht"

Een nieuwe versie:  toezicht vaststellen --herzie --reden "De aanbieder leverde alsnog een verslag."

Uitkomst 0: vastgesteld. 1: er staat een fout in de weg. 2: verkeerd gebruik, of er is niets te doen.
"""
_MAX_NORMEN = 10

DoorOption = Annotated[str | None, typer.Option("--door", metavar="NAAM", help="Wie vaststelt.")]
FunctieOption = Annotated[
    str | None, typer.Option("--functie", metavar="FUNCTIE", help="De functie van wie vaststelt.")
]
MandaatOption = Annotated[
    str | None,
    typer.Option("--mandaat", metavar="BESLUIT", help="Het mandaat, als wie vaststelt dat nodig heeft."),
]
HerzieOption = Annotated[
    bool, typer.Option("--herzie", help="Maak een nieuwe versie, die de vorige vervangt.")
]
RedenOption = Annotated[
    str | None, typer.Option("--reden", metavar="REDEN", help="Bij --herzie: waarom er een nieuwe versie is.")
]
TagOption = Annotated[
    bool, typer.Option("--tag", help="Zet in git een tag op de versie die geldt, als zij is vastgelegd.")
]
ProefOption = Annotated[bool, typer.Option("--proef", help="Kijk of het kan; schrijf niets.")]


def vaststellen(  # noqa: PLR0913 - one parameter per option
    pad: OnderzoekArgument = HIER,
    *,
    door: DoorOption = None,
    functie: FunctieOption = None,
    mandaat: MandaatOption = None,
    datum: DatumOption = None,
    formaat: FormaatOption = [],  # noqa: B006 - Typer reads the default and never changes it
    herzie: HerzieOption = False,
    reden: RedenOption = None,
    tag: TagOption = False,
    proef: ProefOption = False,
) -> None:
    """Maak het rapport definitief: controleer alles, maak de documenten en leg vast waar ze op rusten."""
    from toezicht_cli.cli.opgave import ask_reden
    from toezicht_cli.loading.vinden import find_onderzoek

    root = find_onderzoek(pad)
    if tag:
        if any((door, functie, mandaat, datum, formaat, herzie, reden, proef)):
            message = "--tag zet alleen een tag op de versie die er al is"
            raise ToezichtError(message, "stel eerst vast zonder --tag, en leg de bestanden vast in git")
        _tag(root)
        return
    if reden and not herzie:
        raise ToezichtError("--reden hoort bij --herzie", "zet --herzie erbij voor een nieuwe versie")
    besluit = _complete(door, functie, mandaat, datum, ask_reden(reden) if herzie else None)
    raise typer.Exit(_make(root, besluit, tuple(formaat) or ("pdf",), proef=proef))


def _complete(
    door: str | None, functie: str | None, mandaat: str | None, datum: date | None, reden: str | None
) -> "Besluit":
    """Return who decides and when; ask on a terminal for what is missing, and never make it up."""
    from toezicht_cli.cli.opgave import ask_missing
    from toezicht_cli.services.vaststellen import Besluit

    given = ask_missing({"--door": door, "--functie": functie}, {"--mandaat": mandaat})
    if datum is None:
        datum = today()
        from toezicht_cli.analysis.werkdagen import in_words

        say(f"De dag van vaststelling is vandaag, {in_words(datum)}. Een andere dag geef je met --datum.")
    return Besluit(
        given["--door"], given["--functie"], given["--mandaat"] or None, datum, max(today(), datum), reden
    )


def _make(root: Path, besluit: "Besluit", formaten: tuple[str, ...], *, proef: bool) -> ExitCode:
    from toezicht_cli.analysis.vingerafdruk import show_kenmerk
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.vaststellen import Weigering, carry_out, propose
    from toezicht_cli.services.vaststelverslag import report

    found = propose(root, Path.cwd(), besluit, formaten, progress)
    if isinstance(found, Weigering):
        _refuse(root, found)
        return ExitCode.FINDINGS
    if not proef:
        carry_out(found)
    # By itself: in a message the digits of a fingerprint would be hidden, as those of a BSN are.
    emit(f"Vingerafdruk van de gegevens: {show_kenmerk(found.versie.gegevens)}\n\n")
    emit(render(report(found, Path.cwd(), proef=proef), view()))
    return ExitCode.OK


def _refuse(root: Path, weigering: "Weigering") -> None:
    from toezicht_cli.outputs.controle.tekst import render_errors

    name = root.name
    if not weigering.normen:
        say(render_errors(weigering.check, view()))
        complain(f"{name}: niet vastgesteld, want er staat een fout in de weg", "los eerst de fouten op")
        return
    shown = ", ".join(weigering.normen[:_MAX_NORMEN])
    more = len(weigering.normen) - _MAX_NORMEN
    names = f"{shown} en nog {more}" if more > 0 else shown
    complain(
        f"{name}: niet vastgesteld, want het kader mist de officiële tekst van {names}",
        "vul tekst_officieel in het kader; is de bewoording van je eigen organisatie, zet er dan "
        "eigen_bewoording: ja in",
    )


def _tag(root: Path) -> None:
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.versietag import tag_versie

    emit(render(tag_versie(root), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, vaststellen, panel, _EPILOG)
