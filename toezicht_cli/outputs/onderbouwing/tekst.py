"""For people: the chain of one norm, each link under its own heading."""

import re
from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from toezicht_cli.analysis.ketenwoorden import (
    geen_bevinding_tekst,
    geen_punten_tekst,
    grondslag_tekst,
    norm_tekst,
    oordeel_tekst,
    opvolging_tekst,
    steun_tekst,
    uiterlijk_tekst,
)
from toezicht_cli.analysis.onderbouwing import Keten, Ketenbevinding, Onderbouwing, Onderbouwingsresultaat
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.kop import head_lines
from toezicht_cli.outputs.terminal import plain, to_text

_ITEM = re.compile(r"\s{0,12}(?:[-*+] |[0-9]{1,3}[.)] |\||#{1,6} |>)", re.ASCII)


def render(result: Onderbouwingsresultaat, view: View) -> str:
    """Return the chain; only the head when the kader could not be read."""
    found = result.onderbouwing
    parts: list[RenderableType] = list(head_lines(result.inzage))
    if found is not None:
        parts += _norm(found)
        for keten in found.ketens:
            parts += _keten(keten, found)
        parts += _advies(found)
    return to_text(view, *parts)


def _norm(found: Onderbouwing) -> Iterator[RenderableType]:
    norm = found.norm
    yield Text()
    yield plain(f"Norm {norm.id}: {norm.titel}", "bold")
    yield plain(f"Thema {found.thema.id} {found.thema.titel} · {found.kader.titel}, {found.kader.versie}")
    tekst, remark = norm_tekst(found)
    yield from _paragraphs(tekst, 2)
    if remark:
        yield _indent(plain(remark, "italic"), 2)
    if norm.grondslag:
        yield plain("Grondslag")
        yield from (_item(grondslag_tekst(item)) for item in norm.grondslag)
    else:
        yield plain("Grondslag: het kader noemt er geen")


def _keten(keten: Keten, found: Onderbouwing) -> Iterator[RenderableType]:
    if keten.locatie:
        yield Text()
        yield plain(f"Vestiging {keten.locatie}", "bold underline")
    yield from _heading("Feiten en bevindingen")
    for bevinding in keten.bevindingen:
        yield from _bevinding(bevinding)
    if not keten.bevindingen:
        yield _indent(Text(geen_bevinding_tekst(keten)), 2)
    if keten.positieve_punten:
        yield from _heading("Positieve punten")
        yield from (_item(punt) for punt in keten.positieve_punten)
    yield from _heading("Oordeel")
    yield _indent(plain(oordeel_tekst(keten), "bold"), 2)
    yield from _paragraphs(keten.conclusie, 2)
    yield from _punten(keten, found)
    if keten.ontbreekt:
        yield from _heading("Wat er mist in de onderbouwing")
        yield from (_item(line, "! ", "yellow") for line in keten.ontbreekt)


def _bevinding(bevinding: Ketenbevinding) -> Iterator[RenderableType]:
    onderdelen = ", ".join(criterium.id for criterium in bevinding.criteria)
    over = f"over onderdeel {onderdelen}" if onderdelen else ""
    yield _indent(Text.assemble(plain(f"Bevinding {bevinding.id}", "bold"), "  ", plain(over, "dim")), 2)
    yield from _paragraphs(bevinding.tekst, 4)
    if not bevinding.bronnen:
        yield _indent(Text("! deze bevinding noemt geen bron", style="yellow"), 6)
    for steun in bevinding.bronnen:
        yield _item(steun_tekst(steun), "← ", "dim" if steun.bron else "yellow", 6)


def _punten(keten: Keten, found: Onderbouwing) -> Iterator[RenderableType]:
    yield from _heading("Wat er moet gebeuren")
    if not keten.punten:
        yield _indent(Text(geen_punten_tekst(keten)), 2)
    for punt in keten.punten or ():
        soort = found.name_punten(punt.soort, 1)
        head = Text.assemble(plain(f"{punt.id}", "bold"), "  ", plain(f"{soort}, {uiterlijk_tekst(punt)}"))
        yield _indent(head, 2)
        yield from _paragraphs(punt.tekst, 4)
        yield from (_item(opvolging_tekst(stap), "→ ", "", 6) for stap in punt.opvolging)


def _advies(found: Onderbouwing) -> Iterator[RenderableType]:
    yield from _heading("Advies bij het hele onderzoek")
    yield from _paragraphs(found.advies or "onderzoek.yaml noemt nog geen advies", 2)


def _heading(text: str) -> Iterable[RenderableType]:
    return (Text(), plain(text, "bold"))


def _item(text: str, sign: str = "– ", style: str = "", indent: int = 2) -> RenderableType:
    """Return an item of a list, its later lines under its first word."""
    grid = Table.grid()
    grid.add_column(no_wrap=True)
    grid.add_column()
    grid.add_row(Text(sign, style=style), plain(text, style))
    return Padding(grid, (0, 0, 0, indent))


def _paragraphs(text: str, indent: int) -> Iterator[RenderableType]:
    """Yield Markdown as it was written: words run on, and items and rows of tables keep their line."""
    for block in text.strip().split("\n\n"):
        words: list[str] = []
        for line in block.splitlines():
            if _ITEM.match(line) and words:
                yield _indent(plain(" ".join(words)), indent)
                words = []
            words.append(line)
        yield _indent(plain(" ".join(words)), indent)


def _indent(text: Text, indent: int) -> Padding:
    return Padding(text, (0, 0, 0, indent))


OUTPUT = OutputFormat("tekst", "voor mensen: de keten van feit naar advies", render)
