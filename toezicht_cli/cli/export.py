"""Command ``toezicht export``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli.common import HIER, ExitCode, complain, emit, one_of, progress, say, split_by, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.outputs import find_output, output_names

if TYPE_CHECKING:
    from toezicht_cli.analysis.exporttabellen import Tabel
    from toezicht_cli.services.export import Exportlezing

_BESTANDEN = ("csv", "xlsx", "parquet")
_ANTWOORDEN = output_names("export")
_FORMATEN = tuple(dict.fromkeys((*_BESTANDEN, *_ANTWOORDEN)))
_TABELLEN = (
    *("onderzoeken", "onderzoek_gemeenten", "normoordelen", "punten", "maatregelen", "termijnen"),
    *("signalen", "wegingen", "meldingen", "gesprekken", "aanbieders"),
)
_EPILOG = """
Voorbeelden:  toezicht export --uit tabellen  ·  toezicht export --uit tabellen --formaat xlsx

toezicht export --sql "SELECT kader, oordeel, count(*) FROM normoordelen GROUP BY ALL ORDER BY ALL"

Uitkomst 0: gemaakt. 1: gemaakt, maar een bestand van een register was niet te lezen.
2: verkeerd gebruik, of niet gemaakt.
"""

WerkmapArgument = Annotated[
    Path,
    typer.Argument(metavar="[WERKMAP]", help="De werkmap; anders die waarin je staat.", show_default=False),
]
TabelOption = Annotated[
    list[str] | None,
    typer.Option(
        "--tabel",
        metavar="NAAM",
        help="Alleen deze tabel; meer met een komma ertussen, en de optie mag vaker.",
        show_default=False,
    ),
]
FormaatOption = Annotated[
    str | None,
    typer.Option(
        "--formaat",
        metavar="|".join(_FORMATEN),
        help="Bestanden: csv (standaard), xlsx of parquet. Met --sql: tekst (standaard), csv of json.",
        callback=one_of(_FORMATEN),
        show_default=False,
    ),
]
UitOption = Annotated[
    Path | None, typer.Option("--uit", metavar="MAP", help="Map voor de bestanden.", show_default=False)
]
SqlOption = Annotated[
    str | None,
    typer.Option("--sql", metavar="VRAAG", help="Beantwoord een vraag in SQL.", show_default=False),
]
TekstOption = Annotated[
    bool, typer.Option("--met-tekst", help="Neem ook de vrije tekst mee: let op de privacy.")
]
CacheOption = Annotated[bool, typer.Option("--zonder-cache", help="Lees elk onderzoek opnieuw.")]


def export(  # noqa: PLR0913 - one parameter per option
    werkmap: WerkmapArgument = HIER,
    *,
    tabel: TabelOption = None,
    formaat: FormaatOption = None,
    uit: UitOption = None,
    sql: SqlOption = None,
    met_tekst: TekstOption = False,
    zonder_cache: CacheOption = False,
) -> None:
    """Zet onderzoeken en registers om in tabellen voor andere programma's."""
    from toezicht_cli.cli.voortgangsbalk import show_voortgang
    from toezicht_cli.services.export import choose_tabellen, read_export

    chosen = _check(formaat, uit, sql)
    namen = split_by(_TABELLEN)(tabel or [])
    with show_voortgang("Onderzoeken lezen", stil=False) as tell:
        lezing = read_export(Path.cwd() / werkmap, tell, zonder_cache=zonder_cache)
    tabellen = choose_tabellen(namen, met_tekst=met_tekst)
    if sql is not None:
        from toezicht_cli.services.sqltabellen import ask

        emit(find_output("export", chosen).render(ask(sql, tabellen, lezing.bron), view()))
    elif uit is not None:
        _write(uit, chosen, tabellen, lezing)
    _tell_faults(lezing)


def _check(formaat: str | None, uit: Path | None, sql: str | None) -> str:
    """Return the format; refuse options that do not go together."""
    if sql is not None and uit is not None:
        raise ToezichtError("--sql en --uit gaan niet samen: het antwoord komt op het scherm")
    if sql is None and uit is None:
        raise ToezichtError("zeg met --uit in welke map de bestanden komen", "of stel een vraag met --sql")
    allowed = _BESTANDEN if sql is None else _ANTWOORDEN
    chosen = formaat or ("csv" if sql is None else "tekst")
    if chosen not in allowed:
        raise ToezichtError(f"--formaat {chosen} kan hier niet", f"kies {', '.join(allowed)}")
    return chosen


def _write(uit: Path, formaat: str, tabellen: "tuple[Tabel, ...]", lezing: "Exportlezing") -> None:
    from toezicht_cli.services.export import list_older, make_files, write_files

    progress("Tabellen maken …")
    files = make_files(tabellen, lezing.bron, formaat)
    for path in write_files(uit, files):
        emit(f"{path.as_posix()}\n")
    for naam in list_older(uit, files):
        say(f"let op: {(uit / naam).as_posix()} is van een eerdere keer, en hoort hier niet bij")


def _tell_faults(lezing: "Exportlezing") -> None:
    """Say what is not in the tables, on stderr; nothing is left out in silence."""
    from toezicht_cli.analysis.woorden import join_some

    for melding in lezing.meldingen:
        say(melding)
    if lezing.ongeteld:
        namen = join_some(lezing.ongeteld)
        complain(
            f"{len(lezing.ongeteld)} van de {len(lezing.bron.zaken)} onderzoeken met fouten: {namen}",
            "hun oordelen staan niet in normoordelen; toezicht controleer wijst de fouten aan",
        )
    for fault in lezing.faults:
        complain(f"{fault.location.file}:{fault.location.line}: {fault.message}", fault.help)
    if lezing.faults:
        raise typer.Exit(ExitCode.FINDINGS)


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, export, panel, _EPILOG)
