"""Mededeling: a result that is a message: what was done, and the commands to try next."""

from dataclasses import dataclass

from rich.table import Table
from rich.text import Text

from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.terminal import plain, to_text


@dataclass(frozen=True, slots=True)
class Mededeling:
    """A heading, lines, and commands each with what it is for."""

    kop: str
    regels: tuple[str, ...]
    opdrachten: tuple[tuple[str, str], ...]


def render(mededeling: Mededeling, view: View) -> str:
    """Return the message as text for a terminal; a command stays on one line, to be copied."""
    text = to_text(view, plain(mededeling.kop, "bold"), *(plain(line) for line in mededeling.regels))
    if not mededeling.opdrachten:
        return text
    text += to_text(view, Text(), Text("Wat je nu kunt doen"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    for opdracht, uitleg in mededeling.opdrachten:
        table.add_row(plain(f"  {opdracht}", "bold"), plain(uitleg))
    if max(len(opdracht) + len(uitleg) + 4 for opdracht, uitleg in mededeling.opdrachten) <= view.width:
        return text + to_text(view, table)
    return text + to_text(view, *_under_each_other(mededeling), wrap=False)


def _under_each_other(mededeling: Mededeling) -> list[Text]:
    return [
        Text.assemble("  ", plain(opdracht, "bold"), "\n      ", plain(uitleg))
        for opdracht, uitleg in mededeling.opdrachten
    ]
