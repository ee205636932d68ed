"""Terminal: Rich to text, for a screen of a known width with or without colour.

Rich passes escape codes in a text through, and reads markup in strings: everything of the user goes
through ``plain`` and then into ``Text``.
"""

import io

from rich.console import Console, RenderableType
from rich.text import Text

from toezicht_cli.diagnostics import Severity, mask
from toezicht_cli.outputs.base import View

SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def plain(text: str, style: str = "") -> Text:
    """Return words of the user as one line: no escape codes, no markup, no newline."""
    return Text(" ".join(mask(text).split()), style=style)


def to_text(view: View, *renderables: RenderableType, wrap: bool = True) -> str:
    """Return ``renderables`` as text for ``view``; without ``wrap`` long lines stay whole."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=view.width,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for renderable in renderables:
        console.print(renderable, soft_wrap=not wrap)
    return "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))
