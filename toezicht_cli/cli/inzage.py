"""The end of a command that shows something of one onderzoek: what could not be read, and the exit."""

from typing import NoReturn

import typer

from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.cli.common import ExitCode, complain


def finish(inzage: Inzage) -> NoReturn:
    """Name on stderr every file that could not be read; exit with 1 when there is one."""
    for item in inzage.onleesbaar:
        complain(f"{item.bestand}:{item.regel} is niet te lezen: {item.reden}")
    if inzage.onleesbaar:
        complain("wat hier staat, is dus niet volledig", "herstel eerst wat toezicht controleer meldt")
    raise typer.Exit(ExitCode.FINDINGS if inzage.onleesbaar else ExitCode.OK)
