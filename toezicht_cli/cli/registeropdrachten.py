"""Registeropdrachten: the commands that are the same for several registers, made for each of them."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli import registerkern as kern
from toezicht_cli.cli.common import ExitCode, emit
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.diagnostics import mask
from toezicht_cli.services.registersoort import Registersoort

_EPILOG_INLEZEN = """
Voorbeeld:  toezicht {naam} inlezen lijst.xlsx --proef

De eerste regel noemt de kolommen, met de namen van de velden. Een datum mag als 3-3-2026.
Een regel die er al staat, komt er niet nog eens bij.
"""
_EPILOG_HERNUMMER = """
Voorbeeld:  toezicht {naam} hernummer {letter}-2026-014

Nodig als twee mensen op hun eigen computer hetzelfde nummer kregen. Doe eerst git fetch.
"""
BestandArgument = Annotated[
    Path, typer.Argument(metavar="BESTAND", help="Een .csv of .xlsx met een kopregel.")
]
ProefOption = Annotated[bool, typer.Option("--proef", help="Laat alleen zien wat er zou gebeuren.")]


def add_inlezen(group: typer.Typer, soort: Registersoort) -> None:
    """Add the command that reads a list of entries of this kind."""

    def inlezen(
        bestand: BestandArgument, *, werkmap: kern.MapOption = None, proef: ProefOption = False
    ) -> None:
        _inlezen(soort, werkmap, bestand, proef=proef)

    inlezen.__doc__ = (
        f"Lees {soort.meervoud} uit een lijst. Wat niet te lezen is, wordt genoemd met regel en kolom."
    )
    add_command(group, inlezen, None, _EPILOG_INLEZEN.format(naam=soort.naam))


def add_hernummer(group: typer.Typer, soort: Registersoort) -> None:
    """Add the command that gives an entry of this kind another number."""

    def hernummer(nummer: kern.NummerArgument, *, werkmap: kern.MapOption = None) -> None:
        from toezicht_cli.services.registernummers import renumber_entry

        done = renumber_entry(kern.open_werkmap(werkmap), soort, nummer)
        ook = f" Ook aangepast: {', '.join(done.aangepast)}." if done.aangepast else ""
        emit(f"{nummer} heet nu {done.nummer}.{ook}\n")
        for plaats in done.in_tekst:
            emit(f"{nummer} staat ook in tekst, kijk of dat klopt: {plaats}\n")

    hernummer.__doc__ = f"Geef een {soort.naam} een vrij nummer, en pas aan wat ernaar wijst."
    add_command(group, hernummer, None, _EPILOG_HERNUMMER.format(naam=soort.naam, letter=soort.letter))


def add_afhandelen(group: typer.Typer, soort: Registersoort, epilog: str) -> None:
    """Add the command that closes an entry of this kind, for one that does not say where it came to."""

    def afhandelen(
        nummer: kern.NummerArgument,
        *,
        werkmap: kern.MapOption = None,
        toelichting: kern.ToelichtingOption = None,
        door: kern.DoorOption = None,
        datum: kern.DagOption = None,
    ) -> None:
        from toezicht_cli.services.registerstappen import close_entry

        home = kern.open_werkmap(werkmap)
        done = close_entry(home, soort, nummer, (None, toelichting), (kern.tell_dag(datum), door))
        emit(f"{soort.naam.capitalize()} {nummer}: {done}\n")

    afhandelen.__doc__ = f"Sluit een {soort.naam} af."
    add_command(group, afhandelen, None, epilog)


def _inlezen(soort: Registersoort, werkmap: Path | None, bestand: Path, *, proef: bool) -> None:
    """Read a list and tell what came of it; exit 1 when a row could not be read."""
    from toezicht_cli.analysis.woorden import join_some, plural
    from toezicht_cli.cli.voortgangsbalk import show_voortgang
    from toezicht_cli.services.registerinlezen import read_rows

    home = kern.open_werkmap(werkmap)
    with show_voortgang("Regels lezen", stil=False) as tell:
        done = read_rows(home, soort, bestand, proef=proef, tell=tell)
    words = plural(done.goed, soort.naam, soort.meervoud)
    nummers = f": {join_some(done.nummers)}" if done.nummers else ""
    head = f"{words} te maken" if proef else f"{words} gemaakt{nummers}"
    lines = [f"{head}, uit {plural(done.rijen, 'regel', 'regels')}."]
    if done.dubbel:
        lines.append(f"Stond er al: regel {join_some([str(rij) for rij in done.dubbel])}.")
    for item in done.afgekeurd:
        lines += [f"regel {item.rij}: {mask(item.reden)}", *([f"  {mask(item.hulp)}"] if item.hulp else [])]
    emit("".join(f"{line}\n" for line in lines))
    raise typer.Exit(ExitCode.FINDINGS if done.afgekeurd else ExitCode.OK)
