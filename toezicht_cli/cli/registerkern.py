"""Registerkern: what the commands of the four registers share."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from toezicht_cli.cli.common import ExitCode, complete, emit, formaat_option, one_of, say, today, view
from toezicht_cli.cli.datumoptie import DatumOption, PeildatumOption, parse_dag
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.outputs import find_output
from toezicht_cli.services.registersoort import Registersoort

if TYPE_CHECKING:
    from toezicht_cli.analysis.registerlijst import Registerkeuze

WETTEN = ("wmo-2015", "jeugdwet", "wlz", "zvw", "onbekend")
_MOST_BYTES = 100_000
MapOption = Annotated[
    Path | None,
    typer.Option(
        "--werkmap", metavar="MAP", help="De werkmap; anders die waarin je staat.", show_default=False
    ),
]
NummerArgument = Annotated[str, typer.Argument(metavar="NUMMER", help="Het nummer, zoals S-2026-001.")]
DagOption = DatumOption
AanbiederOption = Annotated[
    str | None, typer.Option("--aanbieder", metavar="NAAM", help="De aanbieder, zoals in aanbieders/.")
]
GemeenteOption = Annotated[
    str | None, typer.Option("--gemeente", metavar="NAAM", help="De gemeente, zoals in toezicht.yaml.")
]
GemeentenOption = Annotated[
    list[str] | None, typer.Option("--gemeente", metavar="NAAM", help="Een gemeente; mag vaker.")
]
VolgtUitOption = Annotated[
    list[str] | None,
    typer.Option("--naar-aanleiding-van", metavar="NUMMER", help="Waar dit uit volgt; mag vaker."),
]
TekstOption = Annotated[
    str | None, typer.Option("--tekst", metavar="TEKST", help="Wat er is gezegd of gebeurd, zonder namen.")
]
TekstUitOption = Annotated[
    Path | None,
    typer.Option("--tekst-uit", metavar="BESTAND", help="Neem de tekst uit een bestand; - is de invoer."),
]
DoorOption = Annotated[str | None, typer.Option("--door", metavar="NAAM", help="Wie het deed.")]
WatOption = Annotated[str | None, typer.Option("--wat", metavar="TEKST", help="Wat er gedaan is.")]
NaarOption = Annotated[
    str | None,
    typer.Option("--doorverwezen-naar", metavar="PARTIJ", help="Aan wie het is doorgegeven, zoals igj."),
]
RedenOption = Annotated[
    str | None, typer.Option("--reden", metavar="TEKST", help="Waarom het is doorgegeven.")
]
ToelichtingOption = Annotated[
    str | None, typer.Option("--toelichting", metavar="TEKST", help="Wat een lezer moet weten.")
]
JaarOption = Annotated[str | None, typer.Option("--jaar", metavar="JAAR", help="Alleen dit jaar.")]
TeLaatOption = Annotated[bool, typer.Option("--te-laat", help="Alleen wat te laat is.")]
LijstFormaatOption = Annotated[str, formaat_option("registerlijst")]
KaartFormaatOption = Annotated[str, formaat_option("registerkaart")]
PeildagOption = PeildatumOption


def keuze_option(naam: str, metavar: str, uitleg: str, choices: tuple[str, ...]) -> Any:  # noqa: ANN401 - Typer types its own options as Any
    """Return an option that takes one of ``choices``, which its help names."""
    return typer.Option(
        naam,
        metavar=metavar,
        help=f"{uitleg}: {', '.join(choices)}.",
        callback=one_of(choices),
        autocompletion=complete(choices),
        show_default=False,
    )


def dag_option(naam: str, uitleg: str) -> Any:  # noqa: ANN401 - as above
    """Return an option that takes one day."""
    return typer.Option(naam, metavar="DAG", help=uitleg, parser=parse_dag, show_default=False)


def open_werkmap(gegeven: Path | None) -> Path:
    """Return the werkmap that was named, or the one around here; raise ToezichtError without one."""
    from toezicht_cli.services.registers import require_werkmap

    return require_werkmap(gegeven or Path())


def read_tekst(tekst: str | None, bestand: Path | None) -> str | None:
    """Return the text that was given, or the one in a file.

    Raises:
        ToezichtError: both were given, or the file cannot be read.
    """
    if bestand is None:
        return tekst
    if tekst is not None:
        raise ToezichtError("geef --tekst of --tekst-uit, niet allebei")
    try:
        content = _read_bytes(bestand)
        tekst = content.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise ToezichtError(f"{bestand} is niet te lezen als tekst", "sla het op als UTF-8") from error
    except OSError as error:
        raise ToezichtError(f"{bestand} is niet te lezen", "kijk of het bestand er is") from error
    if len(content) > _MOST_BYTES:
        raise ToezichtError(f"{bestand} is groter dan {_MOST_BYTES // 1000} kB", "maak de tekst korter")
    return tekst


def _read_bytes(bestand: Path) -> bytes:
    """Return the content of a file or of the input, one byte more than may be at most."""
    if str(bestand) == "-":
        return sys.stdin.buffer.read(_MOST_BYTES + 1)
    with bestand.open("rb") as stream:
        return stream.read(_MOST_BYTES + 1)


def ask_velden(
    nodig: Mapping[str, str | None],
    keuzes: Mapping[str, tuple[str, ...]],
    graag: Mapping[str, str | None],
    waar: tuple[Path, Registersoort] | None = None,
) -> dict[str, str]:
    """Return a value for every option, asked for on a terminal where it was not given.

    Args:
        waar: the werkmap and the register that the answers are for; then each is checked when it is given.
        nodig: the options that must have a value, with what was given.
        keuzes: the words that an option takes; on a terminal they are shown with numbers.
        graag: the options that may stay empty.

    Raises:
        ToezichtError: something is missing and nobody can be asked; all of it is named.
    """
    from toezicht_cli.cli.opgave import accept, ask_missing
    from toezicht_cli.cli.vragen import can_ask
    from toezicht_cli.services.registernieuw import make_check

    given = dict(nodig)
    if can_ask():
        for optie, waarde in nodig.items():
            if not waarde and optie in keuzes:
                given[optie] = _choose(optie, keuzes[optie])
    return ask_missing(given, graag, make_check(*waar) if waar and can_ask() else accept)


def _choose(optie: str, choices: tuple[str, ...]) -> str:
    """Ask for one of ``choices``, by its number or by itself, until there is an answer."""
    from toezicht_cli.cli.common import complain
    from toezicht_cli.services.nieuw import find_keuze

    say(f"{optie.removeprefix('--').replace('-', ' ').capitalize()}?")
    for number, choice in enumerate(choices, 1):
        say(f"  {number}  {choice}")
    while True:
        try:
            return find_keuze(str(typer.prompt("Nummer of naam", err=True)).strip(), choices)
        except ToezichtError as error:
            complain(str(error), error.help)


def tell_dag(datum: date | None) -> date:
    """Return the day that was given, or today; say so then."""
    from toezicht_cli.analysis.werkdagen import in_words

    if datum is not None:
        return datum
    say(f"De dag is vandaag, {in_words(today())}. Een andere dag geef je met --datum.")
    return today()


def maak(soort: Registersoort, werkmap: Path, velden: Mapping[str, YamlValue]) -> None:
    """Write a new entry, and say its number, who is competent, and what comes next."""
    from toezicht_cli.outputs.mededeling import Mededeling, render
    from toezicht_cli.services.plek import Paden
    from toezicht_cli.services.registerkaart import show_entry
    from toezicht_cli.services.registernieuw import create_entry
    from toezicht_cli.services.registersoort import file_of
    from toezicht_cli.services.registervraag import describe_bevoegdheid

    nummer = create_entry(werkmap, soort, velden)
    pad = Paden.around(werkmap, Path.cwd()).shown(werkmap / file_of(soort, nummer))
    volgende = show_entry(werkmap, soort, nummer).volgende
    regels = [f"Het staat in {pad}", *describe_bevoegdheid(werkmap, nummer, velden)]
    opdrachten = (volgende,) if volgende else ()
    emit(
        render(
            Mededeling(f"{soort.naam.capitalize()} {nummer} is opgeschreven", tuple(regels), opdrachten),
            view(),
        )
    )


def lijst(
    soort: Registersoort, werkmap: Path | None, keuze: "Registerkeuze", formaat: str, peildatum: date | None
) -> None:
    """Print the entries of a register; exit 1 when a file could not be read."""
    from toezicht_cli.services.registerlijst import list_register

    found = list_register(open_werkmap(werkmap), soort, keuze, peildatum or today())
    emit(find_output("registerlijst", formaat).render(found, view()))
    raise typer.Exit(ExitCode.FINDINGS if found.onleesbaar else ExitCode.OK)


def toon(soort: Registersoort, werkmap: Path | None, nummer: str, formaat: str) -> None:
    """Print one entry."""
    from toezicht_cli.services.registerkaart import show_entry

    emit(
        find_output("registerkaart", formaat).render(show_entry(open_werkmap(werkmap), soort, nummer), view())
    )
