"""Aanleiding: the entries of the registers that an onderzoek follows from, and what they already know."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.vinden import find_werkmap, has_registers
from toezicht_cli.models.register import Gesprek, Melding, Registeraanbieder, Signaal
from toezicht_cli.models.waarde import RegisterId
from toezicht_cli.services.registers import Registers, read_registers

Ingang = Signaal | Melding | Gesprek


class Aanleiding(NamedTuple):
    """Whom the entries are about: one aanbieder, when they all name the same, and their gemeenten."""

    aanbieder: Registeraanbieder | None = None
    gemeenten: tuple[str, ...] = ()


def find_aanleiding(nummers: Iterable[str], home: Path) -> Aanleiding:
    """Return what the registers of the werkmap around ``home`` say of the entries ``nummers``.

    Without a werkmap, or in one without registers, nothing can be looked up: only the form is checked.

    Raises:
        ToezichtError: a number has no good form, is not in the registers, or its file cannot be read.
    """
    asked = tuple(dict.fromkeys(nummers))
    for nummer in asked:
        _check_form(nummer)
    werkmap = find_werkmap(home)
    if not asked or werkmap is None or not has_registers(werkmap):
        return Aanleiding()
    registers = read_registers(werkmap)
    ingangen: tuple[Ingang, ...] = (*registers.signalen, *registers.meldingen, *registers.gesprekken)
    known = {item.id: item for item in ingangen}
    found = [_require(nummer, known, registers) for nummer in asked]
    namen = {item.aanbieder for item in found if item.aanbieder is not None}
    aanbieder = next((item for item in registers.aanbieders if {item.id} == namen), None)
    gemeenten = dict.fromkeys(gemeente for item in found for gemeente in _gemeenten(item))
    return Aanleiding(aanbieder, tuple(gemeenten))


def _check_form(nummer: str) -> None:
    try:
        TypeAdapter(RegisterId).validate_python(nummer)
    except ValidationError as error:
        message = f"{quote(nummer)} is geen nummer van een signaal, melding of gesprek"
        raise ToezichtError(message, "schrijf het als S-2026-001, M-2026-001 of G-2026-001") from error


def _require(nummer: str, known: dict[str, Ingang], registers: Registers) -> Ingang:
    if nummer in known:
        return known[nummer]
    for fault in registers.faults:
        if fault.location.file.endswith(f"/{nummer}.yaml"):
            message = f"{fault.location.file} is niet te lezen: {fault.message}"
            raise ToezichtError(message, "herstel eerst dat bestand")
    hulp = suggest(nummer, tuple(known)) or "kijk met welk nummer het in de werkmap staat"
    raise ToezichtError(f"{nummer} staat niet in de registers van de werkmap", hulp)


def _gemeenten(item: Ingang) -> tuple[str, ...]:
    if isinstance(item, Gesprek):
        return item.gemeenten
    return (item.gemeente,) if item.gemeente is not None else ()
