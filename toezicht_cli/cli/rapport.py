"""Command ``toezicht rapport``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import (
    HIER,
    ExitCode,
    HuisstijlOption,
    OnderzoekArgument,
    SjabloonOption,
    complain,
    complete,
    emit,
    one_of,
    progress,
    say,
    split_by,
    today,
    view,
)
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.rendering.writers import writer_names

_EPILOG = """
Voorbeelden:  toezicht rapport  ·  toezicht rapport --formaat pdf,docx  ·  toezicht rapport --controleer

Uitkomst 0: gemaakt, of het rapport klopt. 1: er staat een fout in de weg, of het rapport klopt niet.
2: verkeerd gebruik, of een bestand kon niet gemaakt worden.
"""

FORMATEN = writer_names()
VARIANTEN = ("concept", "definitief")


_GELIJK = "Wat het programma zelf maakte, is precies wat uit de gegevens volgt."
_GEEN_TEGENSPRAAK = "Geen tegenspraak gevonden. Dat bewijst niet dat alles klopt."


FormaatOption = Annotated[
    list[str],
    typer.Option(
        "--formaat",
        metavar="|".join(FORMATEN),
        help="Wat er gemaakt wordt; meer met een komma ertussen. Anders: pdf.",
        show_default=False,
        callback=split_by(FORMATEN),
        autocompletion=complete(FORMATEN),
    ),
]
VariantOption = Annotated[
    str | None,
    typer.Option(
        "--variant",
        metavar="|".join(VARIANTEN),
        help="Anders: definitief in de fase definitief, en eerder een concept.",
        callback=one_of(VARIANTEN),
        autocompletion=complete(VARIANTEN),
        show_default=False,
    ),
]
UitOption = Annotated[
    Path | None,
    typer.Option(
        "--uit",
        metavar="MAP",
        help="Waar de bestanden komen; anders in rapport/ bij het onderzoek.",
        show_default=False,
    ),
]
ControleerOption = Annotated[
    bool, typer.Option("--controleer", help="Maak niets, maar kijk of de rapporten in rapport/ nog kloppen.")
]
BestandOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--bestand",
        metavar="BESTAND",
        help="Met --controleer: een rapport dat elders gemaakt is (pdf, docx, odt, html, md, txt).",
        show_default=False,
    ),
]


def rapport(  # noqa: PLR0913 - one parameter per option of the command
    pad: OnderzoekArgument = HIER,
    *,
    formaat: FormaatOption = [],  # noqa: B006 - Typer reads the default and never changes it
    sjabloon: SjabloonOption = None,
    huisstijl: HuisstijlOption = None,
    variant: VariantOption = None,
    uit: UitOption = None,
    controleer: ControleerOption = False,
    bestand: BestandOption = None,
) -> None:
    """Maak het rapport, of kijk met --controleer of een rapport nog klopt met het onderzoek."""
    if controleer:
        if formaat or variant or uit or sjabloon is not None:
            message = "--controleer maakt niets: het kijkt naar wat er in rapport/ staat"
            raise ToezichtError(message, "laat --formaat, --sjabloon, --variant en --uit weg")
        raise typer.Exit(_check(pad, bestand or [], huisstijl))
    if bestand:
        raise ToezichtError("--bestand hoort bij --controleer", "geef ze samen")
    from toezicht_cli.services.rapport import Wensen

    wensen = Wensen(tuple(formaat) or ("pdf",), sjabloon, huisstijl, variant, uit)  # type: ignore[arg-type]  # one_of looked at the variant
    raise typer.Exit(_make(pad, wensen))


def _make(pad: Path, wensen: object) -> ExitCode:
    from toezicht_cli.outputs.controle.tekst import render_errors
    from toezicht_cli.outputs.rapport.tekst import OUTPUT
    from toezicht_cli.services.plek import find_roots
    from toezicht_cli.services.rapport import Wensen, make_rapport

    assert isinstance(wensen, Wensen)  # noqa: S101 - made above; typed loosely to start fast
    outcome = ExitCode.OK
    for root in find_roots([pad]):
        result = make_rapport(root, Path.cwd(), today(), wensen, progress)
        if not result.bestanden:
            say(render_errors(result.check, view()))
            complain(
                f"{result.naam}: geen rapport, want er staat een fout in de weg", "los eerst de fouten op"
            )
            outcome = ExitCode.FINDINGS
        emit(OUTPUT.render(result, view()))
    return outcome


def _check(pad: Path, bestanden: list[Path], huisstijl: Path | None) -> ExitCode:
    from toezicht_cli.outputs.controle.tekst import OUTPUT
    from toezicht_cli.services.plek import find_roots
    from toezicht_cli.services.rapportcontrole import check_rapporten

    outcome = ExitCode.OK
    for root in find_roots([pad]):
        result = check_rapporten(root, Path.cwd(), today(), bestanden, huisstijl)
        emit(OUTPUT.render(result, view()))
        if result.has_errors:
            outcome = ExitCode.FINDINGS
        elif not result.diagnostics:
            say(_GEEN_TEGENSPRAAK if bestanden else _GELIJK)
    return outcome


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, rapport, panel, _EPILOG)
