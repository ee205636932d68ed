"""Ingangen: the entries of the registers by their number, and what follows from what."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.register import Gesprek, Melding, Signaal

Ingang: TypeAlias = Signaal | Melding | Gesprek


def list_ingangen(dossier: Dossier) -> Iterator[Located[Signaal] | Located[Melding] | Located[Gesprek]]:
    """Yield every signaal, melding and gesprek with its place."""
    yield from dossier.walk(Signaal)
    yield from dossier.walk(Melding)
    yield from dossier.walk(Gesprek)


def index_ingangen(dossier: Dossier) -> dict[str, Ingang]:
    """Return the entries by their number."""
    return {located.value.id: located.value for located in list_ingangen(dossier)}


def day_of(ingang: Ingang) -> Datum:
    """Return the day from which an entry counts: when it came in, or when the talk was."""
    return ingang.ontvangen_op if isinstance(ingang, Melding) else ingang.datum


def list_verwijzingen(ingang: Ingang) -> tuple[str, ...]:
    """Return the numbers of what an entry follows from, and of what it doubles."""
    if isinstance(ingang, Melding):
        return ()
    doublure = (ingang.doublure_van,) if isinstance(ingang, Signaal) and ingang.doublure_van else ()
    return (*ingang.naar_aanleiding_van, *doublure)


def follow_back(nummers: Iterable[str], ingangen: dict[str, Ingang]) -> set[str]:
    """Return ``nummers`` and all that they follow from or double, as far back as it goes."""
    seen: set[str] = set()
    waiting = list(nummers)
    while waiting:
        nummer = waiting.pop()
        if nummer not in seen:
            seen.add(nummer)
            waiting += list_verwijzingen(ingangen[nummer]) if nummer in ingangen else ()
    return seen


def find_eerdere_signalen(signaal: Signaal, signalen: tuple[Signaal, ...]) -> tuple[Signaal, ...]:
    """Return the earlier signalen about the same aanbieder, the oldest first; doublures are not counted.

    Earlier is: received before it, or on the same day with a lower number.
    """
    if signaal.aanbieder is None:
        return ()
    own = (signaal.datum.vroegst, signaal.id)
    found = [
        item
        for item in signalen
        if item.aanbieder == signaal.aanbieder
        and item.doublure_van is None
        and (item.datum.vroegst, item.id) < own
    ]
    return tuple(sorted(found, key=lambda item: (item.datum.vroegst, item.id)))
