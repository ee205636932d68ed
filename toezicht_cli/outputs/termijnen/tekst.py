"""For people: what is late, what comes, and what has no day yet; each day with its reason."""

import textwrap
from collections.abc import Iterator

from toezicht_cli.analysis.termijnoverzicht import Bundel, Termijnenlijst, bundle
from toezicht_cli.analysis.voortgang import describe_dagen
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, paint

_INDENT = 2
_DAY_WIDTH = len("28 september 2026")
_GEEN_TERMIJNEN = (
    "Er zijn nog geen termijnen. Zet ze in toezicht.yaml, in de bovenste map van de",
    "werkmap. Is dat bestand er nog niet? Begin het dan met formaat: 1, en met",
    "organisatie: en de naam van je organisatie. Zo ziet een termijn eruit:",
    "",
    "  termijnen:",
    "    - id: reactie-aanbieder",
    "      wat: De aanbieder reageert op het concept",
    "      lengte: 10",
    "      eenheid: werkdagen",
    "      vanaf: concept_verzonden_op",
    "      klaar_met: reactie_ontvangen_op",
    "      soort: beleid",
    "      bron: De werkwijze van onze organisatie",
)
_KOPPEN = (
    ("Te laat", ("te-laat",), "red"),
    ("Voorbij; nergens staat of het gebeurd is", ("voorbij",), "bold"),
    ("Komt", ("loopt", "wacht"), "bold"),
    ("Klaar", ("klaar", "te-laat-klaar"), "bold"),
)


def render(lijst: Termijnenlijst, view: View) -> str:
    """Return the page: first what is late, then what comes, then what has no day."""
    return "\n".join(_lines(lijst, view)) + "\n"


def _lines(lijst: Termijnenlijst, view: View) -> Iterator[str]:
    yield from _head(lijst, view)
    for titel, standen, style in _KOPPEN:
        found = bundle([regel for regel in lijst.of_stand(*standen) if regel.termijn.einde is not None])
        yield from ("", paint(titel, style, view)) if found else ()
        for regel in found:
            yield from _regel(regel, lijst, view)
    zonder = bundle([regel for regel in lijst.regels if regel.termijn.einde is None])
    yield from ("", paint("Nog geen dag", "bold", view)) if zonder else ()
    for regel in zonder:
        yield from _wrapped(f"{_wat(regel, lijst)}: {regel.termijn.uitleg}", _INDENT, view)
    yield from _foot(lijst)


def _foot(lijst: Termijnenlijst) -> Iterator[str]:
    if not lijst.is_leesbaar:
        yield from (
            "",
            "Niet alles is te lezen: er kunnen termijnen ontbreken. Herstel eerst wat hierboven staat.",
        )
    elif not lijst.regels:
        niets = "Niets is te laat." if lijst.alleen_te_laat else "Er komt niets aan."
        yield from ("", "Er staat niets open." if lijst.weggelaten else niets)
    if lijst.weggelaten:
        yield from ("", f"{plural(lijst.weggelaten, 'termijn is', 'termijnen zijn')} klaar: zie --alles.")
    if not lijst.heeft_termijnen and lijst.is_leesbaar:
        yield from ("", *_GEEN_TERMIJNEN)


def _head(lijst: Termijnenlijst, view: View) -> Iterator[str]:
    if lijst.is_werkmap:
        yield paint(plural(len(lijst.inzagen), "onderzoek", "onderzoeken"), "bold", view)
    else:
        yield paint(one_line(lijst.inzagen[0].titel), "bold", view)
    for inzage in lijst.inzagen:
        if inzage.opdruk:
            start = f"{inzage.naam}: " if lijst.is_werkmap else ""
            yield from textwrap.wrap(one_line(f"{start}{inzage.opdruk}"), view.width)
    yield f"Peildatum {in_words(lijst.peildatum)}"
    for inzage in lijst.inzagen:
        for bestand in inzage.onleesbaar:
            text = f"✗ {bestand.bestand}:{bestand.regel} is niet te lezen: {bestand.reden}"
            yield from (paint(line, "red", view) for line in textwrap.wrap(one_line(text), view.width))


def _regel(regel: Bundel, lijst: Termijnenlijst, view: View) -> Iterator[str]:
    termijn = regel.termijn
    dag = in_words(termijn.einde) if termijn.einde else ""
    first, *rest = _wrapped(f"{_wat(regel, lijst)} · {_wanneer(regel)}", _INDENT + _DAY_WIDTH + 2, view)
    yield f"{' ' * _INDENT}{dag:>{_DAY_WIDTH}}  {first.lstrip()}"
    yield from rest
    yield from _wrapped(termijn.uitleg, _INDENT + _DAY_WIDTH + 2, view)
    if termijn.waarschuwing:
        yield from _wrapped(f"Let op: {termijn.waarschuwing}.", _INDENT + _DAY_WIDTH + 2, view)


def _wat(regel: Bundel, lijst: Termijnenlijst) -> str:
    return f"{regel.onderzoek}: {regel.wat}" if lijst.is_werkmap else regel.wat


def _wanneer(regel: Bundel) -> str:
    """Return how far away the day is, or when it was met."""
    termijn = regel.termijn
    if termijn.stand == "te-laat" and termijn.dagen is not None:
        return f"{plural(-termijn.dagen, 'dag', 'dagen')} te laat"
    if termijn.stand in ("klaar", "te-laat-klaar"):
        op = f"klaar op {in_words(termijn.klaar_op)}" if termijn.klaar_op else "klaar"
        if termijn.stand == "klaar" or termijn.klaar_op is None or termijn.einde is None:
            return op
        return f"{op}, {plural((termijn.klaar_op - termijn.einde).days, 'dag', 'dagen')} te laat"
    return describe_dagen(termijn.dagen or 0)


def _wrapped(text: str, indent: int, view: View) -> list[str]:
    space = " " * indent
    width = max(view.width, indent + 20)
    return textwrap.wrap(one_line(text), width, initial_indent=space, subsequent_indent=space)


OUTPUT = OutputFormat("tekst", "voor op het scherm", render)
