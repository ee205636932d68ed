"""What commands share: arguments, exit codes, and the way out to stdout and stderr."""

import os
import shutil
import sys
from collections.abc import Callable, Collection
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from toezicht_cli.diagnostics import ToezichtError, mask, suggest
from toezicht_cli.outputs import output_names
from toezicht_cli.outputs.base import View


class ExitCode(IntEnum):
    """What the exit code tells: ontwerp §3."""

    OK = 0
    FINDINGS = 1
    WRONG_USE = 2


OnderzoekArgument = Annotated[
    Path,
    typer.Argument(
        metavar="[PAD]",
        help="Map van het onderzoek. Zonder PAD: de map waarin je staat, of erboven.",
        show_default=False,
    ),
]
SjabloonOption = Annotated[
    str | None,
    typer.Option(
        "--sjabloon",
        metavar="NAAM",
        help="Welk document, zoals standaard of samenvatting; anders dat van de soort toezicht.",
        show_default=False,
    ),
]
HuisstijlOption = Annotated[
    Path | None,
    typer.Option(
        "--huisstijl", metavar="BESTAND", help="Huisstijl; anders die van de werkmap.", show_default=False
    ),
]
HIER = Path()


def one_of(choices: Collection[str]) -> Callable[[str | None], str | None]:
    """Return a callback that refuses every value but ``choices``, with the nearest one as help."""

    def check(value: str | None) -> str | None:
        if value is None or value in choices:
            return value
        hint = suggest(value, choices) or f"kies {', '.join(choices)}"
        raise typer.BadParameter(f"dit kan niet; {hint}")

    return check


def complete(choices: Collection[str]) -> Callable[[str], list[str]]:
    """Return a completion function for ``choices``."""
    return lambda incomplete: [choice for choice in choices if choice.startswith(incomplete)]


def split_by(choices: Collection[str]) -> Callable[[list[str]], list[str]]:
    """Return a callback for ``--formaat pdf,docx --formaat html``: each choice once, any other refused."""
    check = one_of(choices)

    def split(values: list[str]) -> list[str]:
        names = [name.strip() for value in values for name in value.split(",")]
        return list(dict.fromkeys(check(name) or name for name in names))

    return split


def formaat_option(kind: str) -> Any:  # noqa: ANN401 - Typer types its own options as Any
    """Return the option ``--formaat`` for the formats of ``kind``, for use in ``Annotated[str, …]``."""
    names = output_names(kind)
    return typer.Option(
        "--formaat",
        metavar="|".join(names),
        help="Vorm van de uitvoer.",
        callback=one_of(names),
        autocompletion=complete(names),
    )


def today() -> date:
    """Return the day it is here. The only clock of the tool: everything below takes it as a value."""
    return datetime.now().astimezone().date()


def emit(text: str) -> None:
    """Write a result to stdout.

    Raises:
        ToezichtError: it could not be written (a full disk): never a silent half result.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has seen enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise ToezichtError("de uitvoer kon niet geschreven worden: is de schijf vol?") from error


def say(text: str) -> None:
    """Tell the user something that is not the result, on stderr; nobody listening changes no exit code."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    except AttributeError:  # Python has no sys.stderr when it starts with it closed
        return


def progress(line: str) -> None:
    """Tell what is under way when it takes long, on a terminal only."""
    if sys.stderr is not None and sys.stderr.isatty():
        say(line)


def complain(message: str, hulp: str | None = None) -> None:
    """Tell on stderr what went wrong and what to do about it."""
    say(f"toezicht: {mask(message)}")
    if hulp:
        say(f"          {mask(hulp)}")


def view() -> View:
    """Return how the reader of stdout looks: colour only on a terminal that wants it (no-color.org)."""
    wants = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return View(width=shutil.get_terminal_size().columns, color=sys.stdout.isatty() and wants)
