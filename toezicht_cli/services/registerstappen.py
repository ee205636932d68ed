"""Registerstappen: what follows on an entry of a register: steps, a besluit, a passing on, the end."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.base import Element
from toezicht_cli.models.register import Melding, Signaal
from toezicht_cli.services.registersoort import Registersoort, find_soort
from toezicht_cli.services.registervraag import check_partij
from toezicht_cli.services.registerwijzigen import (
    Wijziging,
    change_entry,
    check_dag,
    check_doublure,
    check_open,
    read_entry,
)

# The day on which something was done, and who did it.
Wanneer = tuple[date, str | None]


class Opdracht(NamedTuple):
    """What is noted of the onderzoek that an aanbieder does itself."""

    opgedragen_op: date | None = None
    uiterlijk: date | None = None
    ontvangen_op: date | None = None
    beoordeling: str | None = None


class Stappen(NamedTuple):
    """What follows on an entry; all that is given is written, at least one thing must be."""

    wat: str | None = None
    besluit: str | None = None
    motivering: str | None = None
    doorverwezen_naar: str | None = None
    reden: str | None = None
    doublure_van: str | None = None
    opdracht: Opdracht = Opdracht()


def follow_up(werkmap: Path, soort: Registersoort, nummer: str, stappen: Stappen, wanneer: Wanneer) -> str:
    """Write what follows on an entry, and return in words what was written.

    Raises:
        ToezichtError: nothing was given, the entry is closed, or what was given contradicts it.
    """
    read_entry(werkmap, soort, nummer)
    if stappen.reden and not stappen.doorverwezen_naar:
        raise ToezichtError("--reden hoort bij --doorverwezen-naar")
    if stappen.besluit and stappen.doublure_van:
        raise ToezichtError("een doublure krijgt geen eigen besluit", "geef --besluit of --doublure-van")
    if stappen.doorverwezen_naar:
        check_partij(werkmap, stappen.doorverwezen_naar)
    if not any((*stappen[:-1], *stappen.opdracht)):
        hulp = f"toezicht {soort.naam} opvolgen --help laat zien wat er kan"
        raise ToezichtError("er is niets om op te schrijven", hulp)
    found: list[tuple[str, Wijziging]] = []

    def decide(entry: Element) -> list[Wijziging]:
        check_open(entry, nummer)
        check_dag(entry, nummer, wanneer[0])
        if stappen.doublure_van and isinstance(entry, Signaal):
            check_doublure(werkmap, soort, entry, stappen.doublure_van)
        found[:] = _walk_steps(entry, nummer, stappen, wanneer)
        return [wijziging for _, wijziging in found]

    change_entry(werkmap, soort, nummer, decide)
    return ", ".join(dict.fromkeys(words for words, _ in found))


def close_entry(
    werkmap: Path,
    soort: Registersoort,
    nummer: str,
    einde: tuple[str | None, str | None],
    wanneer: Wanneer,
) -> str:
    """Close an entry with its uitkomst (of a signaal) and toelichting; return in words what was written.

    Raises:
        ToezichtError: it is closed already, or a signaal has no besluit yet.
    """
    uitkomst, toelichting = einde
    group = _group(wanneer, {"uitkomst": uitkomst}, {"toelichting": toelichting})

    def decide(entry: Element) -> list[Wijziging]:
        check_open(entry, nummer)
        check_dag(entry, nummer, wanneer[0])
        if isinstance(entry, Signaal):
            _check_end(entry, nummer, uitkomst)
        return [Wijziging(("afhandeling" if isinstance(entry, Signaal) else "afgesloten",), group)]

    change_entry(werkmap, soort, nummer, decide)
    return f"afgehandeld, {uitkomst}" if uitkomst else "afgesloten"


def _check_end(signaal: Signaal, nummer: str, uitkomst: str | None) -> None:
    """Raise ToezichtError when a signaal cannot be closed yet with this uitkomst."""
    if signaal.besluit is None and signaal.doublure_van is None:
        hulp = f"eerst: toezicht signaal opvolgen {nummer} --besluit KEUZE"
        raise ToezichtError(f"over {nummer} is nog niets besloten", hulp)
    if uitkomst == "doorverwezen" and signaal.doorverwezen_naar is None:
        hulp = f"eerst: toezicht signaal opvolgen {nummer} --doorverwezen-naar PARTIJ"
        raise ToezichtError(f"er staat niet aan wie {nummer} is doorgegeven", hulp)


def _walk_steps(
    entry: Element, nummer: str, stappen: Stappen, wanneer: Wanneer
) -> Iterator[tuple[str, Wijziging]]:
    dag, door = wanneer
    if stappen.besluit:
        yield f"besluit {stappen.besluit}", _besluit(entry, nummer, stappen, wanneer)
    if stappen.doorverwezen_naar:
        _refuse_again(entry, nummer)
        group = _given({"naar": stappen.doorverwezen_naar, "datum": dag.isoformat(), "reden": stappen.reden})
        yield f"doorgegeven aan {stappen.doorverwezen_naar}", Wijziging(("doorverwezen_naar",), group)
    if stappen.doublure_van:
        yield f"doublure van {stappen.doublure_van}", Wijziging(("doublure_van",), stappen.doublure_van)
    if any(stappen.opdracht):
        yield from _opdracht(entry, nummer, stappen.opdracht)
    if stappen.wat:
        step = _given({"datum": dag.isoformat(), "wat": stappen.wat, "door": door})
        yield "stap opgeschreven", Wijziging(("opvolging",), step, erbij=True)


def _refuse_again(entry: Element, nummer: str) -> None:
    """Refuse to write over to whom an entry was passed on: that stays in the register."""
    eerder = getattr(entry, "doorverwezen_naar", None)
    if eerder is not None:
        message = f"{nummer} is al doorgegeven aan {eerder.naar}, op {eerder.datum.leesbaar}"
        hulp = f"ook aan een ander: toezicht {find_soort(nummer).naam} opvolgen {nummer} --wat TEKST"
        raise ToezichtError(message, hulp)


def _besluit(entry: Element, nummer: str, stappen: Stappen, wanneer: Wanneer) -> Wijziging:
    if isinstance(entry, Signaal) and entry.doublure_van is not None:
        hulp = f"besluit over {entry.doublure_van}"
        raise ToezichtError(f"{nummer} is een doublure van {entry.doublure_van}", hulp)
    if isinstance(entry, Signaal) and entry.besluit is not None:
        message = f"over {nummer} is al besloten: {entry.besluit.keuze}, op {entry.besluit.datum.leesbaar}"
        raise ToezichtError(message, "is het besluit veranderd, pas het dan zelf aan in het bestand")
    group = _group(wanneer, {"keuze": stappen.besluit}, {"motivering": stappen.motivering})
    return Wijziging(("besluit",), group)


def _opdracht(entry: Element, nummer: str, opdracht: Opdracht) -> Iterator[tuple[str, Wijziging]]:
    """Yield what changes of the onderzoek by the aanbieder: the first one, or the addition."""
    assert isinstance(entry, Melding)  # noqa: S101 - only a melding has the options for it
    first = entry.intern_onderzoek
    veld = (
        "aanvullend_onderzoek"
        if first is not None and first.beoordeling == "aanvullen"
        else "intern_onderzoek"
    )
    present = getattr(entry, veld)
    if present is None and opdracht.opgedragen_op is None:
        hulp = f"eerst: toezicht melding opvolgen {nummer} --opdracht DAG"
        raise ToezichtError(f"bij {nummer} is nog geen onderzoek opgedragen", hulp)
    if present is not None and opdracht.opgedragen_op is not None:
        message = f"het onderzoek is al opgedragen op {present.opgedragen_op.leesbaar}"
        raise ToezichtError(message, "klopt de dag niet, pas hem dan zelf aan in het bestand")
    if opdracht.beoordeling and not (opdracht.ontvangen_op or (present and present.ontvangen_op)):
        raise ToezichtError("er is nog niets binnen om te beoordelen", "geef ook --ontvangen-op")
    naam = veld.replace("_", " ")
    for key, value in opdracht._asdict().items():
        if value is not None:
            yield f"{naam} bijgewerkt", Wijziging((veld, key), str(value))


def _group(
    wanneer: Wanneer, before: dict[str, str | None], after: dict[str, str | None]
) -> dict[str, YamlValue]:
    return _given({"datum": wanneer[0].isoformat(), **before, "door": wanneer[1], **after})


def _given(values: dict[str, str | None]) -> dict[str, YamlValue]:
    return {key: value for key, value in values.items() if value}
