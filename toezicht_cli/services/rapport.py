"""Rapport: make the documents of an onderzoek and lay them down."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.bevriezen import freeze
from toezicht_cli.analysis.rapportresultaat import Rapportbestand, Rapportresultaat
from toezicht_cli.analysis.soorten import find_soort
from toezicht_cli.analysis.vingerafdruk import fingerprint
from toezicht_cli.diagnostics import CheckResult, ToezichtError
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.schrijven import check_target, write_bytes_atomically
from toezicht_cli.loading.sjablonen import Sjabloonbestanden, list_sjablonen, read_sjabloon
from toezicht_cli.loading.vinden import find_werkmap
from toezicht_cli.models.bron import Rol
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verloop import Versie
from toezicht_cli.rendering.boom import Document, Variant
from toezicht_cli.rendering.context.inzetten import TekstError
from toezicht_cli.rendering.document import Ondertekening, Opdracht, make_document
from toezicht_cli.rendering.sjabloon import SjabloonError, fill
from toezicht_cli.rendering.stijl import Stijl
from toezicht_cli.rendering.writers import find_writer
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.resources import data_folder
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.huisstijl import find_stijl
from toezicht_cli.services.oordeel import FAMILIES
from toezicht_cli.services.plek import Paden, kadermap_for
from toezicht_cli.services.sjabloonproces import fill_apart

STANDAARD = "standaard"
RAPPORT = "rapport"
# What a letter needs: files that can be read, a kader, and no oordeel that cannot be placed.
_VOORAF = ("STR", "KDR", "INT", "NRM002", "NRM003", "NRM004", "NRM009", "NRM014", "OOR001")


class Wensen(NamedTuple):
    """What the user asked for; None is: what fits the onderzoek."""

    formaten: tuple[str, ...]
    sjabloon: str | None = None
    huisstijl: Path | None = None
    variant: Variant | None = None
    uit: Path | None = None


class Rapportbron(NamedTuple):
    """An onderzoek that a report can be made of, with its template and style, and who made it definitive.

    ``rol`` and ``uiterlijk`` are for what goes out beforehand: see ``Opdracht``.
    """

    load: LoadResult
    sjabloon: Sjabloonbestanden
    stijl: Stijl
    variant: Variant
    gegevens: str
    ondertekening: Ondertekening | None = None
    rol: Rol | None = None
    uiterlijk: str | None = None


def make_rapport(
    root: Path, here: Path, today: date, wensen: Wensen, tell: Callable[[str], None]
) -> Rapportresultaat:
    """Make the documents of the onderzoek in ``root``: all of them before the first is written.

    Args:
        root: the folder of the onderzoek.
        here: the working directory, for the paths that people see.
        today: the day on which an uitzondering may have ended.
        wensen: formats, template, style, variant and folder.
        tell: is called with a line before something that takes long.

    Raises:
        ToezichtError: template, style or text is wrong, or a file could not be made.
    """
    load = load_dossier(root, kadermap_for(root))
    is_vooraf, variant, check = look_before(load, wensen, here, today)
    sjabloon = choose_sjabloon(load, wensen)
    if check.has_errors:
        return Rapportresultaat(load.dossier.naam, variant, (), check)
    source = prepare(load, variant, wensen, here)
    document = build(source, here)
    folder = _make_folder(wensen.uit or root / RAPPORT)
    contents = []
    for formaat in wensen.formaten:
        tell(f"{formaat} maken …")
        contents.append((folder / file_name(load, sjabloon, formaat), write(document, source, formaat)))
    for path, _ in contents:
        check_target(path)
    for path, content in contents:
        write_bytes_atomically(path, content)
    paden = Paden.around(root, here)
    made = (Rapportbestand(paden.shown(path.resolve()), len(content)) for path, content in contents)
    return Rapportresultaat(load.dossier.naam, sjabloon if is_vooraf else variant, tuple(made), check)


def prepare(load: LoadResult, variant: Variant, wensen: Wensen, here: Path) -> Rapportbron:
    """Return the onderzoek with the template and the style that ``wensen`` ask for.

    Raises:
        ToezichtError: there is no such template or style, or it is wrong.
    """
    sjabloon = find_sjabloon(load, choose_sjabloon(load, wensen))
    stijl = find_stijl(load.root, here / wensen.huisstijl if wensen.huisstijl else None)
    gegevens = fingerprint(load.dossier)
    ondertekening = find_ondertekening(load.dossier, gegevens) if variant == "definitief" else None
    return Rapportbron(load, sjabloon, stijl, variant, gegevens, ondertekening)


def find_sjabloon(load: LoadResult, naam: str) -> Sjabloonbestanden:
    """Return the template ``naam`` of the werkmap, else of the tool; raise ToezichtError when it is wrong."""
    found = read_sjabloon(naam, sjabloonfolders(load.root), own=data_folder("templates"))
    if found.is_jaarverslag:
        message = f"sjabloon {naam} is voor de cijfers van een jaar, niet voor een onderzoek"
        raise ToezichtError(message, "toezicht jaarverslag JAAR --formaat pdf")
    return found


def find_ondertekening(dossier: Dossier, gegevens: str) -> Ondertekening | None:
    """Return who made the report of these data definitive; None when the version that counts has others."""
    geldend = (item for item in dossier.vaststelling.versies if item.status == "geldend")
    return next((ondertekening_of(versie) for versie in geldend if versie.gegevens == gegevens), None)


def ondertekening_of(versie: Versie) -> Ondertekening:
    """Return what the colophon says of a version."""
    return Ondertekening(
        versie.nummer, versie.vastgesteld_door, versie.functie, versie.mandaat, versie.aanleiding
    )


def build(source: Rapportbron, here: Path) -> Document:
    """Return the document tree; a fault in a text or a template names its file and line.

    An onderzoek that was vastgesteld is told of as it was then, whatever was noted in its files since.

    Raises:
        ToezichtError: a text of the case or the template cannot become a document.
    """
    teksten = source.sjabloon.teksten
    opdracht = Opdracht(
        teksten, source.variant, source.gegevens, source.ondertekening, source.rol, source.uiterlijk
    )
    fill_template = fill_apart if source.sjabloon.is_eigen else fill
    try:
        return make_document(freeze(source.load.dossier), opdracht, source.stijl, fill_template)
    except TekstError as error:
        raise ToezichtError(f"{_locate(error, source.load, here)}: {error.message}") from error
    except SjabloonError as error:
        where = f"sjabloon {source.sjabloon.naam}, {error.file}:{error.line}"
        raise ToezichtError(f"{where}: {error.message}") from error


def write(document: Document, source: Rapportbron, formaat: str) -> bytes:
    """Return the document as the bytes of a file; raise ToezichtError when it cannot be made."""
    try:
        if formaat == "docx" and source.sjabloon.referentie is not None:
            from toezicht_cli.rendering.writers.docx import write_with_reference

            return write_with_reference(document, source.stijl, source.sjabloon.referentie)
        return find_writer(formaat).write(document, source.stijl)
    except WriterError as error:
        raise ToezichtError(f"{formaat}: {error}") from error


def file_name(load: LoadResult, sjabloon: str, formaat: str) -> str:
    """Return ``socra-2025-standaard.pdf``."""
    return f"{load.dossier.naam}-{sjabloon}.{find_writer(formaat).extension}"


def sjabloonfolders(root: Path) -> tuple[Path, ...]:
    """Return where templates are for an onderzoek: its werkmap first, then the tool's own."""
    werkmap = find_werkmap(root)
    own = (werkmap / "templates",) if werkmap else ()
    return (*own, data_folder("templates"))


