"""The list of commands, and a Typer app with only as many of them as are needed.

Building one command costs a fifth of building all, and a command module imports what it uses only
when it runs; so ``toezicht oordeel`` starts fast: docs/besluiten/0006.
"""

import importlib
from typing import Annotated, NamedTuple

import typer

from toezicht_cli.cli.dutch import DutchGroup

EERST = "Hier begin je mee"
NASLAG = "Naslag en inrichting"
VERLOOP = "Van de eerste brief tot de hertoets"
MEER = "Meer over een onderzoek"
REGISTERS = "Registers en jaarcijfers"


class CommandEntry(NamedTuple):
    """A command: its name, the heading it stands under, and its module when that differs."""

    name: str
    panel: str

    @property
    def module(self) -> str:
        """Return the module with ``register(app, panel)``."""
        return f"toezicht_cli.cli.{self.name}"


COMMANDS = (
    CommandEntry("nieuw", EERST),
    CommandEntry("status", EERST),
    CommandEntry("controleer", EERST),
    CommandEntry("oordeel", EERST),
    CommandEntry("rapport", EERST),
    CommandEntry("verschil", EERST),
    CommandEntry("vaststellen", EERST),
    CommandEntry("voorbereiden", VERLOOP),
    CommandEntry("termijnen", VERLOOP),
    CommandEntry("wederhoor", VERLOOP),
    CommandEntry("verifieer", VERLOOP),
    CommandEntry("intrekken", VERLOOP),
    CommandEntry("opvolging", VERLOOP),
    CommandEntry("hertoets", VERLOOP),
    CommandEntry("werkmap", REGISTERS),
    CommandEntry("signaal", REGISTERS),
    CommandEntry("melding", REGISTERS),
    CommandEntry("gesprek", REGISTERS),
    CommandEntry("aanbieder", REGISTERS),
    CommandEntry("portefeuille", REGISTERS),
    CommandEntry("jaarverslag", REGISTERS),
    CommandEntry("export", REGISTERS),
    CommandEntry("demo", MEER),
    CommandEntry("bekijk", MEER),
    CommandEntry("bronnen", MEER),
    CommandEntry("onderbouwing", MEER),
    CommandEntry("kader", NASLAG),
    CommandEntry("controles", NASLAG),
    CommandEntry("uitleg", NASLAG),
    CommandEntry("schema", NASLAG),
    CommandEntry("git", NASLAG),
)

_HELP = """
Voor toezichthouders Wmo en Jeugdwet: controleer een onderzoek, tel de oordelen en zie wat er mist.

Er gaat niets het internet op: alles blijft op deze computer.
"""


def build_app(only: str | None = None) -> typer.Typer:
    """Return the app with every command, or with ``only`` that one."""
    app = typer.Typer(
        name="toezicht",
        cls=DutchGroup,
        help=_HELP,
        add_completion=only is None,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        suggest_commands=False,
        rich_markup_mode="rich",
        options_metavar="[OPTIES]",
        subcommand_metavar="OPDRACHT [ARGUMENTEN]",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for entry in COMMANDS:
        if only in (None, entry.name):
            importlib.import_module(entry.module).register(app, entry.panel)
    return app


def _root(
    *, versie: Annotated[bool, typer.Option("--version", help="Toon de versie.", is_eager=True)] = False
) -> None:
    """Show the version when asked; the commands do the rest."""
    if versie:
        from toezicht_cli import __version__

        typer.echo(f"toezicht {__version__}")
        raise typer.Exit
