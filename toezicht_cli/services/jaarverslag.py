"""Jaarverslag: gather the figures of a year from the registers and onderzoeken, or from jaarcijfers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.jaaringangen import Ingangen, count_ingangen, list_wachttijden, select_ingangen
from toezicht_cli.analysis.jaaronderzoeken import count_onderzoeken, list_doorlooptijden, select_zaken
from toezicht_cli.analysis.jaaropmerkingen import (
    Omvang,
    count_shared,
    mark_incomplete,
    walk_opmerkingen,
    walk_uncounted,
)
from toezicht_cli.analysis.jaartelling import read_opgaven
from toezicht_cli.analysis.jaarverslag import Jaarbron, Jaarverslag, make_jaarverslag, summarize
from toezicht_cli.analysis.kaderkort import Kaderkort, make_kaderkort
from toezicht_cli.analysis.soorten import find_soorten
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.zaak import Zaak
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.kaders import KaderNotFoundError
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.vinden import has_onderzoeken
from toezicht_cli.models.jaarcijfers import Jaarcijfers
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.registers import Registers, read_registers
from toezicht_cli.services.werkmap import find_gemeente
from toezicht_cli.services.zaken import Tell, Zakenlezing, read_zaken

MAP = "jaarcijfers"
_INGANGEN = ("meldingen", "signalen", "gesprekken")
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
    if vraag.gemeente is not None:
        vraag = vraag._replace(gemeente=find_gemeente(gelezen.registers.werkmap, vraag.gemeente))
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
    return Opgemaakt(verslag, tuple(_walk_fouten(gelezen, vraag, nu)), gelezen.meldingen)


def _read(werkmap: Path, *, zonder_cache: bool, tell: Tell) -> Gelezen:
    registers = read_registers(werkmap)
    lezing = Zakenlezing(())
    if has_onderzoeken(werkmap):
        lezing = read_zaken(werkmap, zonder_cache=zonder_cache, tell=tell)
    ingangen = Ingangen(registers.meldingen, registers.signalen, registers.gesprekken)
    kaders = dict(_read_kaders(werkmap, lezing.zaken))
    return Gelezen(registers, ingangen, lezing.zaken, kaders, lezing.meldingen)


def _walk_fouten(gelezen: Gelezen, vraag: Jaarvraag, nu: Jaarbron) -> Iterator[str]:
    """Yield what is missing in the figures of this year and gemeente, in Dutch."""
    missing = {naam for telling in nu.tellingen for naam in telling.ontbreekt}
    for fault in gelezen.registers.faults:
        if fault.location.file in missing:
            yield f"{fault.location.file}:{fault.location.line}: {fault.message}"
            missing.discard(fault.location.file)
    zaken = select_zaken(gelezen.zaken, *vraag)
    for pad in sorted(missing | {zaak.pad for zaak in walk_uncounted(zaken)}):
        yield f"{pad}: er zijn fouten in (toezicht controleer)"
    for zaak in zaken.dubbel:
        yield f"{zaak.pad}: dat is een kopie van {zaak.onderzoek_id}"


def _list_stuk(registers: Registers, jaar: int) -> dict[str, list[str]]:
    """Return by register the files that could not be read and may hold something of the year."""
    found: dict[str, list[str]] = {}
    for file in dict.fromkeys(fault.location.file for fault in registers.faults):
        register, _, rest = file.partition("/")
        folder = rest.partition("/")[0]
        if folder == str(jaar) or not (len(folder) == 4 and folder.isdigit()):
            found.setdefault(register, []).append(file)
    return found


def _read_kaders(werkmap: Path, zaken: tuple[Zaak, ...]) -> Iterator[tuple[str, Kaderkort]]:
    kadermap = kadermap_for(werkmap)
    for verwijzing in sorted({zaak.kader for zaak in zaken if zaak.kader}):
        try:
            kader = kadermap.read(verwijzing).document.model
        except KaderNotFoundError:
            continue  # its zaken have fouten then, and those are named
        if kader is not None:
            yield verwijzing, make_kaderkort(kader)


def _find_bron(werkmap: Path, gelezen: Gelezen, vraag: Jaarvraag) -> Jaarbron | None:
    """Return the figures of a year: of the registers when they hold it, else of ``jaarcijfers``."""
    jaar = vraag.jaar
    ingangen = select_ingangen(gelezen.ingangen, jaar, None, vraag.peildatum)
    zaken = select_zaken(gelezen.zaken, jaar, None, vraag.peildatum)
    path = werkmap / MAP / f"{jaar}.yaml"
    stuk = _list_stuk(gelezen.registers, jaar)
    if not (any(ingangen) or zaken.of_year or any(stuk.get(naam) for naam in _INGANGEN)):
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
    omvang = Omvang(gemeente, tuple(item.naam for item in gelezen.registers.werkmap.gemeenten))
    return Jaarbron(
        jaar,
        "registers",
        gelezen.registers.werkmap.organisatie,
        None,
        REGISTERBRON,
        tuple(mark_incomplete(tellingen, zaken, _list_stuk(gelezen.registers, jaar))),
        summarize(tijden),
        count_shared(ingangen, zaken),
        (*opmerkingen, *walk_opmerkingen(ingangen, zaken, omvang)),
        tuple(gelezen.kaders.values()),
    )


def _of_jaarcijfers(werkmap: Path, jaar: int) -> Jaarbron:
    cijfers = read_document(werkmap, f"{MAP}/{jaar}.yaml", Jaarcijfers).require()
    if cijfers.jaar != str(jaar):
        raise ToezichtError(f"{MAP}/{jaar}.yaml gaat over {cijfers.jaar}", "maak jaar en bestandsnaam gelijk")
    return Jaarbron(
        jaar, "jaarcijfers", cijfers.organisatie, cijfers.opdruk, cijfers.bron, read_opgaven(cijfers)
    )
