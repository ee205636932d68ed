"""Ask on a terminal for what the options of a command did not give; in a script say what is missing."""

from collections.abc import Callable, Mapping

import typer

from toezicht_cli.cli.common import complain
from toezicht_cli.cli.vragen import can_ask
from toezicht_cli.diagnostics import ToezichtError

Check = Callable[[str, str], None]


def accept(_option: str, _answer: str) -> None:
    """Take any answer."""


def ask_missing(
    needed: Mapping[str, str | None], wanted: Mapping[str, str | None], check: Check = accept
) -> dict[str, str]:
    """Return a value for every option, "" for one of ``wanted`` that there is none of.

    Args:
        needed: the options that must have a value, with what was given.
        wanted: the options that may stay empty; on a terminal they are asked for too.
        check: raises ToezichtError for an answer to an option that cannot be; then it is asked again, so
            that one slip does not lose all that was typed. What was given is checked before the questions.

    Raises:
        ToezichtError: an option of ``needed`` has no value and nobody can be asked; all are named.
    """
    given = {option: (value or "").strip() for option, value in {**needed, **wanted}.items()}
    missing = [option for option in needed if not given[option]]
    if missing and not can_ask():
        message = f"er ontbreekt: {', '.join(missing)}"
        raise ToezichtError(message, "geef het op de opdrachtregel; op een terminal vraagt toezicht ernaar")
    if not missing:
        return given
    for option, value in given.items():
        if value:
            check(option, value)
    for option, value in given.items():
        if not value:
            given[option] = _ask(option, must=option in needed, check=check)
    return given


def ask_reden(given: str | None) -> str:
    """Return the reason for what is done, asked for when it was not given; errors as ``ask_missing``."""
    return ask_missing({"--reden": given}, {})["--reden"]


def _ask(option: str, *, must: bool, check: Check) -> str:
    """Ask until there is an answer that can be, or none when there need not be one."""
    question = option.removeprefix("--").capitalize()
    if not must:
        question = f"{question} (Enter als het er niet is)"
    while True:
        default = None if must else ""
        answer = str(typer.prompt(question, default=default, show_default=False, err=True)).strip()
        if not answer and not must:
            return ""
        try:
            check(option, answer)
        except ToezichtError as error:
            complain(str(error), error.help)
        else:
            if answer:
                return answer
