"""Jaaropmerkingen: what the figures of a year leave out or count twice, said in Dutch beside them."""

from collections.abc import Collection, Iterator
from datetime import date

from toezicht_cli.analysis.jaaringangen import Ingangen
from toezicht_cli.analysis.jaaronderzoeken import Jaarzaken
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.zaak import Zaak


def walk_opmerkingen(
    ingangen: Ingangen, zaken: Jaarzaken, onleesbaar: Collection[str], *, is_geheel: bool
) -> Iterator[str]:
    """Say what is left out: the rest of the year, what cannot be read, what has no gemeente.

    Args:
        ingangen: the entries of the registers that count.
        zaken: the zaken that count.
        onleesbaar: the files of the registers that could not be read.
        is_geheel: whether the figures are those of all gemeenten together.
    """
    if zaken.einde < date(zaken.jaar, 12, 31):
        yield f"{zaken.jaar} is niet om: er is geteld tot en met {in_words(zaken.einde)}."
    if onleesbaar:
        yield f"Niet gelezen en niet geteld, want er zitten fouten in: {', '.join(sorted(onleesbaar))}."
    if gesloten := ", ".join(zaak.id for zaak in zaken.onleesbaar):
        yield f"Niet gelezen en niet geteld, van welk jaar zij ook zijn: de onderzoeken {gesloten}."
    if zonder := ", ".join(zaak.id for zaak in walk_uncounted(zaken)):
        yield f"De oordelen van deze onderzoeken tellen niet mee, want er zitten fouten in: {zonder}."
    los = _count_without_gemeente(ingangen, zaken)
    if is_geheel and los:
        yield f"Zonder gemeente: {los}. Dat telt alleen in het totaal, en bij geen enkele gemeente."


def walk_uncounted(zaken: Jaarzaken) -> Iterator[Zaak]:
    """Yield the zaken of which the oordelen belong to the year, or may, and cannot be counted."""
    found = dict.fromkeys((*zaken.vastgesteld, *zaken.onbekend, *zaken.zonder_vaststelling))
    return (zaak for zaak in found if not zaak.is_telbaar)


def count_shared(ingangen: Ingangen, zaken: Jaarzaken) -> int:
    """Return how many onderzoeken and gesprekken of the year belong to several gemeenten."""
    of_year = {zaak.id: zaak for zaak in zaken.of_year}
    shared = sum(len(zaak.gemeenten) > 1 for zaak in of_year.values())
    return shared + sum(len(gesprek.gemeenten) > 1 for gesprek in ingangen.gesprekken)


def _count_without_gemeente(ingangen: Ingangen, zaken: Jaarzaken) -> str:
    """Return how many entries and onderzoeken of the year have no gemeente, in words; empty when none."""
    found = {
        "meldingen": sum(item.gemeente is None for item in ingangen.meldingen),
        "signalen": sum(item.gemeente is None for item in ingangen.signalen),
        "gesprekken": sum(not item.gemeenten for item in ingangen.gesprekken),
        "onderzoeken": len({zaak.id for zaak in zaken.of_year if not zaak.gemeenten}),
    }
    return ", ".join(f"{naam} {aantal}" for naam, aantal in found.items() if aantal)
