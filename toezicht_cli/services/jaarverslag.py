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
from toezicht_cli.analysis.soorten import find_soorten
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.zaak import Zaak
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.kaders import KaderNotFoundError
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.vinden import has_onderzoeken
from toezicht_cli.models.jaarcijfers import Jaarcijfers
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.registers import Registers, read_registers
from toezicht_cli.services.zaken import Tell, Zakenlezing, read_zaken

MAP = "jaarcijfers"
REGISTERBRON = "De registers en onderzoeken van deze werkmap"


class Gelezen(NamedTuple):
    """All that a jaarverslag is made of; ``meldingen`` are Dutch lines about the reading itself."""

    registers: Registers
    ingangen: Ingangen
    zaken: tuple[Zaak, ...]
    kaders: dict[str, Kaderkort]
    meldingen: tuple[str, ...]


class Jaarvraag(NamedTuple):
    """What is asked for: the year, one gemeente (None: all), and the day of looking."""

    jaar: int
    gemeente: str | None
    peildatum: date


class Opgemaakt(NamedTuple):
    """A jaarverslag, and what could not be read: with anything of that the figures are not complete.

    ``meldingen`` are Dutch lines about what went otherwise than usual and makes no difference to the figures.
    """

    verslag: Jaarverslag
    fouten: tuple[str, ...]
    meldingen: tuple[str, ...]


def report_jaar(
    werkmap: Path, vraag: Jaarvraag, *, zonder_cache: bool = False, tell: Tell = lambda _done, _all: None
) -> Opgemaakt:
    """Return the jaarverslag that ``vraag`` asks for.

    Args:
        werkmap: the folder with ``toezicht.yaml``.
        vraag: the year, the gemeente and the day of looking.
        zonder_cache: whether to read every onderzoek again.
        tell: see ``read_zaken``.

    Raises:
        ToezichtError: the gemeente is none of the werkmap, nothing is known of the year, or it has not begun.
    """
    if date(vraag.jaar, 1, 1) > vraag.peildatum:
        message = f"{vraag.jaar} is op {in_words(vraag.peildatum)} nog niet begonnen"
        raise ToezichtError(message, "kies een jaar dat begonnen is")
    gelezen = _read(werkmap, zonder_cache=zonder_cache, tell=tell)
    _check_gemeente(gelezen.registers, vraag.gemeente)
    nu = _find_bron(werkmap, gelezen, vraag)
    if nu is None:
        message = f"van {vraag.jaar} is niets bekend in {werkmap.name}"
        raise ToezichtError(message, f"er is geen register van dat jaar en geen {MAP}/{vraag.jaar}.yaml")
    if nu.bron == MAP and vraag.gemeente is not None:
        raise ToezichtError(f"de jaarcijfers van {vraag.jaar} zijn niet per gemeente", "laat --gemeente weg")
    try:
        vorig = _find_bron(werkmap, gelezen, vraag._replace(jaar=vraag.jaar - 1))
    except ToezichtError as error:  # the figures of this year are sound
        vorig = None
        nu = nu._replace(opmerkingen=(*nu.opmerkingen, f"Het jaar ervoor is niet te lezen: {error}."))
    verslag = make_jaarverslag(nu, vorig, vraag.gemeente)
    return Opgemaakt(verslag, tuple(_walk_fouten(gelezen, vraag)), gelezen.meldingen)


def _read(werkmap: Path, *, zonder_cache: bool, tell: Tell) -> Gelezen:
    registers = read_registers(werkmap)
    lezing = Zakenlezing(())
    if has_onderzoeken(werkmap):
        lezing = read_zaken(werkmap, zonder_cache=zonder_cache, tell=tell)
    ingangen = Ingangen(registers.meldingen, registers.signalen, registers.gesprekken)
    kaders = dict(_read_kaders(werkmap, lezing.zaken))
    return Gelezen(registers, ingangen, lezing.zaken, kaders, lezing.meldingen)


def _walk_fouten(gelezen: Gelezen, vraag: Jaarvraag) -> Iterator[str]:
    """Yield what is missing in the figures of this year and gemeente, in Dutch."""
    for fault in gelezen.registers.faults:
        yield f"{fault.location.file}:{fault.location.line}: {fault.message}"
    zaken = select_zaken(gelezen.zaken, *vraag)
    for zaak in zaken.onleesbaar:
        yield f"{zaak.pad}: dat is niet te lezen (toezicht controleer)"
    for zaak in _walk_uncounted(zaken):
        yield f"de oordelen van {zaak.pad}: daar zijn fouten in (toezicht controleer)"


