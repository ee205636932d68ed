"""For people: what is the same and what changed, per version, or of one document."""

from collections.abc import Iterator
from textwrap import wrap

from toezicht_cli.analysis.verificatie import (
    VERANDERD,
    Bestandslot,
    Documentcontrole,
    Lot,
    Verificatie,
    Versiecontrole,
)
from toezicht_cli.analysis.vingerafdruk import show_kenmerk
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.models.verloop import Versie
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.terminal import one_line, paint
from toezicht_cli.outputs.verschil.tekst import OUTPUT as VERSCHIL

_WOORDEN: dict[Lot, str] = {
    "gelijk": "gelijk",
    "opmaak": "alleen opmaak of commentaar veranderd",
    "later": "alleen veranderd wat na de vaststelling hoort",
    "veranderd": "INHOUD VERANDERD",
    "verdwenen": "VERDWENEN",
    "nieuw": "NIEUW",
    "niet-hier": "niet meer in deze map",
}
_DOCUMENT: dict[Lot, str] = {**_WOORDEN, "veranderd": "VERANDERD"}
_GRENS = "Dit laat zien of er iets per ongeluk veranderd is. Het bewijst niet dat niemand het met opzet deed."


def render(found: Verificatie | Documentcontrole, view: View) -> str:
    """Return the result as text for a terminal."""
    if isinstance(found, Documentcontrole):
        lines = [*_document(found, view), "", *_wrap(_GRENS, view)]
        return "".join(f"{line}\n" for line in lines)
    lines = [paint(one_line(found.naam), "bold", view)]
    for item in found.versies:
        lines += ["", *_versie(item, view)]
    lines += ["", *_wrap(_uitslag(found), view), *_wrap(_GRENS, view)]
    text = "".join(f"{line}\n" for line in lines)
    if found.verschil is None:
        return text
    return f"{text}\nWat er sinds de vaststelling veranderde\n\n{VERSCHIL.render(found.verschil, view)}"


def _versie(item: Versiecontrole, view: View) -> Iterator[str]:
    versie = item.versie
    door = f" door {versie.vastgesteld_door}" + (f", {versie.functie}" if versie.functie else "")
    kop = f"Versie {versie.nummer} ({versie.status}), vastgesteld op {versie.vastgesteld_op.leesbaar}{door}"
    yield from _wrap(kop, view)
    if versie.reden:
        yield from _wrap(f"{versie.status.capitalize()}: {versie.reden}", view, "  ")
    yield _kenmerk(versie.gegevens)
    if not item.is_vingerafdruk_goed:
        yield f"    {_paint('DEZE VINGERAFDRUK HOORT NIET BIJ DE BESTANDEN', 'veranderd', view)}"
    yield from _lots("Bestanden", item.invoer, _WOORDEN, view)
    yield from _lots("Documenten", item.uitvoer, _DOCUMENT, view)
    yield _row("Kader", f"{versie.kader}: {_WOORDEN[item.kader]}", item.kader, view)
    for vorm in item.vorm:
        if vorm.lot != "gelijk":
            yield f"  {one_line(vorm.bestand).capitalize()}: {_WOORDEN[vorm.lot].lower()}"
    yield from _wrap(f"Opnieuw gemaakt: {_opnieuw(item)}", view, "  ")
    if item.commit:
        yield f"  In git: precies zo vastgelegd in {item.commit[:7]}"


def _lots(kop: str, items: tuple[Bestandslot, ...], words: dict[Lot, str], view: View) -> Iterator[str]:
    """Yield how many are the same in one line, and each of the others in a line of its own."""
    same = sum(item.lot == "gelijk" for item in items)
    yield _row(kop, f"{same} van {len(items)} gelijk, byte voor byte", "gelijk", view)
    for item in items:
        if item.lot != "gelijk":
            yield f"    {_paint(f'{one_line(item.bestand)}: {words[item.lot]}', item.lot, view)}"


def _opnieuw(item: Versiecontrole) -> str:
    if item.opnieuw.stand == "gelijk":
        return "de documenten komen er byte voor byte hetzelfde uit"
    if item.opnieuw.stand == "anders":
        return f"NIET HETZELFDE: {item.opnieuw.reden}"
    return f"niet gedaan, want {item.opnieuw.reden}"


def _uitslag(found: Verificatie) -> str:
    if found.is_veranderd:
        return "Er is iets veranderd sinds de vaststelling."
    vorm = [vorm.bestand for item in found.versies for vorm in item.vorm if vorm.lot != "gelijk"]
    if vorm:
        wat = join_words(list(dict.fromkeys(vorm)))
        start = "De gegevens en de documenten zijn niet veranderd sinds de vaststelling."
        return f"{start} Anders is nu wel: {wat}."
    return "Er is niets veranderd sinds de vaststelling."


def _document(found: Documentcontrole, view: View) -> Iterator[str]:
    yield paint(one_line(found.bestand), "bold", view)
    zegel = {
        "heel": "heel: dit is byte voor byte wat toezicht schreef",
        "gebroken": "GEBROKEN: er is een byte veranderd nadat toezicht dit schreef",
        "geen": "geen: alleen een pdf van toezicht heeft een zegel",
    }[found.zegel]
    yield from _wrap(f"Zegel: {zegel}", view, "  ")
    yield _kenmerk(found.gegevens)
    yield from _wrap(_hoort_bij(found), view, "  ")


def _hoort_bij(found: Documentcontrole) -> str:
    if found.onderzoek is None:
        return (
            "Van welke versie dit is, is niet te zeggen zonder het onderzoek: noem het met --onderzoek MAP."
        )
    if found.versie is None:
        return f"Dit is geen document van een vastgestelde versie van {found.onderzoek}."
    wat = _describe(found.versie)
    if found.is_byte_gelijk:
        return f"Dit is byte voor byte een document van {wat} van {found.onderzoek}."
    return f"De gegevens zijn die van {wat} van {found.onderzoek}, maar het is geen document van die versie."


def _describe(versie: Versie) -> str:
    einde = f" per {versie.geldig_tot.leesbaar}" if versie.geldig_tot else ""
    return f"versie {versie.nummer} ({versie.status}{einde})"


def _row(kop: str, tekst: str, lot: Lot, view: View) -> str:
    return f"  {kop}: {_paint(one_line(tekst), lot, view)}"


def _paint(text: str, lot: Lot, view: View) -> str:
    return paint(text, "red", view) if lot in VERANDERD else text


def _kenmerk(gegevens: str | None) -> str:
    """Return the fingerprint; it is no text of the user, and its digits must not be hidden."""
    return f"  Vingerafdruk van de gegevens: {show_kenmerk(gegevens) if gegevens else 'geen'}"


def _wrap(text: str, view: View, indent: str = "") -> list[str]:
    return wrap(
        one_line(text),
        view.width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


OUTPUT = OutputFormat("tekst", "voor mensen", render)
