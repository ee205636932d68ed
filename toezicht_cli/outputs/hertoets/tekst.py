"""For people: each norm that is tested again, then and now, and what was tested earlier, apart."""

import textwrap
from collections.abc import Iterator

from toezicht_cli.analysis.hertoets import UITKOMSTEN, Hertoetsregel, Hertoetsuitkomst, Uitkomst
from toezicht_cli.analysis.verschil import Oordeelstand
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, paint

SIGNS: dict[Uitkomst, str] = {"beter": "▲", "gelijk": "=", "slechter": "▼", "anders": "~", "open": "?"}
WOORDEN: dict[Uitkomst, str] = {
    "beter": "beter",
    "gelijk": "gelijk",
    "slechter": "slechter",
    "anders": "niet te vergelijken",
    "open": "nog geen oordeel",
}


def render(uitkomst: Hertoetsuitkomst, view: View) -> str:
    """Return the page."""
    return "".join(f"{line}\n" for line in _lines(uitkomst, view))


def describe(stand: Oordeelstand | None) -> str:
    """Return an oordeel with its symbol; nothing was said where there is none."""
    if stand is None:
        return "geen oordeel"
    return f"{stand.symbool} {stand.label}" if stand.symbool not in ("–", "?") else stand.label


def count_sentence(uitkomst: Hertoetsuitkomst) -> str:
    """Return how many normen are tested again and how many were tested earlier: never one number."""
    hertoets = uitkomst.hertoets
    parts = [f"{hertoets.count(item)} {WOORDEN[item]}" for item in UITKOMSTEN if hertoets.count(item)]
    again = plural(len(hertoets.regels), "norm wordt", "normen worden")
    details = f" ({', '.join(parts)})" if parts else ""
    return f"{again} opnieuw getoetst{details}; {len(hertoets.eerder)} eerder getoetst"


def _lines(uitkomst: Hertoetsuitkomst, view: View) -> Iterator[str]:
    hertoets = uitkomst.hertoets
    yield paint(one_line(uitkomst.inzage.titel), "bold", view)
    if uitkomst.inzage.opdruk:
        yield one_line(uitkomst.inzage.opdruk)
    yield f"Hertoets van {one_line(hertoets.van or '')}"
    yield from ("", paint("Opnieuw getoetst", "bold", view))
    for regel in hertoets.regels:
        yield from _regel(regel, view)
    if not hertoets.regels:
        yield "  Er is geen norm die opnieuw getoetst wordt."
    if hertoets.eerder:
        yield from ("", paint("Eerder getoetst, nu niet opnieuw", "bold", view))
        for item in hertoets.eerder:
            waar = f", in {item.onderzoek}" if item.onderzoek else ""
            yield from _wrapped(f"  {item.sleutel} {item.titel}: {describe(item.stand)}{waar}", view)
    yield from ("", *_wrapped(f"{count_sentence(uitkomst)}.", view))
    for zin in uitkomst.tegenspraak:
        yield from _wrapped(f"Na te gaan: {zin}.", view)


def _regel(regel: Hertoetsregel, view: View) -> Iterator[str]:
    text = (
        f"  {SIGNS[regel.uitkomst]} {regel.sleutel} {regel.titel}: {describe(regel.toen)} → "
        f"{describe(regel.nu)}{'' if regel.uitkomst == 'open' else f' ({WOORDEN[regel.uitkomst]})'}"
    )
    yield from _wrapped(text, view)


def _wrapped(text: str, view: View) -> list[str]:
    indent = " " * (len(text) - len(text.lstrip()))
    rest = f"{indent}  " if indent else ""
    return textwrap.wrap(one_line(text), view.width, initial_indent=indent, subsequent_indent=rest)


OUTPUT = OutputFormat("tekst", "voor op het scherm", render)
