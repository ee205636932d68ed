"""Command ``toezicht jaarverslag``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from toezicht_cli.cli.common import (
    ExitCode,
    HuisstijlOption,
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
from toezicht_cli.cli.datumoptie import PeildatumOption
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.outputs import find_output, output_names
from toezicht_cli.rendering.writers import writer_names

if TYPE_CHECKING:
    from toezicht_cli.analysis.jaarverslag import Jaarverslag
    from toezicht_cli.services.jaardocument import Documentwens

_EPILOG = """
Voorbeelden:  toezicht jaarverslag 2026  ·  toezicht jaarverslag 2026 --gemeente Waterstad --formaat pdf,docx
toezicht jaarverslag 2026 --igj csv

De cijfers komen uit de registers en onderzoeken van de werkmap. Van een jaar zonder register komen ze
uit jaarcijfers/.

Uitkomst 1: iets kon niet gelezen of geteld worden. Het staat op het scherm genoemd, en de cijfers missen het.
"""
TEKSTEN = output_names("jaarverslag")
FORMATEN = (*TEKSTEN, *writer_names())
BLOKKEN = output_names("jaarblok")
_EERSTE, _LAATSTE = 1990, 2100


def parse_jaar(text: str) -> int:
    """Return the year that ``text`` writes; raise BadParameter in Dutch for anything else."""
    if len(text) != 4 or not (text.isascii() and text.isdigit()) or not _EERSTE <= int(text) <= _LAATSTE:
        raise typer.BadParameter(f"dit is geen jaar van {_EERSTE} tot en met {_LAATSTE}")
    return int(text)


JaarArgument = Annotated[int, typer.Argument(metavar="JAAR", help="Het jaar, zoals 2026.", parser=parse_jaar)]
MapArgument = Annotated[
    Path,
    typer.Argument(metavar="[WERKMAP]", help="De werkmap; anders die waarin je staat.", show_default=False),
]
GemeenteOption = Annotated[
    str | None, typer.Option("--gemeente", metavar="NAAM", help="Alleen de cijfers van deze gemeente.")
]
FormaatOption = Annotated[
    list[str],
    typer.Option(
        "--formaat",
        metavar="|".join(FORMATEN),
        help="Anders: tekst. Een document (pdf, docx, …) komt in --uit; meer met een komma ertussen.",
        show_default=False,
        callback=split_by(FORMATEN),
        autocompletion=complete(FORMATEN),
    ),
]
UitOption = Annotated[
    Path, typer.Option("--uit", metavar="MAP", help="Waar documenten komen; anders hier.", show_default=False)
]
IgjOption = Annotated[
    str | None,
    typer.Option(
        "--igj",
        metavar="|".join(BLOKKEN),
        help="Het blok met cijfers dat de inspectie elk jaar vraagt.",
        callback=one_of(BLOKKEN),
        autocompletion=complete(BLOKKEN),
    ),
]
CacheOption = Annotated[bool, typer.Option("--zonder-cache", help="Lees elk onderzoek opnieuw.")]


def jaarverslag(  # noqa: PLR0913 - a parameter is an option of the command
    jaar: JaarArgument,
    werkmap: MapArgument = Path(),
    *,
    gemeente: GemeenteOption = None,
    formaat: FormaatOption = [],  # noqa: B006 - Typer reads the default and never changes it
    uit: UitOption = Path(),
    huisstijl: HuisstijlOption = None,
    igj: IgjOption = None,
    peildatum: PeildatumOption = None,
    zonder_cache: CacheOption = False,
) -> None:
    """Tel een jaar: meldingen, signalen, onderzoeken, oordelen, opvolging en openbaarheid."""
    from toezicht_cli.cli.voortgangsbalk import show_voortgang
    from toezicht_cli.services.jaardocument import Documentwens
    from toezicht_cli.services.jaarverslag import Jaarvraag, report_jaar
    from toezicht_cli.services.registers import require_werkmap

    texts = [name for name in formaat if name in TEKSTEN] or ([] if formaat or igj else ["tekst"])
    if len(texts) + bool(igj) > 1:
        raise ToezichtError("op het scherm past één vorm tegelijk", "kies tekst, json of csv, of --igj")
    home = require_werkmap(werkmap)
    vraag = Jaarvraag(jaar, gemeente, peildatum or today())
    with show_voortgang("Onderzoeken lezen", stil=False) as tell:
        gemaakt = report_jaar(home, vraag, zonder_cache=zonder_cache, tell=tell)
    for melding in gemaakt.meldingen:
        say(f"let op: {melding}")
    for name in texts:
        emit(find_output("jaarverslag", name).render(gemaakt.verslag, view()))
    if igj:
        from toezicht_cli.analysis.jaarblok import make_jaarblok

        emit(find_output("jaarblok", igj).render(make_jaarblok(gemaakt.verslag), view()))
    if documents := tuple(name for name in formaat if name not in TEKSTEN):
        _write(home, gemaakt.verslag, Documentwens(documents, uit, huisstijl))
    for fout in gemaakt.fouten:
        complain(f"telt niet mee: {fout}")
    raise typer.Exit(ExitCode.FINDINGS if gemaakt.fouten else ExitCode.OK)


def _write(werkmap: Path, verslag: "Jaarverslag", wens: "Documentwens") -> None:
    """Write the documents and name them."""
    from toezicht_cli.services.jaardocument import write_jaarverslag

    paden = write_jaarverslag(werkmap, verslag, wens, Path.cwd(), progress)
    emit("".join(f"Gemaakt: {pad}\n" for pad in paden))


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, jaarverslag, panel, _EPILOG)
