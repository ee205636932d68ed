"""For people: the explanation of a controle, set for the screen."""

from rich.markdown import Markdown
from rich.text import Text

from toezicht_cli.diagnostics import Controle
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import SEVERITY_STYLES, to_text


def render(controle: Controle, view: View) -> str:
    """Return code, name and weight, and the documentation with its headings and examples."""
    head = Text.assemble(
        (f"{controle.code} {controle.naam}", "bold"),
        "  ",
        (controle.zwaarte.value, SEVERITY_STYLES[controle.zwaarte]),
        f"  sinds {controle.sinds}",
    )
    documentation = Markdown(controle.documentatie, code_theme="ansi_dark", justify="left")
    return to_text(view, head, Text(), documentation)


OUTPUT = OutputFormat("tekst", "voor mensen, op het scherm", render)
