"""For people: the explanation of a controle, set for the screen."""

import re

from rich.markdown import Markdown
from rich.text import Text

from toezicht_cli.diagnostics import Controle
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import SEVERITY_STYLES, to_text

_BLOCK = re.compile(r"^```[a-z]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def render(controle: Controle, view: View) -> str:
    """Return code, name and weight, and the documentation with its headings and examples."""
    head = Text.assemble(
        (f"{controle.code} {controle.naam}", "bold"),
        "  ",
        (controle.zwaarte.value, SEVERITY_STYLES[controle.zwaarte]),
        f"  sinds {controle.sinds}",
    )
    parts = _BLOCK.split(controle.documentatie)
    body = [_code(part) if index % 2 else _prose(part, view) for index, part in enumerate(parts)]
    return f"{to_text(view, head)}\n{''.join(body).rstrip()}\n"


def _prose(part: str, view: View) -> str:
    lines = to_text(view, Markdown(part, justify="left")).strip("\n")
    return f"{lines}\n\n" if lines else ""


def _code(part: str) -> str:
    """Return an example as it must be typed: a line that is cut to the screen would be wrong YAML."""
    return "".join(f"    {line}".rstrip() + "\n" for line in part.strip("\n").split("\n")) + "\n"


OUTPUT = OutputFormat("tekst", "voor mensen, op het scherm", render)
