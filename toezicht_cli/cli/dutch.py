"""Typer in Dutch: its help pages and its errors about wrong use.

Typer carries its own Click and only part of its texts can be translated from outside. Errors are
caught and told again here, by what they are and not by their English text.
"""

import copy
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from toezicht_cli.diagnostics import ToezichtError, quote, suggest

_PARAMETER_HELP = {
    "help": "Toon deze uitleg.",
    "install_completion": "Zet aanvullen met Tab aan voor jouw shell.",
    "show_completion": "Toon het script voor aanvullen met Tab.",
}
_TYPES = {"str": "tekst", "path": "pad", "directory": "pad", "file": "pad"}
_PANELS = {
    "ARGUMENTS_PANEL_TITLE": "Argumenten",
    "OPTIONS_PANEL_TITLE": "Opties",
    "COMMANDS_PANEL_TITLE": "Opdrachten",
    "DEFAULT_STRING": "[standaard: {}]",
    "REQUIRED_LONG_STRING": "[verplicht]",
}


def _install_completion(ctx: Any, _param: Any, value: Any) -> Any:  # noqa: ANN401 - as below
    """Set up completion as Typer does, and say so in Dutch."""
    if not value or ctx.resilient_parsing:
        return value
    from typer.completion import install  # type: ignore[attr-defined]  # public, but not re-exported

    try:
        shell, path = install(shell=value if isinstance(value, str) else None, prog_name="toezicht")
    except typer.Exit as error:
        hulp = "toezicht --show-completion toont het script, om zelf neer te zetten"
        raise ToezichtError("aanvullen kon niet aangezet worden", hulp) from error
    typer.echo(f"Aanvullen met Tab staat aan voor {shell}: zie {path}. Open een nieuwe terminal.")
    raise typer.Exit


class _Dutch:
    """What a Dutch command and a Dutch group share."""

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401 - Typer's Click has no public types
        """Return the line with the use, in Dutch."""
        usage: str = super().get_usage(ctx)  # type: ignore[misc]  # the class beside this one has it
        return usage.replace("Usage:", "Gebruik:", 1)

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 - as above
        """Return the parameters, those of Typer itself with Dutch help."""
        params = super().get_params(ctx)  # type: ignore[misc]  # as above
        for param in params:
            if param.name in _PARAMETER_HELP:
                param.help = _PARAMETER_HELP[param.name]
            if param.name == "install_completion":
                param.callback = _install_completion
            if param.type.name in _TYPES:
                param.type = copy.copy(param.type)  # Typer shares one type among all parameters
                param.type.name = _TYPES[param.type.name]
        return params

    def format_help(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401 - as above
        """Write the help page with Dutch headings."""
        from typer import rich_utils

        for name, text in _PANELS.items():
            setattr(rich_utils, name, text)
        super().format_help(ctx, formatter)  # type: ignore[misc]  # as above


class DutchCommand(_Dutch, TyperCommand):
    """A command whose help is Dutch."""


class DutchGroup(_Dutch, TyperGroup):
    """A group of commands whose help is Dutch."""


def _with_default(name: str) -> type[DutchGroup]:
    """Return the class of a group in which the command ``name`` runs when no other is named."""

    class DefaultGroup(DutchGroup):
        default = name

        def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - as above
            own = {option for param in self.get_params(ctx) for option in param.opts}
            if not args or (args[0] not in self.commands and args[0] not in own):
                args = [name, *args]
            return super().parse_args(ctx, args)

    return DefaultGroup


def add_command(app: typer.Typer, function: Callable[..., None], panel: str | None, epilog: str) -> None:
    """Add ``function`` to ``app`` as a Dutch command under the heading ``panel``."""
    app.command(cls=DutchCommand, rich_help_panel=panel, epilog=epilog, options_metavar="[OPTIES]")(function)


def make_group(uitleg: str, epilog: str | None = None, *, default: str | None = None) -> typer.Typer:
    """Return an empty group of commands with Dutch help.

    With ``default`` that command runs when no other is named: ``toezicht opvolging MAP`` is
    ``toezicht opvolging toon MAP``. A folder with the name of a command is then written as ``./noteer``.
    """
    return typer.Typer(
        cls=_with_default(default) if default else DutchGroup,
        no_args_is_help=default is None,
        suggest_commands=False,
        options_metavar="[OPTIES]",
        subcommand_metavar="OPDRACHT [ARGUMENTEN]",
        help=uitleg,
        epilog=epilog,
    )


def explain(error: TyperException) -> tuple[str, str | None]:
    """Return message and help in Dutch for an error of Typer about wrong use."""
    kind = type(error).__name__
    context: Any = getattr(error, "ctx", None)
    param: Any = getattr(error, "param", None)
    name = param.make_metavar(context) if param is not None and context else ""
    path = context.command_path if context else "toezicht"
    where = f"{path} --help laat zien wat er kan"
    if kind == "NoSuchOption":
        option: str = error.option_name  # type: ignore[attr-defined]  # every NoSuchOption has it
        return f"optie {quote(option)} bestaat niet", suggest(option, _options(context)) or where
    if kind == "MissingParameter":
        return f"er ontbreekt een waarde: {_name(param, name)}", where
    if kind == "BadParameter" and error.message.endswith(" is not readable."):  # Typer has no kind for it
        return f"{_name(param, name)}: dit is niet te lezen", "kijk naar de rechten"
    if kind == "BadParameter":
        return f"{_name(param, name)}: {error.message}", where
    if kind == "BadOptionUsage":
        takes_none = "does not take a value" in error.message
        problem = "neemt geen waarde: haal weg wat erachter staat" if takes_none else "mist een waarde"
        return f"optie {error.option_name} {problem}", where  # type: ignore[attr-defined]  # as above
    return _usage(error, context), where


def _usage(error: TyperException, context: Any) -> str:  # noqa: ANN401 - as above
    if error.message.startswith("No such command"):
        return "deze opdracht bestaat niet"
    if error.message.startswith("Got unexpected extra argument"):
        return "er staat een argument te veel"
    return "deze opdracht is niet compleet" if context else "deze opdracht klopt niet"


def _options(context: Any) -> list[str]:  # noqa: ANN401 - as above
    params = context.command.get_params(context) if context else ()
    return [option for param in params for option in param.opts if option.startswith("-")]


def _name(param: Any, metavar: str) -> str:  # noqa: ANN401 - as above
    options = [option for option in getattr(param, "opts", ()) if option.startswith("--")]
    return options[0] if options else metavar
