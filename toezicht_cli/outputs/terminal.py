"""Terminal: text for a screen of a known width, with or without colour.

Lines are painted here; tables and wrapping are Rich's, imported only by the formats that need it
(it costs four times the start of Python). Rich passes escape codes in a text through and reads
markup in strings: everything of the user goes through ``one_line`` first, and then into ``Text``.
"""

import textwrap
from typing import TYPE_CHECKING

from toezicht_cli.diagnostics import Severity, mask
from toezicht_cli.outputs.base import View

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_CODES = {"bold": "1", "dim": "2", "red": "1;31", "green": "32", "yellow": "33", "cyan": "36"}


def one_line(text: str) -> str:
    """Return words of the user on one line: no escape codes, no newline, no long number."""
    return mask(" ".join(text.split()))


def paint(text: str, style: str, view: View) -> str:
    """Return ``text`` in a style when the view has colour.

    ``style`` is bold, dim, red, green, yellow, cyan, or a colour ``#rrggbb`` (bold, nearest of 216).
    """
    if not (view.color and text):
        return text
    code = f"1;38;5;{_nearest(style)}" if style.startswith("#") else _CODES[style]
    return f"\x1b[{code}m{text}\x1b[0m"


def wrap(text: str, view: View) -> list[str]:
    """Return words of the user as lines that fit the view."""
    return textwrap.wrap(one_line(text), view.width)


def _nearest(color: str) -> int:
    """Return the number of the nearest colour in the 6 × 6 × 6 cube that terminals have."""
    red, green, blue = (round(int(color[at : at + 2], 16) / 255 * 5) for at in (1, 3, 5))
    return 16 + 36 * red + 6 * green + blue


def plain(text: str, style: str = "") -> "Text":
    """Return words of the user for a Rich table."""
    from rich.text import Text

    return Text(one_line(text), style=style)


def to_text(view: View, *renderables: "RenderableType") -> str:
    """Return Rich ``renderables`` (tables, Text) as text for ``view``, without trailing spaces."""
    import io

    from rich.console import Console

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
        console.print(renderable)
    return "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))
