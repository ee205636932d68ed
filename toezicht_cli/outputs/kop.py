"""Kop: the head that every result about one onderzoek begins with, on a terminal and in Markdown."""

from rich.text import Text

from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.outputs.markdown import escape
from toezicht_cli.outputs.terminal import plain


def head_lines(inzage: Inzage) -> list[Text]:
    """Return the title, and the warning that an example carries."""
    lines = [plain(inzage.titel, "bold")]
    return [*lines, plain(inzage.opdruk, "italic")] if inzage.opdruk else lines


def head_markdown(inzage: Inzage, titel: str) -> list[str]:
    """Return a heading with ``titel`` and the onderzoek, and the warning that an example carries."""
    lines = [f"# {escape(titel)}: {escape(inzage.titel)}", ""]
    return [*lines, f"**{escape(inzage.opdruk)}**", ""] if inzage.opdruk else lines
