"""Registerkaart: one entry of a register, readable, with its thread and the next step."""

from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.analysis.draad import Draadregel, Knoop
from toezicht_cli.analysis.registerlijst import stand_melding, stand_signaal
from toezicht_cli.models.base import Element
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.register import Gesprek, Melding, Signaal

_STEPS = ("opvolging", "wegingen")
_LEFT_OUT = frozenset({"formaat", "id", *_STEPS})


class Kaartveld(NamedTuple):
    """A field and its value in words; ``delen`` are the fields of a group."""

    naam: str
    waarde: str
    delen: "tuple[Kaartveld, ...]" = ()


class Registerkaart(NamedTuple):
    """What ``toon`` shows of one entry.

    ``tijdlijn`` is for an aanbieder only: all that is known of it, the oldest first. ``volgende`` is a
    command with what it is for, None when nothing is asked for.
    """

    soort: str
    id: str
    stand: str
    velden: tuple[Kaartveld, ...]
    wegingen: tuple[tuple[Kaartveld, ...], ...]
    stappen: tuple[tuple[Kaartveld, ...], ...]
    draad: tuple[Draadregel, ...]
    tijdlijn: tuple[Knoop, ...]
    volgende: tuple[str, str] | None


def list_velden(element: Element, skip: frozenset[str] = _LEFT_OUT) -> tuple[Kaartveld, ...]:
    """Return the fields of ``element`` that have a value, in the order of the model."""
    return tuple(_velden(element, skip))


def list_groepen(element: Element, veld: str) -> tuple[tuple[Kaartveld, ...], ...]:
    """Return the items of a list of groups as fields each."""
    return tuple(list_velden(item) for item in getattr(element, veld, ()))


def stand_of(entry: Element) -> str:
    """Return how far an entry is, in one word."""
    if isinstance(entry, Signaal):
        return stand_signaal(entry)
    if isinstance(entry, Melding):
        return stand_melding(entry)
    return ("afgesloten" if entry.afgesloten else "open") if isinstance(entry, Gesprek) else ""


def next_step(entry: Element) -> tuple[str, str] | None:
    """Return the command that an entry waits for, and what it does."""
    if isinstance(entry, Signaal):
        return _next_of_signaal(entry)
    if isinstance(entry, Melding):
        stand = stand_melding(entry)
        if stand == "wacht-op-onderzoek":
            return (
                f"toezicht melding opvolgen {entry.id} --ontvangen-op DAG --beoordeling voldoende",
                "als het onderzoek van de aanbieder binnen is",
            )
        if stand == "open":
            return f"toezicht melding afhandelen {entry.id}", "als de melding klaar is"
    if isinstance(entry, Gesprek) and entry.afgesloten is None:
        return f"toezicht gesprek afhandelen {entry.id}", "als er niets meer hoeft"
    return None


def _next_of_signaal(signaal: Signaal) -> tuple[str, str] | None:
    if signaal.doublure_van is not None or signaal.afhandeling is not None:
        return None
    if not signaal.wegingen and signaal.besluit is None:
        return f"toezicht signaal weeg {signaal.id}", "de prioriteit bepalen"
    if signaal.besluit is None:
        return f"toezicht signaal opvolgen {signaal.id} --besluit KEUZE", "opschrijven wat ermee gebeurt"
    return f"toezicht signaal afhandelen {signaal.id} --uitkomst UITKOMST", "als het signaal klaar is"


def _velden(element: Element, skip: frozenset[str]) -> Iterator[Kaartveld]:
    for naam, waarde in element:
        if naam in skip or waarde is None or waarde == ():
            continue
        label = naam.replace("_", " ")
        if isinstance(waarde, Element):
            yield Kaartveld(label, "", list_velden(waarde, frozenset()))
        elif isinstance(waarde, tuple) and isinstance(waarde[0], Element):
            yield Kaartveld(label, "; ".join(_in_line(item) for item in waarde))
        else:
            yield Kaartveld(label, _in_words(waarde))


def _in_line(element: Element) -> str:
    return ", ".join(veld.waarde for veld in list_velden(element, frozenset({"id"})) if veld.waarde)


def _in_words(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Datum):
        return waarde.leesbaar
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde))
    return str(waarde)
