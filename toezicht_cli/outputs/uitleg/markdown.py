"""The explanation of a controle as it is written: Markdown."""

from toezicht_cli.diagnostics import Controle
from toezicht_cli.outputs.base import OutputFormat, View


def render(controle: Controle, _view: View) -> str:
    """Return a heading with code, name and weight, and the documentation."""
    head = f"# {controle.code} {controle.naam} ({controle.zwaarte.value})"
    return f"{head}\n\n{controle.documentatie}\n"


OUTPUT = OutputFormat("markdown", "de bron, als Markdown", render)
