"""Command ``toezicht schema``."""

from pathlib import Path
from typing import Annotated

import typer

from toezicht_cli.cli.common import emit, say, view
from toezicht_cli.cli.dutch import add_command
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.outputs import find_output

_EPILOG = """
Voorbeelden:  toezicht schema bronnen
              toezicht schema --uit schemas --editor

Aanvullen tijdens het typen in VS Code: zet de uitbreiding 'YAML' van Red
Hat aan, ga naar de map die je in VS Code opent, en geef de tweede
opdracht. VS Code vult dan velden aan, legt ze uit en streept fouten aan,
ook zonder internet.

Een andere editor: begin een bestand met
# yaml-language-server: $schema=../schemas/bronnen.schema.json
"""


def _complete_soort(incomplete: str) -> list[str]:
    """Return the kinds whose name begins with ``incomplete``."""
    from toezicht_cli.services.schema import list_schemas

    return [soort.naam for soort in list_schemas() if soort.naam.startswith(incomplete)]


SoortArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[SOORT]",
        help="Soort bestand of uitvoer. Zonder SOORT: een lijst.",
        autocompletion=_complete_soort,
        show_default=False,
    ),
]
UitOption = Annotated[
    Path | None,
    typer.Option("--uit", metavar="MAP", help="Schrijf de schema's in deze map.", show_default=False),
]
EditorOption = Annotated[
    bool,
    typer.Option(
        "--editor", help="Toon de instelling voor VS Code; met --uit komt zij in .vscode/settings.json."
    ),
]


def schema(soort: SoortArgument = None, *, uit: UitOption = None, editor: EditorOption = False) -> None:
    """Toon of schrijf de JSON-schema's, voor aanvullen en controle in een editor."""
    from toezicht_cli.services.schema import build_schema, list_schemas, to_text

    if soort and editor:
        raise ToezichtError("--editor gaat over alle soorten bestanden", "laat SOORT weg")
    if uit is not None:
        _write(uit, soort, editor=editor)
    elif editor:
        from toezicht_cli.services.editor import FOLDER, settings_text

        emit(settings_text(FOLDER, Path.cwd()))
        say(f"Zet dit in .vscode/settings.json. De schema's zelf: toezicht schema --uit {FOLDER}")
    elif soort:
        emit(to_text(build_schema(soort)))
    else:
        emit(find_output("schemas", "tekst").render(list_schemas(), view()))


def _write(folder: Path, soort: str | None, *, editor: bool) -> None:
    """Write the schemas, and with ``editor`` the settings, and tell where."""
    from toezicht_cli.services.editor import write_settings
    from toezicht_cli.services.schema import write_schemas

    written = write_schemas(folder, soort)
    amount = "1 schema" if len(written) == 1 else f"{len(written)} schema's"
    say(f"{amount} geschreven in {folder}")
    if editor:
        path = write_settings(folder, Path.cwd())
        say(f"De instelling voor VS Code staat in {path.relative_to(Path.cwd())}")


def register(app: typer.Typer, panel: str) -> None:
    """Add the command to ``app``."""
    add_command(app, schema, panel, _EPILOG)
