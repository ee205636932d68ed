"""Mededeling: a result that is a message: what was done, and the commands to try next."""

from textwrap import wrap
from typing import NamedTuple

from toezicht_cli.outputs.base import View
from toezicht_cli.outputs.terminal import one_line, paint

_MARGIN = 4


class Mededeling(NamedTuple):
    """A heading, lines, and commands each with what it is for."""

    kop: str
    regels: tuple[str, ...]
    opdrachten: tuple[tuple[str, str], ...]


def render(mededeling: Mededeling, view: View) -> str:
    """Return the message as text for a terminal; a command stays on one line, to be copied."""
    lines = [paint(one_line(mededeling.kop), "bold", view)]
    for regel in mededeling.regels:
        lines += wrap(one_line(regel), view.width, break_long_words=False, break_on_hyphens=False)
    if mededeling.opdrachten:
        lines += ["", "Wat je nu kunt doen", *_opdrachten(mededeling, view)]
    return "".join(f"{line}\n" for line in lines)


def _opdrachten(mededeling: Mededeling, view: View) -> list[str]:
    """Return the commands in a column, with what they do beside them, or below when that is too wide."""
    width = max(len(one_line(opdracht)) for opdracht, _ in mededeling.opdrachten)
    longest = max(len(one_line(uitleg)) for _, uitleg in mededeling.opdrachten)
    if width + longest + _MARGIN <= view.width:
        return [
            f"  {paint(one_line(opdracht), 'bold', view)}{' ' * (width - len(one_line(opdracht)))}"
            f"  {one_line(uitleg)}"
            for opdracht, uitleg in mededeling.opdrachten
        ]
    return [
        f"  {paint(one_line(opdracht), 'bold', view)}\n      {one_line(uitleg)}"
        for opdracht, uitleg in mededeling.opdrachten
    ]
