"""Jaaropmerkingen: what the figures of a year leave out or count twice, said in Dutch beside them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from toezicht_cli.analysis.jaaringangen import Ingangen
from toezicht_cli.analysis.jaaronderzoeken import Jaarzaken
from toezicht_cli.analysis.jaartelling import Jaartelling
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.zaak import Zaak

_PUNTEN = frozenset({"verbeterpunten", "bevindingen"})
_HANDHAVING = frozenset({"handhaving"})


class Omvang(NamedTuple):
    """What a jaarverslag is about: ``gemeenten`` are those of the werkmap, ``gemeente`` None means all."""

    gemeente: str | None
    gemeenten: tuple[str, ...]


def mark_incomplete(
    tellingen: Iterable[Jaartelling], zaken: Jaarzaken, bestanden: Mapping[str, Sequence[str]]
) -> Iterator[Jaartelling]:
    """Yield the counts with what is missing in them.

    Args:
        tellingen: the counts of a year.
        zaken: the zaken that they were counted of.
        bestanden: by register (``meldingen``) the files of the year that could not be read.
    """
    gesloten = [zaak.pad for zaak in zaken.onleesbaar]
    missing = {naam: tuple(files) for naam, files in bestanden.items()}
    for hoofdstuk, stuk in {
        "onderzoeken": [],
        "openbaarheid": [],
        "opvolging": [zaak.pad for zaak in _maybe_vastgesteld(zaken) if _PUNTEN.intersection(zaak.stuk)],
        "handhaving": [zaak.pad for zaak in zaken.alle if _HANDHAVING.intersection(zaak.stuk)],
    }.items():
        missing[hoofdstuk] = (*gesloten, *stuk)
    ongeteld = list(walk_uncounted(zaken))
    for telling in tellingen:
        found = missing.get(telling.hoofdstuk, ())
        if telling.hoofdstuk == "oordelen":  # those of one kader say nothing of another
            found = (*gesloten, *(zaak.pad for zaak in ongeteld if zaak.kader == telling.id.split(":")[1]))
        yield telling._replace(ontbreekt=found)


def walk_opmerkingen(ingangen: Ingangen, zaken: Jaarzaken, omvang: Omvang) -> Iterator[str]:
    """Say what is left out or counted twice.

    Args:
        ingangen: the entries of the registers that count.
        zaken: the zaken that count.
        omvang: for which gemeente the figures are.
    """
    if zaken.einde < date(zaken.jaar, 12, 31):
        yield f"{zaken.jaar} is niet om: er is geteld tot en met {in_words(zaken.einde)}."
    if zonder := ", ".join(zaak.id for zaak in walk_uncounted(zaken)):
        yield f"De oordelen van deze onderzoeken tellen niet mee, want er zitten fouten in: {zonder}."
    if dubbel := ", ".join(zaak.pad for zaak in zaken.dubbel):
        yield f"Niet geteld, want het is een kopie van een ander onderzoek: {dubbel}."
    if omvang.gemeente is not None:
        return
    if los := _count_apart(ingangen, zaken, omvang):
        yield f"Zonder gemeente uit toezicht.yaml: {los}. Dat telt alleen in het totaal, bij geen gemeente."
    if meer := _count_in_more(ingangen):
        wie = "1 aanbieder" if meer == 1 else f"{meer} aanbieders"
        yield f"Over {wie} kwamen signalen uit meer gemeenten: dat telt in het verslag van elk daarvan mee."


def walk_uncounted(zaken: Jaarzaken) -> Iterator[Zaak]:
    """Yield the zaken of which the oordelen belong to the year, or may, and cannot be counted."""
    return (zaak for zaak in _maybe_vastgesteld(zaken) if not zaak.is_telbaar)


def _maybe_vastgesteld(zaken: Jaarzaken) -> Iterator[Zaak]:
    return iter(dict.fromkeys((*zaken.vastgesteld, *zaken.zonder_vaststelling)))


def count_shared(ingangen: Ingangen, zaken: Jaarzaken) -> int:
    """Return how many onderzoeken and gesprekken of the year belong to several gemeenten."""
    shared = sum(len(zaak.gemeenten) > 1 for zaak in zaken.of_year)
    return shared + sum(len(gesprek.gemeenten) > 1 for gesprek in ingangen.gesprekken)


def _count_apart(ingangen: Ingangen, zaken: Jaarzaken, omvang: Omvang) -> str:
    """Return how many entries and onderzoeken of the year are of no gemeente of the werkmap, in words."""
    known = set(omvang.gemeenten)
    found = {
        "meldingen": sum(item.gemeente not in known for item in ingangen.meldingen),
        "signalen": sum(item.gemeente not in known for item in ingangen.signalen),
        "gesprekken": sum(known.isdisjoint(item.gemeenten) for item in ingangen.gesprekken),
        "onderzoeken": sum(known.isdisjoint(zaak.gemeenten) for zaak in zaken.of_year),
    }
    return ", ".join(f"{naam} {aantal}" for naam, aantal in found.items() if aantal)


def _count_in_more(ingangen: Ingangen) -> int:
    """Return of how many aanbieders there are signalen from more than one gemeente."""
    gemeenten: dict[str, set[str | None]] = {}
    for signaal in ingangen.unieke_signalen:
        if signaal.aanbieder is not None and signaal.gemeente is not None:
            gemeenten.setdefault(signaal.aanbieder, set()).add(signaal.gemeente)
    return sum(len(found) > 1 for found in gemeenten.values())
