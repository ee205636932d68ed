"""For people: the count first, then every point under its thema, then what else happened."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from toezicht_cli.analysis.opvolging import Opvolgingsstand, Puntstand, geborgd
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.opvolgwoorden import punt_kop, stap_tekst, telling_zinnen, verloop_regels
from toezicht_cli.outputs.terminal import one_line, paint


def render(stand: Opvolgingsstand, view: View) -> str:
    """Return the page."""
    return "\n".join(_lines(stand, view)) + "\n"


def _lines(stand: Opvolgingsstand, view: View) -> Iterator[str]:
    yield from _head(stand, view)
    if not stand.punten:
        yield from ("", "Er zijn nog geen punten om op te volgen.")
    elif not stand.met_stappen:  # one point was asked for: then the rest only hides it
        yield from _geheel(stand, view)
    for thema, punten in groupby(stand.getoond, key=lambda punt: punt.thema):
        yield from ("", paint(one_line(thema), "bold", view))
        for punt in punten:
            yield from _punt(punt, stand, view)
    if stand.punten and not stand.getoond:
        yield from ("", "Geen punt is te laat.")
    if not stand.met_stappen:
        yield from _verloop(stand, view)


def _geheel(stand: Opvolgingsstand, view: View) -> Iterator[str]:
    """Yield the counts of all points."""
    yield ""
    for zin in telling_zinnen(stand.alle):
        yield from _wrapped(zin, "", view)
    yield from _tellingen(stand, view)


def _verloop(stand: Opvolgingsstand, view: View) -> Iterator[str]:
    """Yield what else happened: measures, agreements and what was sent."""
    for kop, regels in verloop_regels(stand):
        yield from ("", paint(kop, "bold", view)) if regels else ()
        for regel in regels:
            yield from _wrapped(regel, "  ", view)


def _head(stand: Opvolgingsstand, view: View) -> Iterator[str]:
    if len(stand.inzagen) == 1:
        yield paint(one_line(stand.inzagen[0].titel), "bold", view)
        yield from [one_line(stand.inzagen[0].opdruk)] if stand.inzagen[0].opdruk else []
    else:
        yield paint(plural(len(stand.inzagen), "onderzoek", "onderzoeken"), "bold", view)
    yield f"Peildatum {in_words(stand.peildatum)}"
    for inzage in stand.inzagen:
        for bestand in inzage.onleesbaar:
            text = f"✗ {bestand.bestand}:{bestand.regel} is niet te lezen: {bestand.reden}"
            yield from textwrap.wrap(paint(one_line(text), "red", view), view.width)


def _tellingen(stand: Opvolgingsstand, view: View) -> Iterator[str]:
    for kop, tellingen in (("Per thema", stand.per_thema), ("Per soort", stand.per_soort)):
        yield from ("", paint(kop, "bold", view))
        for telling in tellingen:
            laat = telling.per_tijd["te-laat"]
            text = f"{telling.naam}: {plural(telling.totaal, 'punt', 'punten')}, geborgd {geborgd(telling)}"
            yield from _wrapped(text + (f", {laat} te laat" if laat else ""), "  ", view)


def _punt(punt: Puntstand, stand: Opvolgingsstand, view: View) -> Iterator[str]:
    kop = _wrapped(punt_kop(punt, met_onderzoek=len(stand.inzagen) > 1), "  ", view)
    yield from (paint(line, "red", view) if punt.tijd == "te-laat" else line for line in kop)
    yield from _wrapped(punt.punt.tekst, "      ", view)
    if stand.met_stappen:
        for stap in punt.stappen:
            yield from _wrapped(f"- {stap_tekst(stap)}", "      ", view)
        if not punt.stappen:
            yield "      Er is nog niets over opgeschreven."


def _wrapped(text: str, space: str, view: View) -> list[str]:
    width = max(view.width, len(space) + 20)
    return textwrap.wrap(one_line(text), width, initial_indent=space, subsequent_indent=f"{space}  ")


OUTPUT = OutputFormat("tekst", "voor op het scherm", render)
