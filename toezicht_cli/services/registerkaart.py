"""Registerkaart: show one entry of a register with its thread; of an aanbieder all that is known."""

from pathlib import Path

from toezicht_cli.analysis.draad import Knoop, follow_draad, list_knopen
from toezicht_cli.analysis.ingangen import Ingang
from toezicht_cli.analysis.registerkaart import Registerkaart, list_groepen, list_velden, next_step, stand_of
from toezicht_cli.services.registers import read_registers
from toezicht_cli.services.registersoort import AANBIEDER, Registersoort
from toezicht_cli.services.registervraag import find_ander
from toezicht_cli.services.registerwijzigen import read_entry


def show_entry(werkmap: Path, soort: Registersoort, nummer: str) -> Registerkaart:
    """Return one entry as it can be shown.

    Raises:
        ToezichtError: it is not there, or it cannot be used.
    """
    entry = read_entry(werkmap, soort, nummer)
    registers = read_registers(werkmap)
    ingangen: list[Ingang] = [*registers.signalen, *registers.meldingen, *registers.gesprekken]
    knopen = list_knopen(ingangen, registers.onderzoeken)
    is_aanbieder = soort is AANBIEDER
    tijdlijn = tuple(knoop for knoop in knopen if knoop.aanbieder == nummer) if is_aanbieder else ()
    return Registerkaart(
        soort.naam,
        nummer,
        stand_of(entry),
        list_velden(entry),
        list_groepen(entry, "wegingen"),
        list_groepen(entry, "opvolging"),
        () if is_aanbieder else follow_draad(nummer, knopen),
        _with_threads(tijdlijn, knopen) if is_aanbieder else (),
        next_step(entry, knopen, find_ander(werkmap, entry)),
    )


def _with_threads(tijdlijn: tuple[Knoop, ...], knopen: tuple[Knoop, ...]) -> tuple[Knoop, ...]:
    """Return the time line of an aanbieder, with what followed from it without naming the aanbieder."""
    known = {knoop.id for knoop in tijdlijn}
    grown = True
    while grown:
        found = {knoop.id for knoop in knopen if knoop.id not in known and known & {*knoop.volgt_uit}}
        grown = bool(found)
        known |= found
    return tuple(knoop for knoop in knopen if knoop.id in known)
