"""For people: the term, and each reaction with what people must still fill in."""

import textwrap
from collections.abc import Iterator

from toezicht_cli.analysis.voortgang import describe_dagen
from toezicht_cli.analysis.vreemde_tekst import show_words
from toezicht_cli.analysis.wederhooroverzicht import Moment, Reactiestand, Wederhooroverzicht
from toezicht_cli.analysis.woorden import join_words, plural
from toezicht_cli.models.datum import Datum
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, paint, wrap

_INDENT = "     "
_LONGEST = 300


def render(overzicht: Wederhooroverzicht, view: View) -> str:
    """Return the page."""
    return "\n".join(_lines(overzicht, view)) + "\n"


def _lines(overzicht: Wederhooroverzicht, view: View) -> Iterator[str]:
    inzage = overzicht.inzage
    yield paint(one_line(inzage.titel), "bold", view)
    if inzage.opdruk:
        yield one_line(inzage.opdruk)
    for found in inzage.onleesbaar:
        yield from wrap(f"✗ {found.bestand}:{found.regel} is niet te lezen: {found.reden}", view)
    yield ""
    for line in _verloop(overzicht):
        yield from wrap(line, view)
    for stand in overzicht.reacties:
        yield ""
        yield from _reactie(stand, view)
    yield ""
    yield from wrap(_slot(overzicht), view)


def _verloop(overzicht: Wederhooroverzicht) -> Iterator[str]:
    """Yield what happened, and until when the aanbieder can react."""
    wederhoor = overzicht.wederhoor
    if overzicht.verzonden is None:
        yield "Het concept is nog niet verzonden. Dat begint met: toezicht wederhoor klaarzetten"
        return
    yield f"Concept verzonden: {_moment(overzicht.verzonden)}."
    if overzicht.laatste is None:
        yield "De laatste dag om te reageren is niet bekend: zet uiterlijk in wederhoor.yaml."
    else:
        wanneer = describe_dagen(overzicht.dagen or 0)
        waarom = f" {overzicht.uitleg}." if overzicht.uitleg else ""
        yield f"Laatste dag om te reageren: {overzicht.laatste.leesbaar} ({wanneer}).{waarom}"
    if wederhoor.uitstel:
        yield f"Uitstel tot en met {wederhoor.uitstel.tot.leesbaar}: {wederhoor.uitstel.reden}"
    if overzicht.ontvangen is not None:
        yield f"Reactie ontvangen: {_moment(overzicht.ontvangen)}."
    if wederhoor.afstand:
        dag = wederhoor.afstand.datum.leesbaar
        yield f"De aanbieder schreef op {dag} dat er geen reactie komt: {wederhoor.afstand.stuk}"


def _moment(moment: Moment) -> str:
    return moment.leesbaar if isinstance(moment, Datum) else "de dag is niet vermeld"


def _reactie(stand: Reactiestand, view: View) -> Iterator[str]:
    item = stand.reactie
    norm = f"norm {item.norm}{f'@{item.locatie}' if item.locatie else ''}" if item.norm else "geen norm"
    parts = [item.soort or "soort nog open", norm, f"verwerkt: {item.verwerkt or 'nog open'}"]
    first, *rest = wrap(f"{item.id}  {' · '.join(parts)}", view)
    yield paint(first, "bold", view)
    yield from rest
    if item.passage:
        yield from _block(f"“{item.passage}”", view)
    yield from _block(show_words(item.reactie), view)
    if stand.open:
        yield from _block(f"→ nog invullen: {join_words(stand.open)}", view)


def _block(text: str, view: View) -> list[str]:
    words = textwrap.shorten(one_line(text), _LONGEST, placeholder=" …")
    width = max(view.width, len(_INDENT) + 20)
    return textwrap.wrap(words, width, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _slot(overzicht: Wederhooroverzicht) -> str:
    if not overzicht.reacties:
        return "Er zijn geen reacties."
    aantal = plural(len(overzicht.reacties), "reactie", "reacties")
    if not overzicht.open:
        return f"{aantal}, alle afgehandeld."
    return f"{aantal}, waarvan {overzicht.open} nog niet afgehandeld. Vul ze aan in wederhoor.yaml."


OUTPUT = OutputFormat("tekst", "voor op het scherm", render)