def sjabloonnamen() -> tuple[str, ...]:
    """Return the names of the templates for an onderzoek that travel with the tool."""
    own = data_folder("templates")
    namen = list_sjablonen((own,))
    return tuple(naam for naam in namen if not read_sjabloon(naam, (own,), own=own).is_jaarverslag)


def fitting_sjabloon(load: LoadResult) -> str:
    """Return the template of the report: that of the kind of toezicht, else the standard one."""
    dossier = load.dossier
    onderzoek = dossier.documents.get("onderzoek.yaml")
    if not isinstance(onderzoek, Onderzoek):
        return STANDAARD
    soort = find_soort(onderzoek.soort_toezicht, dossier.omgeving.werkmap)
    return (soort.sjabloon if soort else None) or STANDAARD


def choose_sjabloon(load: LoadResult, wensen: Wensen) -> str:
    """Return the template that ``wensen`` ask for, else the one that fits."""
    return fitting_sjabloon(load) if wensen.sjabloon is None else wensen.sjabloon


def fitting_variant(load: LoadResult) -> Variant:
    """Return the variant that goes with the fase: definitief in the last one, else a concept."""
    onderzoek = load.dossier.documents.get("onderzoek.yaml")
    is_definitief = isinstance(onderzoek, Onderzoek) and onderzoek.fase == "definitief"
    return "definitief" if is_definitief else "concept"


def look_before(
    load: LoadResult, wensen: Wensen, here: Path, today: date
) -> tuple[bool, Variant, CheckResult]:
    """Return whether a template goes out beforehand, the variant to make, and what stands in the way.

    What goes out beforehand waits for no oordeel and is no concept, unless the user asks for one.

    Raises:
        ToezichtError: there is no such template, or the variant does not go with the fase.
    """
    if find_sjabloon(load, choose_sjabloon(load, wensen)).is_vooraf:
        return True, wensen.variant or "definitief", check_vooraf(load, here, today)
    variant = wensen.variant or fitting_variant(load)
    return False, variant, check_before(load, here, today, variant)


def check_before(load: LoadResult, here: Path, today: date, variant: Variant) -> CheckResult:
    """Check what must be right: all of it for a definitive report, the tally for a concept.

    The controles over reports that are there already do not count: a new one is what they ask for.
    """
    if variant == "concept":
        return check_loads([load], here, today, load_rules(FAMILIES))
    onderzoek = load.dossier.documents.get("onderzoek.yaml")
    if isinstance(onderzoek, Onderzoek) and onderzoek.fase != "definitief":
        message = (
            f"een definitief rapport kan pas in de fase definitief, en dit onderzoek is in {onderzoek.fase}"
        )
        raise ToezichtError(message, "maak een concept, of pas fase aan in onderzoek.yaml")
    rules = [rule for rule in load_rules() if not rule.id.startswith("RAP")]
    return check_loads([load], here, today, rules)


def check_vooraf(load: LoadResult, here: Path, today: date) -> CheckResult:
    """Check what must be right for a letter or list beforehand: that the files can be read and counted."""
    return check_loads([load], here, today, [rule for rule in load_rules() if rule.id.startswith(_VOORAF)])


def _make_folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"de map {folder} kon niet gemaakt worden"
        raise ToezichtError(message, "kijk of er al een bestand met die naam is") from error
    return folder


def _locate(error: TekstError, load: LoadResult, here: Path) -> str:
    text = load.texts.get(error.place.file)
    if text is None:
        return error.place.file
    location = text.locate(error.place)
    path = load.paths.get(error.place.file, load.root / error.place.file)
    return f"{Paden.around(load.root, here).shown(path)}:{location.line}:{location.column}"
