"""Jaarverslag: gather the figures of a year from the registers and onderzoeken, or from jaarcijfers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.jaaringangen import Ingangen, count_ingangen, list_wachttijden, select_ingangen
from toezicht_cli.analysis.jaaronderzoeken import (
    Jaarzaken,
    count_onderzoeken,
    list_doorlooptijden,
    select_zaken,
)
from toezicht_cli.analysis.jaartelling import read_opgaven
from toezicht_cli.analysis.jaarverslag import Jaarbron, Jaarverslag, make_jaarverslag, summarize
from toezicht_cli.analysis.kaderkort import Kaderkort, make_kaderkort
from toezicht_cli.analysis.zaak import Zaak
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.kaders import KaderNotFoundError
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.vinden import has_onderzoeken
from toezicht_cli.models.jaarcijfers import Jaarcijfers
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.registers import Registers, read_registers
from toezicht_cli.services.zaken import Tell, read_zaken

MAP = "jaarcijfers"
REGISTERBRON = "De registers en onderzoeken van deze werkmap"


class Gelezen(NamedTuple):
    """All that a jaarverslag is made of; ``fouten`` names what could not be read and so was not counted."""

    registers: Registers
    ingangen: Ingangen
    zaken: tuple[Zaak, ...]
    kaders: dict[str, Kaderkort]
    fouten: tuple[str, ...]


class Jaarvraag(NamedTuple):
    """What is asked for: the year, one gemeente (None: all), and the day of looking."""

    jaar: int
    gemeente: str | None
    peildatum: date


class Opgemaakt(NamedTuple):
    """A jaarverslag, and what could not be read: with anything of that the figures are not complete."""

    verslag: Jaarverslag
    fouten: tuple[str, ...]


def report_jaar(werkmap: Path, vraag: Jaarvraag, *, tell: Tell = lambda _done, _all: None) -> Opgemaakt:
    """Return the jaarverslag that ``vraag`` asks for.

    Args:
        werkmap: the folder with ``toezicht.yaml``.
        vraag: the year, the gemeente and the day of looking.
        tell: see ``read_zaken``.

    Raises:
        ToezichtError: the gemeente is none of the werkmap, or nothing is known of the year.
    """
    gelezen = _read(werkmap, tell)
    _check_gemeente(gelezen.registers, vraag.gemeente)
    nu = _find_bron(werkmap, gelezen, vraag)
    if nu is None:
        message = f"van {vraag.jaar} is niets bekend in {werkmap.name}"
        raise ToezichtError(message, f"er is geen register van dat jaar en geen {MAP}/{vraag.jaar}.yaml")
    vorig = _find_bron(werkmap, gelezen, vraag._replace(jaar=vraag.jaar - 1))
    return Opgemaakt(make_jaarverslag(nu, vorig, vraag.gemeente), gelezen.fouten)


def _read(werkmap: Path, tell: Tell) -> Gelezen:
    registers = read_registers(werkmap)
    zaken = read_zaken(werkmap, tell=tell).zaken if has_onderzoeken(werkmap) else ()
    fouten = [f"{fault.location.file}:{fault.location.line}: {fault.message}" for fault in registers.faults]
    fouten += [
        f"{zaak.pad}: de oordelen tellen niet mee, want er zijn fouten (toezicht controleer)"
        for zaak in zaken
        if not zaak.is_telbaar
    ]
    ingangen = Ingangen(registers.meldingen, registers.signalen, registers.gesprekken)
    return Gelezen(registers, ingangen, zaken, dict(_read_kaders(werkmap, zaken)), tuple(fouten))


def _read_kaders(werkmap: Path, zaken: tuple[Zaak, ...]) -> Iterator[tuple[str, Kaderkort]]:
    kadermap = kadermap_for(werkmap)
    for verwijzing in sorted({zaak.kader for zaak in zaken if zaak.kader}):
        try:
            kader = kadermap.read(verwijzing).document.model
        except KaderNotFoundError:
            continue  # its zaken have fouten then, and those are named
        if kader is not None:
            yield verwijzing, make_kaderkort(kader)


def _check_gemeente(registers: Registers, gemeente: str | None) -> None:
    namen = [item.naam for item in registers.werkmap.gemeenten]
    if gemeente is not None and gemeente not in namen:
        known = f"deze staan in toezicht.yaml: {', '.join(namen)}" if namen else "toezicht.yaml noemt er geen"
        raise ToezichtError(
            f"gemeente {quote(gemeente)} staat niet in toezicht.yaml", suggest(gemeente, namen) or known
        )


def _find_bron(werkmap: Path, gelezen: Gelezen, vraag: Jaarvraag) -> Jaarbron | None:
    """Return the figures of a year: of the registers when they hold it, else of ``jaarcijfers``."""
    jaar = vraag.jaar
    ingangen = select_ingangen(gelezen.ingangen, jaar, None)
    zaken = select_zaken(gelezen.zaken, jaar, None, vraag.peildatum)
    has_register = any(ingangen) or bool(zaken.gestart or zaken.vastgesteld)
    path = werkmap / MAP / f"{jaar}.yaml"
    if not has_register:
        return _of_jaarcijfers(werkmap, vraag) if path.exists() else None
    opmerkingen = (
        (f"{MAP}/{jaar}.yaml is niet gebruikt: de registers hebben dit jaar.",) if path.exists() else ()
    )
    return _of_registers(gelezen, vraag, opmerkingen)


def _of_registers(gelezen: Gelezen, vraag: Jaarvraag, opmerkingen: tuple[str, ...]) -> Jaarbron:
    jaar, gemeente, _ = vraag
    ingangen = select_ingangen(gelezen.ingangen, jaar, gemeente)
    zaken = select_zaken(gelezen.zaken, jaar, gemeente, vraag.peildatum)
    tellingen = (*count_ingangen(ingangen, gelezen.ingangen), *count_onderzoeken(zaken, gelezen.kaders))
    tijden = (*list_wachttijden(ingangen), *list_doorlooptijden(zaken))
    return Jaarbron(
        jaar,
        "registers",
        gelezen.registers.werkmap.organisatie,
        None,
        REGISTERBRON,
        tellingen,
        summarize(tijden),
        _count_shared(ingangen, zaken),
        opmerkingen,
        tuple(gelezen.kaders.values()),
    )


def _count_shared(ingangen: Ingangen, zaken: Jaarzaken) -> int:
    """Return how many onderzoeken and gesprekken of the year belong to several gemeenten."""
    of_year = {zaak.id: zaak for zaak in (*zaken.gestart, *zaken.vastgesteld, *zaken.lopend)}
    shared = sum(len(zaak.gemeenten) > 1 for zaak in of_year.values())
    return shared + sum(len(gesprek.gemeenten) > 1 for gesprek in ingangen.gesprekken)


def _of_jaarcijfers(werkmap: Path, vraag: Jaarvraag) -> Jaarbron:
    jaar = vraag.jaar
    if vraag.gemeente is not None:
        message = f"de jaarcijfers van {jaar} zijn niet per gemeente"
        raise ToezichtError(message, "laat --gemeente weg")
    document = read_document(werkmap, f"{MAP}/{jaar}.yaml", Jaarcijfers)
    if document.model is None or document.faults:
        fault = document.faults[0]
        where = f"{fault.location.file}:{fault.location.line}:{fault.location.column}"
        raise ToezichtError(f"{where}: {fault.message}", fault.help)
    cijfers = document.model
    if cijfers.jaar != str(jaar):
        raise ToezichtError(f"{MAP}/{jaar}.yaml gaat over {cijfers.jaar}", "maak jaar en bestandsnaam gelijk")
    return Jaarbron(
        jaar, "jaarcijfers", cijfers.organisatie, cijfers.opdruk, cijfers.bron, read_opgaven(cijfers)
    )