def _walk_uncounted(zaken: Jaarzaken) -> Iterator[Zaak]:
    """Yield the zaken of which the oordelen belong to the year, or may, and cannot be counted."""
    found = dict.fromkeys((*zaken.vastgesteld, *zaken.onbekend, *zaken.zonder_vaststelling))
    return (zaak for zaak in found if not zaak.is_telbaar)


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
    ingangen = select_ingangen(gelezen.ingangen, jaar, None, vraag.peildatum)
    zaken = select_zaken(gelezen.zaken, jaar, None, vraag.peildatum)
    path = werkmap / MAP / f"{jaar}.yaml"
    if not any(ingangen) and zaken.is_leeg:
        return _of_jaarcijfers(werkmap, jaar) if path.exists() else None
    opmerkingen = (
        (f"{MAP}/{jaar}.yaml is niet gebruikt: de registers hebben dit jaar.",) if path.exists() else ()
    )
    return _of_registers(gelezen, vraag, opmerkingen)


def _of_registers(gelezen: Gelezen, vraag: Jaarvraag, opmerkingen: tuple[str, ...]) -> Jaarbron:
    jaar, gemeente, peildatum = vraag
    ingangen = select_ingangen(gelezen.ingangen, jaar, gemeente, peildatum)
    zaken = select_zaken(gelezen.zaken, jaar, gemeente, vraag.peildatum)
    soorten = {soort.id: soort.titel for soort in find_soorten(gelezen.registers.werkmap)}
    tellingen = (
        *count_ingangen(ingangen, gelezen.ingangen),
        *count_onderzoeken(zaken, gelezen.kaders, soorten),
    )
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
        (*opmerkingen, *_walk_opmerkingen(gelezen, vraag, ingangen, zaken)),
        tuple(gelezen.kaders.values()),
    )


def _walk_opmerkingen(
    gelezen: Gelezen, vraag: Jaarvraag, ingangen: Ingangen, zaken: Jaarzaken
) -> Iterator[str]:
    """Say what the figures leave out: the rest of the year, what cannot be read, what has no gemeente."""
    if zaken.einde < date(vraag.jaar, 12, 31):
        yield f"{vraag.jaar} is niet om: er is geteld tot en met {in_words(zaken.einde)}."
    if gelezen.registers.faults:
        namen = {fault.location.file for fault in gelezen.registers.faults}
        yield f"Niet gelezen en niet geteld, want er zitten fouten in: {', '.join(sorted(namen))}."
    onleesbaar = ", ".join(zaak.id for zaak in zaken.onleesbaar)
    if onleesbaar:
        yield f"Niet gelezen en niet geteld, van welk jaar zij ook zijn: de onderzoeken {onleesbaar}."
    zonder = ", ".join(zaak.id for zaak in _walk_uncounted(zaken))
    if zonder:
        yield f"De oordelen van deze onderzoeken tellen niet mee, want er zitten fouten in: {zonder}."
    los = _count_without_gemeente(ingangen, zaken)
    if vraag.gemeente is None and los:
        yield f"Zonder gemeente: {los}. Dat telt alleen in het totaal, en bij geen enkele gemeente."


def _count_without_gemeente(ingangen: Ingangen, zaken: Jaarzaken) -> str:
    """Return how many entries and onderzoeken of the year have no gemeente, in words; empty when none."""
    found = {
        "meldingen": sum(item.gemeente is None for item in ingangen.meldingen),
        "signalen": sum(item.gemeente is None for item in ingangen.signalen),
        "gesprekken": sum(not item.gemeenten for item in ingangen.gesprekken),
        "onderzoeken": len({zaak.id for zaak in zaken.of_year if not zaak.gemeenten}),
    }
    return ", ".join(f"{naam} {aantal}" for naam, aantal in found.items() if aantal)


def _count_shared(ingangen: Ingangen, zaken: Jaarzaken) -> int:
    """Return how many onderzoeken and gesprekken of the year belong to several gemeenten."""
    of_year = {zaak.id: zaak for zaak in zaken.of_year}
    shared = sum(len(zaak.gemeenten) > 1 for zaak in of_year.values())
    return shared + sum(len(gesprek.gemeenten) > 1 for gesprek in ingangen.gesprekken)


def _of_jaarcijfers(werkmap: Path, jaar: int) -> Jaarbron:
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
