"""Registerkaart: one entry of a register, readable, with its thread and the next step."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.draad import Draadregel, Knoop
from toezicht_cli.analysis.registerlijst import stand_melding, stand_signaal
from toezicht_cli.analysis.wegen import NOOIT_WEGEN
from toezicht_cli.models.base import Element
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.register import Gesprek, Melding, Signaal

_STEPS = ("opvolging", "wegingen")
_NIET_ONS = "doorgeven: hiervoor is een ander bevoegd"
# A command, and what it is for.
Volgende = tuple[str, str]
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
    volgende: Volgende | None


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


def next_step(entry: Element, knopen: Sequence[Knoop], ander: str | None) -> Volgende | None:
    """Return the command that an entry waits for, and what it does.

    Args:
        entry: what waits.
        knopen: all steps of all threads: an onderzoek that was begun is not asked for again.
        ander: the partij that is competent when no part of the entry is ours, else None.
    """
    if isinstance(entry, Signaal):
        return _next_of_signaal(entry, knopen, ander)
    if isinstance(entry, Melding):
        return _next_of_melding(entry, ander)
    if isinstance(entry, Gesprek) and entry.afgesloten is None:
        return f"toezicht gesprek afhandelen {entry.id}", "als er niets meer hoeft"
    return None


def _next_of_melding(melding: Melding, ander: str | None) -> Volgende | None:
    opvolgen = f"toezicht melding opvolgen {melding.id}"
    stand = stand_melding(melding)
    if stand == "wacht-op-onderzoek":
        uitleg = "als het onderzoek van de aanbieder binnen is"
        return f"{opvolgen} --ontvangen-op DAG --beoordeling voldoende", uitleg
    if stand != "open":
        return None
    if ander is not None:
        return f"{opvolgen} --doorverwezen-naar {ander}", _NIET_ONS
    if melding.aard != "anders" and melding.intern_onderzoek is None:
        uitleg = "als de aanbieder het zelf moet onderzoeken"
        return f"{opvolgen} --opdracht DAG --uiterlijk DAG", uitleg
    return f"toezicht melding afhandelen {melding.id}", "als de melding klaar is"


def _next_of_signaal(signaal: Signaal, knopen: Sequence[Knoop], ander: str | None) -> Volgende | None:
    if signaal.doublure_van is not None or signaal.afhandeling is not None:
        return None
    if signaal.besluit is None:
        return _before_besluit(signaal, ander)
    has_begun = any(signaal.id in knoop.volgt_uit for knoop in knopen if knoop.soort == "onderzoek")
    if signaal.besluit.keuze == "onderzoek" and not has_begun:
        return f"toezicht nieuw NAAM --naar-aanleiding-van {signaal.id}", "het onderzoek beginnen"
    uitkomst = "UITKOMST" if signaal.doorverwezen_naar is None else "doorverwezen"
    return f"toezicht signaal afhandelen {signaal.id} --uitkomst {uitkomst}", "als het signaal klaar is"


def _before_besluit(signaal: Signaal, ander: str | None) -> Volgende:
    opvolgen = f"toezicht signaal opvolgen {signaal.id}"
    if ander is not None and signaal.doorverwezen_naar is None:
        return f"{opvolgen} --besluit doorverwijzen --doorverwezen-naar {ander}", _NIET_ONS
    if signaal.aard in NOOIT_WEGEN and not signaal.wegingen:
        return "toezicht melding nieuw", f"{signaal.aard} is een melding, en wordt niet gewogen"
    if ander is None and not signaal.wegingen:
        return f"toezicht signaal weeg {signaal.id}", "de prioriteit bepalen"
    return f"{opvolgen} --besluit KEUZE", "opschrijven wat ermee gebeurt"


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
