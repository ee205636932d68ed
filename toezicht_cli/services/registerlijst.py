"""Registerlijst: list the entries of a register."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.registerlijst import (
    Registerkeuze,
    Registerlijst,
    Registerregel,
    regel_aanbieder,
    regel_gesprek,
    regel_melding,
    regel_signaal,
    select_regels,
)
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.services.registers import Registers, read_registers
from toezicht_cli.services.registersoort import AANBIEDER, GESPREK, MELDING, Registersoort
from toezicht_cli.services.werkmap import find_gemeente

_JAAR = re.compile("[0-9]{4}")


def list_register(
    werkmap: Path, soort: Registersoort, keuze: Registerkeuze, peildatum: date
) -> Registerlijst:
    """Return the entries of ``soort`` that ``keuze`` asks for, in the order of their numbers.

    Raises:
        ToezichtError: toezicht.yaml cannot be used, or the gemeente is none of the werkmap.
    """
    registers = read_registers(werkmap)
    if keuze.gemeente is not None and registers.werkmap.gemeenten:
        keuze = keuze._replace(gemeente=find_gemeente(registers.werkmap, keuze.gemeente))
    _check_keuze(registers, keuze)
    regels = _regels(registers, soort, peildatum)
    onleesbaar = {fault.location.file for fault in registers.faults}
    here = tuple(sorted(file for file in onleesbaar if file.startswith(f"{soort.map}/")))
    return Registerlijst(soort.naam, soort.meervoud, select_regels(regels, keuze), len(regels), keuze, here)


def _check_keuze(registers: Registers, keuze: Registerkeuze) -> None:
    """Raise ToezichtError for a year that is none, and an aanbieder that is in no register."""
    if keuze.jaar is not None and not _JAAR.fullmatch(keuze.jaar):
        raise ToezichtError(f"{quote(keuze.jaar)} is geen jaar", "schrijf het als 2026")
    known = {item.id for item in registers.aanbieders}
    known |= {item.aanbieder for item in registers.signalen if item.aanbieder}
    known |= {item.aanbieder for item in registers.meldingen if item.aanbieder}
    known |= {item.aanbieder for item in registers.gesprekken if item.aanbieder}
    if keuze.aanbieder is not None and keuze.aanbieder not in known:
        hulp = suggest(keuze.aanbieder, known) or "toezicht aanbieder lijst toont wie er zijn"
        raise ToezichtError(f"aanbieder {quote(keuze.aanbieder)} staat in geen register", hulp)


def _regels(registers: Registers, soort: Registersoort, peildatum: date) -> tuple[Registerregel, ...]:
    if soort is AANBIEDER:
        return tuple(_aanbieders(registers))
    if soort is MELDING:
        return tuple(regel_melding(item, peildatum) for item in registers.meldingen)
    if soort is GESPREK:
        return tuple(regel_gesprek(item) for item in registers.gesprekken)
    return tuple(regel_signaal(item) for item in registers.signalen)


def _aanbieders(registers: Registers) -> list[Registerregel]:
    signalen = Counter(item.aanbieder for item in registers.signalen)
    meldingen = Counter(item.aanbieder for item in registers.meldingen)
    onderzoeken = Counter(item.aanbieder.id for item in registers.onderzoeken)
    return [
        regel_aanbieder(item, (signalen[item.id], meldingen[item.id], onderzoeken[item.id]))
        for item in registers.aanbieders
    ]
