"""Draad: what an entry of a register follows from, and what followed from it, as a tree."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.ingangen import Ingang, day_of
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.register import Gesprek, Melding, Signaal

_MAX_DEPTH = 12


class Knoop(NamedTuple):
    """One step of a thread: an entry or an onderzoek, with its day and what it is about."""

    id: str
    soort: str
    datum: str
    wat: str
    volgt_uit: tuple[str, ...]
    aanbieder: str | None


class Draadregel(NamedTuple):
    """A step of a thread and how deep it stands: 0 is where the thread begins."""

    diepte: int
    knoop: Knoop


def list_knopen(ingangen: Sequence[Ingang], onderzoeken: Sequence[Onderzoek]) -> tuple[Knoop, ...]:
    """Return every entry and onderzoek as a step, the oldest first."""
    found = [*map(_of_ingang, ingangen), *map(_of_onderzoek, onderzoeken)]
    return tuple(sorted(found, key=lambda knoop: (knoop.datum, knoop.id)))


def follow_draad(nummer: str, knopen: Sequence[Knoop]) -> tuple[Draadregel, ...]:
    """Return the whole thread that ``nummer`` is in, from where it begins; a step stands in it once."""
    by_id = {knoop.id: knoop for knoop in knopen}
    seen: set[str] = set()
    lines: list[Draadregel] = []
    for begin in _find_begins(nummer, by_id):
        lines += _walk(begin, 0, knopen, seen)
    return tuple(lines)


def _find_begins(nummer: str, by_id: dict[str, Knoop]) -> list[Knoop]:
    """Return the steps from which the thread of ``nummer`` begins, the oldest first."""
    seen: set[str] = set()
    waiting, begins = [nummer], []
    while waiting:
        knoop = by_id.get(waiting.pop())
        if knoop is None or knoop.id in seen:
            continue
        seen.add(knoop.id)
        known = [ouder for ouder in knoop.volgt_uit if ouder in by_id]
        waiting += known
        if not known:
            begins.append(knoop)
    return sorted(begins, key=lambda knoop: (knoop.datum, knoop.id)) or [by_id[nummer]]


def _walk(knoop: Knoop, diepte: int, knopen: Sequence[Knoop], seen: set[str]) -> Iterator[Draadregel]:
    if knoop.id in seen or diepte > _MAX_DEPTH:
        return
    seen.add(knoop.id)
    yield Draadregel(diepte, knoop)
    for child in knopen:
        if knoop.id in child.volgt_uit:
            yield from _walk(child, diepte + 1, knopen, seen)


def _of_ingang(ingang: Ingang) -> Knoop:
    volgt_uit: tuple[str, ...] = ()
    if isinstance(ingang, Melding):
        soort, wat = "melding", f"{ingang.aard}, {ingang.soort}" if ingang.soort else ingang.aard
    elif isinstance(ingang, Gesprek):
        soort, wat, volgt_uit = "gesprek", ingang.uitkomst or ingang.soort, ingang.naar_aanleiding_van
    else:
        soort, wat, volgt_uit = "signaal", _describe_signaal(ingang), ingang.naar_aanleiding_van
        if ingang.doublure_van is not None:
            volgt_uit = (*volgt_uit, ingang.doublure_van)
    return Knoop(ingang.id, soort, day_of(ingang).tekst, wat, volgt_uit, ingang.aanbieder)


def _describe_signaal(signaal: Signaal) -> str:
    parts = [signaal.aard]
    if signaal.doublure_van is not None:
        parts.append("doublure")
    if signaal.wegingen and signaal.wegingen[-1].prioriteit:
        parts.append(f"prioriteit {signaal.wegingen[-1].prioriteit}")
    if signaal.besluit is not None:
        parts.append(f"besluit {signaal.besluit.keuze}")
    if signaal.doorverwezen_naar is not None:
        parts.append(f"naar {signaal.doorverwezen_naar.naar}")
    return ", ".join(parts)


def _of_onderzoek(onderzoek: Onderzoek) -> Knoop:
    momenten = onderzoek.momenten
    begin = (momenten.gestart_op or momenten.aangekondigd_op) if momenten else None
    wat = f"{onderzoek.soort_toezicht}, {onderzoek.fase}"
    datum = str(begin or onderzoek.looptijd or "")
    return Knoop(onderzoek.id, "onderzoek", datum, wat, onderzoek.naar_aanleiding_van, onderzoek.aanbieder.id)
