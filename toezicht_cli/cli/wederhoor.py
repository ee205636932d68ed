"""Commands ``toezicht wederhoor``, ``wederhoor klaarzetten`` and ``wederhoor lees``."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import (
    HIER,
    ExitCode,
    OnderzoekArgument,
    complain,
    complete,
    emit,
    formaat_option,
    progress,
    say,
    split_by,
    today,
    view,
)
from toezicht_cli.cli.datumoptie import PeildatumOption, parse_dag
from toezicht_cli.cli.dutch import add_command, make_group
from toezicht_cli.cli.wederhoor_lees import add_lees
from toezicht_cli.outputs import find_output

_UITLEG = "Hoor en wederhoor: stuur het concept, lees de reactie in en zie wat er nog moet gebeuren."
_EPILOG = """
Voorbeelden:  toezicht wederhoor  ·  toezicht wederhoor klaarzetten  ·  toezicht wederhoor lees reactie.docx
"""
_EPILOG_TOON = """
Voorbeelden:  toezicht wederhoor  ·  toezicht wederhoor toon --formaat json

Uitkomst 0: gelezen. 1: een bestand is niet te lezen. 2: verkeerd gebruik.
"""
_EPILOG_KLAARZETTEN = """
Voorbeeld:  toezicht wederhoor klaarzetten --verzonden-op 2026-05-11

De documenten komen in bijlagen/wederhoor/. In het Word-bestand ziet iedereen wat een lezer verandert.
De fase wordt reactie-aanbieder en de termijn begint. Versturen doe je zelf.

Uitkomst 0: het staat klaar. 1: er staat een fout in de weg. 2: verkeerd gebruik, of het is al verzonden.
"""
# What an aanbieder can open, and at least one that it can react in.
_FORMATEN = ("docx", "odt", "pdf")


FormatenOption = Annotated[
    list[str],
    typer.Option(
        "--formaat",
        metavar="|".join(_FORMATEN),
        help="Wat er gemaakt wordt; meer met een komma ertussen. Anders: alle drie.",
        show_default=False,
        callback=split_by(_FORMATEN),
        autocompletion=complete(_FORMATEN),
    ),
]
OverzichtOption = Annotated[str, formaat_option("wederhoor")]
VerzondenOption = Annotated[
    date | None,
    typer.Option(
        "--verzonden-op",
        metavar="DAG",
        help="De dag waarop je het concept verstuurt, als 2026-05-11; anders vandaag.",
        parser=parse_dag,
        show_default=False,
    ),
]
UiterlijkOption = Annotated[
    date | None,
    typer.Option(
        "--uiterlijk",
        metavar="DAG",
        help="De laatste dag om te reageren; anders die van de termijn in toezicht.yaml.",
        parser=parse_dag,
        show_default=False,
    ),
]
OpnieuwOption = Annotated[
    bool, typer.Option("--opnieuw", help="Stuur een nieuw concept; de termijn begint opnieuw.")
]


def toon(
    pad: OnderzoekArgument = HIER,
    *,
    peildatum: PeildatumOption = None,
    formaat: OverzichtOption = "tekst",
) -> None:
    """Laat de reacties zien, wat er nog open is en tot wanneer de aanbieder kan reageren."""
    from toezicht_cli.loading.vinden import find_onderzoek
    from toezicht_cli.services.wederhoor import show_wederhoor

    overzicht = show_wederhoor(find_onderzoek(pad), Path.cwd(), peildatum or today())
    emit(find_output("wederhoor", formaat).render(overzicht, view()))
    raise typer.Exit(ExitCode.OK if overzicht.is_leesbaar else ExitCode.FINDINGS)


def klaarzetten(
    pad: OnderzoekArgument = HIER,
    *,
    verzonden_op: VerzondenOption = None,
    formaat: FormatenOption = [],  # noqa: B006 - Typer reads the default and never changes it
    uiterlijk: UiterlijkOption = None,
    opnieuw: OpnieuwOption = False,
) -> None:
    """Maak het concept voor de aanbieder (docx, odt en pdf) en laat de termijn beginnen."""
    from toezicht_cli.diagnostics import CheckResult
    from toezicht_cli.loading.vinden import find_onderzoek
    from toezicht_cli.outputs.controle.tekst import render_errors
    from toezicht_cli.outputs.mededeling import render
    from toezicht_cli.services.wederhoor import report_concept
    from toezicht_cli.services.wederhoor_klaarzetten import Verzendwens, carry_out, propose_concept

    root = find_onderzoek(pad)
    op = verzonden_op or today()
    if verzonden_op is None:
        from toezicht_cli.analysis.werkdagen import in_words

        say(f"De dag van verzending is vandaag, {in_words(op)}. Een andere dag geef je met --verzonden-op.")
    wens = Verzendwens(op, today(), tuple(formaat) or _FORMATEN, uiterlijk, opnieuw)
    found = propose_concept(root, Path.cwd(), wens, progress)
    if isinstance(found, CheckResult):
        say(render_errors(found, view()))
        complain(
            f"{root.name}: geen concept gemaakt, want er staat een fout in de weg", "los eerst de fouten op"
        )
        raise typer.Exit(ExitCode.FINDINGS)
    carry_out(found)
    emit(render(report_concept(found, Path.cwd(), today()), view()))


def register(app: typer.Typer, panel: str) -> None:
    """Add the group to ``app``."""
    group = make_group(_UITLEG, _EPILOG, default="toon")
    add_command(group, toon, None, _EPILOG_TOON)
    add_command(group, klaarzetten, None, _EPILOG_KLAARZETTEN)
    add_lees(group)
    app.add_typer(group, name="wederhoor", rich_help_panel=panel)
