"""The way in: choose the commands to build, run, and let no exception reach the user as a traceback."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import typer
from typer.exceptions import TyperException

from toezicht_cli.cli.app import COMMANDS, build_app
from toezicht_cli.cli.common import ExitCode, complain, say
from toezicht_cli.cli.dutch import explain
from toezicht_cli.diagnostics import ToezichtError, quote, suggest

_REPORT = "meld dit bij de makers, met de opdracht die je gaf en zonder gegevens uit het onderzoek"
_COMPLETE_VARIABLE = "_TOEZICHT_COMPLETE"


def run(arguments: Sequence[str]) -> int:
    """Run ``toezicht`` with ``arguments`` (without the program name) and return the exit code."""
    _prepare_streams()
    names = [entry.name for entry in COMMANDS]
    first = arguments[0] if arguments else ""
    if first and not first.startswith("-") and first not in names:
        hint = suggest(first, names) or f"deze zijn er: {', '.join(names)}"
        complain(f"opdracht {quote(first)} bestaat niet", hint)
        return ExitCode.WRONG_USE
    only = first if first in names and _COMPLETE_VARIABLE not in os.environ else None
    try:
        _check_surroundings()
        return _invoke(only, arguments)
    except ToezichtError as error:
        complain(str(error), error.help)
    except KeyboardInterrupt:
        say("\nafgebroken")
        return 130
    except Exception as error:  # whatever it is, the user gets a sentence and no traceback
        if "TOEZICHT_FOUTZOEKEN" in os.environ:  # for those who mend the tool
            raise
        complain(
            f"er ging iets mis in toezicht zelf ({type(error).__name__}): dit is niet jouw fout", _REPORT
        )
    return ExitCode.WRONG_USE


def _check_surroundings() -> None:
    """Raise ToezichtError when there is no stdout or no working directory: before anything is done."""
    if getattr(sys, "stdout", None) is None:  # it was closed before Python started
        raise ToezichtError("de uitvoer kon niet geschreven worden: stdout is dicht")
    try:
        Path.cwd()
    except OSError as error:
        message = "de map waarin je staat, is er niet meer"
        raise ToezichtError(message, "ga met cd naar een andere map en probeer het opnieuw") from error


def _invoke(only: str | None, arguments: Sequence[str]) -> int:
    command = typer.main.get_command(build_app(only))
    try:
        result = command.main(
            args=list(arguments),
            prog_name="toezicht",
            complete_var=_COMPLETE_VARIABLE,
            standalone_mode=False,
        )
    except typer.Abort:
        say("\nafgebroken")
        return 130
    except TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            return ExitCode.OK
        message, hulp = explain(error)
        complain(message, hulp)
        return ExitCode.WRONG_USE
    return result if isinstance(result, int) else ExitCode.OK


def _prepare_streams() -> None:
    """Make every character writable: a terminal that lacks one gets a question mark, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if os.name == "nt" and not stream.isatty():
            reconfigure(encoding="utf-8")
        reconfigure(errors="replace")
