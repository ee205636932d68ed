"""Registerdatums: the moments of an entry, in the order in which they must have happened."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from toezicht_cli.diagnostics import Place
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.register import Gesprek, Melding, Onderzoeksopdracht, Registerstap, Signaal


class Moment(NamedTuple):
    """A date of an entry: what it is of, and where it stands."""

    wat: str
    datum: Datum
    place: Place


def list_reeksen(dossier: Dossier) -> Iterator[tuple[Moment, ...]]:
    """Yield moments of which none may lie before the one in front of it."""
    for signaal in dossier.walk(Signaal):
        yield from _of_signaal(signaal)
    for melding in dossier.walk(Melding):
        yield from _of_melding(melding)
    for gesprek in dossier.walk(Gesprek):
        value, place = gesprek.value, gesprek.place
        begin = Moment("het gesprek", value.datum, place.at("datum"))
        einde = _end(value.afgesloten.datum if value.afgesloten else None, place.at("afgesloten", "datum"))
        yield from _around(begin, value.opvolging, place, einde)


def list_omgekeerd(dossier: Dossier) -> Iterator[tuple[Moment, Moment]]:
    """Yield two moments of which the second lies before the first and may not."""
    for reeks in list_reeksen(dossier):
        for eerst, daarna in pairwise(reeks):
            if eerst.datum.is_later_than(daarna.datum):
                yield eerst, daarna


def describe_omgekeerd(eerst: Moment, daarna: Moment) -> str:
    """Return in Dutch that the second moment lies before the first."""
    return f"{daarna.wat} ({daarna.datum.leesbaar}) ligt voor {eerst.wat} ({eerst.datum.leesbaar})"


def _of_signaal(located: Located[Signaal]) -> Iterator[tuple[Moment, ...]]:
    value, place = located.value, located.place
    begin = Moment("het signaal", value.datum, place.at("datum"))
    einde = _end(value.afhandeling.datum if value.afhandeling else None, place.at("afhandeling", "datum"))
    wegingen = (
        Moment("de weging", weging.datum, place.at("wegingen", index, "datum"))
        for index, weging in enumerate(value.wegingen)
    )
    yield begin, *wegingen  # the last one counts
    if value.besluit is not None:
        yield begin, Moment("het besluit", value.besluit.datum, place.at("besluit", "datum")), *einde
    if value.doorverwezen_naar is not None:
        naar = Moment("het doorgeven", value.doorverwezen_naar.datum, place.at("doorverwezen_naar", "datum"))
        yield begin, naar
    yield from _around(begin, value.opvolging, place, einde)


def _of_melding(located: Located[Melding]) -> Iterator[tuple[Moment, ...]]:
    value, place = located.value, located.place
    begin = Moment("de melding", value.ontvangen_op, place.at("ontvangen_op"))
    eerder = []
    if isinstance(value.voorgevallen_op, Datum):
        eerder.append(Moment("het voorval", value.voorgevallen_op, place.at("voorgevallen_op")))
    if value.bekend_op is not None:
        eerder.append(Moment("het bekend worden", value.bekend_op, place.at("bekend_op")))
    yield *eerder, begin
    opdrachten: list[Moment] = []
    for veld in ("intern_onderzoek", "aanvullend_onderzoek"):
        moments = tuple(_of_opdracht(getattr(value, veld), place.at(veld)))
        yield begin, *moments
        opdrachten += moments[:1]
        yield *moments[:1], *_of_uiterlijk(getattr(value, veld), place.at(veld))
    yield tuple(opdrachten)
    einde = _end(value.afgesloten.datum if value.afgesloten else None, place.at("afgesloten", "datum"))
    yield from _around(begin, value.opvolging, place, einde)


def _of_opdracht(opdracht: Onderzoeksopdracht | None, place: Place) -> Iterator[Moment]:
    if opdracht is not None:
        yield Moment("de opdracht", opdracht.opgedragen_op, place.at("opgedragen_op"))
        if opdracht.ontvangen_op is not None:
            yield Moment("het ontvangen onderzoek", opdracht.ontvangen_op, place.at("ontvangen_op"))


def _of_uiterlijk(opdracht: Onderzoeksopdracht | None, place: Place) -> Iterator[Moment]:
    if opdracht is not None and opdracht.uiterlijk is not None:
        yield Moment("de laatste dag", opdracht.uiterlijk, place.at("uiterlijk"))


def _around(
    begin: Moment, stappen: tuple[Registerstap, ...], place: Place, einde: tuple[Moment, ...]
) -> Iterator[tuple[Moment, ...]]:
    steps = [
        Moment("deze stap", stap.datum, place.at("opvolging", index, "datum"))
        for index, stap in enumerate(stappen)
    ]
    yield begin, *steps
    yield begin, *einde


def _end(datum: Datum | None, place: Place) -> tuple[Moment, ...]:
    return (Moment("de afsluiting", datum, place),) if datum is not None else ()
