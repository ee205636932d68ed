"""Vaststellen: make an onderzoek definitive: check it, make the documents, and write down what they rest on.

The documents come first, then ``onderzoek.yaml``, and ``vaststelling.yaml`` last: it alone says that there is
a version. Killed in between, the same command does the rest.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.bevriezen import find_vaststelling
from toezicht_cli.analysis.vaststelling import (
    BESTAND,
    align,
    find_geldend,
    find_normen_zonder_tekst,
    number_of,
)
from toezicht_cli.analysis.vingerafdruk import fingerprint, fingerprint_files
from toezicht_cli.diagnostics import CheckResult, ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import LoadResult, load_dossier, load_stand
from toezicht_cli.loading.schrijven import GewijzigdError, check_target, write_bytes_atomically
from toezicht_cli.loading.stand import GewijzigdeStand, Mapstand
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Vastgelegd, Versie
from toezicht_cli.rendering.document import Ondertekening
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.herkomst import hash_bytes, hash_sjabloon, hash_stijl, list_programma
from toezicht_cli.services.mapmaken import make_folder
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import (
    Rapportbron,
    Wensen,
    build,
    file_name,
    fitting_sjabloon,
    prepare,
    write,
)
from toezicht_cli.services.vaststellingsbestand import (
    ONDERZOEK,
    Bestandstekst,
    read_tekst,
    with_einde,
    with_vaststelling,
    with_versie,
)

BRIEF = "aanbiedingsbrief"
MAP = "rapport/vastgesteld"
# What is said of reports and versions that are there already: a new version is what they ask for.
_NOT_BEFORE = ("RAP", "VST")


class Besluit(NamedTuple):
    """Who makes the report definitive, and when; ``herziening`` is why an earlier version is replaced.

    ``vandaag`` is the day on which an uitzondering may have ended.
    """

    door: str
    functie: str
    mandaat: str | None
    op: date
    vandaag: date
    herziening: str | None = None


class Weigering(NamedTuple):
    """Why an onderzoek cannot be vastgesteld: fouten, or normen without official text."""

    check: CheckResult
    normen: tuple[str, ...] = ()


class Voorstel(NamedTuple):
    """All that is about to be written; nothing is yet."""

    load: LoadResult
    versie: Versie
    uitvoer: dict[str, bytes]
    onderzoek: tuple[Bestandstekst, str]
    vaststelling: tuple[Bestandstekst, str]
    gelezen: dict[str, bytes]


def propose(
    root: Path, here: Path, besluit: Besluit, formaten: Sequence[str], tell: Callable[[str], None]
) -> Voorstel | Weigering:
    """Return what vaststellen would write, made completely, or why it cannot be done.

    Args:
        root: the folder of the onderzoek.
        here: the working directory, for the paths that people see.
        besluit: who decides, and when.
        formaten: the formats of the documents.
        tell: is called with a line before something that takes long.

    Raises:
        ToezichtError: there is a version already, nothing changed since, or a document cannot be made.
    """
    tell("Controleren …")
    before = load_dossier(root, kadermap_for(root))
    rules = [rule for rule in load_rules() if not rule.id.startswith(_NOT_BEFORE)]
    if "onderzoek" in before.dossier.onleesbaar or "vaststelling" in before.dossier.onleesbaar:
        return Weigering(check_loads([before], here, besluit.vandaag, rules))
    _refuse_second(before.dossier, besluit)
    onderzoek = read_tekst(root, ONDERZOEK)
    changed = with_vaststelling(onderzoek.tekst or "", besluit.op)
    stand = GewijzigdeStand(Mapstand(root), {ONDERZOEK: onderzoek.encode(changed)})
    load = load_stand(stand, kadermap_for(root))
    check = check_loads([load], here, besluit.vandaag, rules)
    if check.has_errors:
        return Weigering(check)
    if normen := find_normen_zonder_tekst(load.dossier):
        return Weigering(check, normen)
    _refuse_unchanged(load.dossier)
    invoer = {
        naam: Vastgelegd(bestand=hash_bytes(stand.gelezen[naam]), inhoud=inhoud)
        for naam, inhoud in fingerprint_files(load.dossier).items()
    }
    versie, uitvoer = _make(load, here, besluit, formaten, tell)
    versie = versie.model_copy(update={"invoer": invoer})
    vaststelling = _write_vaststelling(load, versie, besluit)
    gelezen = {naam: stand.gelezen[naam] for naam in invoer if naam != ONDERZOEK}
    return Voorstel(load, versie, uitvoer, (onderzoek, changed), vaststelling, gelezen)


def carry_out(voorstel: Voorstel) -> None:
    """Write a voorstel: the documents, ``onderzoek.yaml``, and ``vaststelling.yaml`` last.

    Raises:
        ToezichtError: something could not be written, or somebody changed a file meanwhile. What is
            there already is right; doing it again does the rest.
    """
    root = voorstel.load.root
    paths = {root / naam: content for naam, content in voorstel.uitvoer.items()}
    _refuse_other_documents(root, voorstel)
    for folder in sorted({path.parent for path in paths}):
        make_folder(root, folder)
    for path in paths:
        check_target(path)
    for path, content in paths.items():
        write_bytes_atomically(path, content)
    _refuse_changed(root, voorstel)
    for bestand, tekst in (voorstel.onderzoek, voorstel.vaststelling):
        if tekst != bestand.tekst:
            bestand.write(root, tekst)


def _refuse_other_documents(root: Path, voorstel: Voorstel) -> None:
    """Refuse to take the place of a document that says something else: it may have been sent."""
    folder = f"{MAP}/{voorstel.versie.nummer}"
    for path in sorted((root / folder).glob("*")) if (root / folder).is_dir() else ():
        naam = f"{folder}/{path.name}"
        content = voorstel.uitvoer.get(naam)
        if path.name.startswith(".") or (content is not None and path.read_bytes() == content):
            continue
        message = f"{naam} staat er al en is een ander document: daar wordt niets overheen geschreven"
        hulp = "is het van een afgebroken poging en nergens heen gegaan, haal het dan weg; bewaar het anders"
        raise ToezichtError(message, hulp)


def _refuse_changed(root: Path, voorstel: Voorstel) -> None:
    """Refuse when a file was saved after it was read: the documents would not be about it."""
    for naam, content in voorstel.gelezen.items():
        try:
            same = read_bytes(root, naam) == content
        except BestandError:
            same = False
        if not same:
            message = f"{naam} is intussen veranderd: er is niets vastgesteld"
            raise GewijzigdError(message, "sla op wat je nog open hebt, en geef de opdracht opnieuw")


def _refuse_second(dossier: Dossier, besluit: Besluit) -> None:
    versies = dossier.vaststelling.versies
    _refuse_day(dossier, besluit)
    if versies and besluit.herziening is None:
        last = versies[-1]
        message = f"versie {last.nummer} is al {'vastgesteld' if last.status == 'geldend' else last.status}"
        raise ToezichtError(message, "maak een nieuwe versie met --herzie --reden, en zeg waarom")
    if not versies and besluit.herziening is not None:
        raise ToezichtError("er is nog geen versie om te herzien", "laat --herzie en --reden weg")


def _refuse_day(dossier: Dossier, besluit: Besluit) -> None:
    """Refuse a day before the last version, or another one than the onderzoek names without any version."""
    versies = dossier.vaststelling.versies
    noted = find_vaststelling(dossier)
    if versies and versies[-1].vastgesteld_op.vroegst > besluit.op:
        last = versies[-1]
        message = f"versie {last.nummer} is van {last.vastgesteld_op.leesbaar}: een nieuwe is niet eerder"
        raise ToezichtError(message, "geef met --datum de dag waarop nu vastgesteld wordt")
    if not versies and noted is not None and noted.is_dag and noted.vroegst != besluit.op:
        message = f"onderzoek.yaml zegt dat het rapport al is vastgesteld op {noted.leesbaar}"
        raise ToezichtError(
            message, f"gebruik --datum {noted.tekst}, of haal vastgesteld_op weg als dat niet klopt"
        )


def _refuse_unchanged(dossier: Dossier) -> None:
    """Refuse to replace the version that counts by one that says the same."""
    geldend = find_geldend(dossier)
    if geldend is not None and fingerprint(align(dossier, geldend.value)) == geldend.value.gegevens:
        message = (
            f"er is niets veranderd sinds versie {geldend.value.nummer}: een nieuwe zou hetzelfde zeggen"
        )
        raise ToezichtError(message, "pas eerst aan wat anders moet")


def _make(
    load: LoadResult, here: Path, besluit: Besluit, formaten: Sequence[str], tell: Callable[[str], None]
) -> tuple[Versie, dict[str, bytes]]:
    """Return the version, still without its invoer, and its documents by name."""
    nummer = _next_nummer(load.dossier)
    ondertekening = Ondertekening(nummer, besluit.door, besluit.functie, besluit.mandaat, besluit.herziening)
    rapport = fitting_sjabloon(load)
    bronnen = {
        naam: prepare(load, "definitief", Wensen(tuple(formaten), naam), here)._replace(
            ondertekening=ondertekening
        )
        for naam in (rapport, BRIEF)
    }
    uitvoer = {
        naam: content
        for sjabloon, source in bronnen.items()
        for naam, content in make_uitvoer(source, here, sjabloon, formaten, tell).items()
    }
    dossier, bron = load.dossier, bronnen[rapport]
    versie = Versie(
        nummer=nummer,
        status="geldend",
        vastgesteld_op=_datum(besluit.op),
        vastgesteld_door=besluit.door,
        functie=besluit.functie,
        mandaat=besluit.mandaat,
        aanleiding=besluit.herziening,
        kader=dossier.onderzoek.kader,
        kader_hash=dossier.kader_hash or "",
        gegevens=bron.gegevens,
        sjablonen={naam: hash_sjabloon(source.sjabloon) for naam, source in bronnen.items()},
        huisstijl=hash_stijl(bron.stijl),
        programma=list_programma(),
        uitvoer={naam: hash_bytes(content) for naam, content in uitvoer.items()},
    )
    return versie, uitvoer


def make_uitvoer(
    bron: Rapportbron, here: Path, sjabloon: str, formaten: Sequence[str], tell: Callable[[str], None]
) -> dict[str, bytes]:
    """Return the documents of one template by their name in the onderzoek."""
    assert bron.ondertekening is not None  # noqa: S101 - only a version is made here
    folder = f"{MAP}/{bron.ondertekening.nummer}"
    document = build(bron, here)
    found = {}
    for formaat in formaten:
        tell(f"{sjabloon}, {formaat} maken …")
        found[f"{folder}/{file_name(bron.load, sjabloon, formaat)}"] = write(document, bron, formaat)
    return found


def _write_vaststelling(load: LoadResult, versie: Versie, besluit: Besluit) -> tuple[Bestandstekst, str]:
    """Return ``vaststelling.yaml`` as it is, and as it becomes."""
    bestand = read_tekst(load.root, BESTAND)
    tekst = bestand.tekst
    geldend = find_geldend(load.dossier)
    if geldend is not None and tekst is not None:
        index = geldend.place.route[-1]
        assert isinstance(index, int)  # noqa: S101 - versies is a list
        tekst = with_einde(tekst, index, "vervangen", besluit.herziening or "", besluit.op)
    return bestand, with_versie(tekst, versie)


def _next_nummer(dossier: Dossier) -> str:
    numbers = (number_of(item.nummer) for item in dossier.vaststelling.versies)
    return str(max((number for number in numbers if number is not None), default=0) + 1)


def _datum(dag: date) -> Datum:
    return Datum(dag.isoformat(), dag, dag)
