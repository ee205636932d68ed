"""Wederhoor klaarzetten: make the concept that goes to the aanbieder, and let the term to react begin.

The documents come first, then ``wederhoor.yaml``, and ``onderzoek.yaml`` last: it alone says that the concept
was sent. Killed in between, the same command does the rest.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.termijnen import reactietermijn
from toezicht_cli.analysis.wederhoor import BESTAND, list_stand
from toezicht_cli.diagnostics import CheckResult, ToezichtError
from toezicht_cli.loading.dossier import LoadResult, load_dossier, load_stand
from toezicht_cli.loading.schrijven import GewijzigdError, check_target, write_bytes_atomically
from toezicht_cli.loading.stand import GewijzigdeStand, Mapstand
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.loading.yaml_wijzigen import remove_key, set_value
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Wederhoor
from toezicht_cli.rendering.boom import Document
from toezicht_cli.rendering.writers import find_writer
from toezicht_cli.rendering.writers.base import WriterError
from toezicht_cli.services.herkomst import hash_bytes
from toezicht_cli.services.mapmaken import make_folder
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapport import Rapportbron, Wensen, build, check_before, prepare, write
from toezicht_cli.services.vaststellingsbestand import ONDERZOEK, Bestandstekst, read_tekst

MAP = "bijlagen/wederhoor"
_FASE = "reactie-aanbieder"
_NIEUW = "# Hoor en wederhoor: het verzonden concept, en de reacties van de aanbieder.\n"


class Verzendwens(NamedTuple):
    """What the user asked for: the day of sending, the formats, the last day to react when it is given.

    ``vandaag`` is the day on which an uitzondering may have ended.
    """

    op: date
    vandaag: date
    formaten: tuple[str, ...]
    uiterlijk: date | None = None
    opnieuw: bool = False


class LaatsteDag(NamedTuple):
    """The last day to react, and why it is that day; None when nobody said how long the aanbieder gets."""

    dag: date | None
    uitleg: str | None = None
    waarschuwing: str | None = None


class Conceptvoorstel(NamedTuple):
    """All that is about to be written; nothing is yet. ``eerder`` is what an earlier round left behind."""

    load: LoadResult
    op: date
    laatste: LaatsteDag
    uitvoer: dict[str, bytes]
    wederhoor: tuple[Bestandstekst, str]
    onderzoek: tuple[Bestandstekst, str]
    eerder: tuple[str, ...]


def propose_concept(
    root: Path, here: Path, wens: Verzendwens, tell: Callable[[str], None]
) -> Conceptvoorstel | CheckResult:
    """Return what klaarzetten would write, made completely, or the check that stands in the way.

    Args:
        root: the folder of the onderzoek.
        here: the working directory, for the paths that people see.
        wens: what the user asked for.
        tell: is called with a line before something that takes long.

    Raises:
        ToezichtError: a concept was sent already, a file cannot be changed, or a document cannot be made.
    """
    tell("Controleren …")
    before = load_dossier(root, kadermap_for(root))
    if before.dossier.onleesbaar & {"onderzoek", "wederhoor"}:
        return check_before(before, here, wens.vandaag, "concept")
    _refuse_second(before.dossier, wens)
    onderzoek = read_tekst(root, ONDERZOEK)
    changed = _with_verzending(onderzoek.tekst or "", wens.op)
    stand = GewijzigdeStand(Mapstand(root), {ONDERZOEK: onderzoek.encode(changed)})
    load = _without_concept(load_stand(stand, kadermap_for(root)))
    # In the fase that it is about to get: there a norm without oordeel is a fout.
    check = check_before(load, here, wens.vandaag, "concept")
    if check.has_errors:
        return check
    laatste = _find_laatste_dag(before.dossier, wens)
    source = prepare(load, "concept", Wensen(wens.formaten), here)
    uitvoer = _in_free_folder(root, _make_uitvoer(source, here, wens, tell), wens.op.isoformat())
    bestand = read_tekst(root, BESTAND)
    tekst = _with_concept(bestand.tekst or _NIEUW, source, uitvoer, laatste)
    return Conceptvoorstel(
        *(load, wens.op, laatste, uitvoer, (bestand, tekst), (onderzoek, changed)),
        eerder=tuple(_list_eerder(before.dossier)) if wens.opnieuw else (),
    )


def carry_out(voorstel: Conceptvoorstel) -> None:
    """Write a voorstel: the documents, ``wederhoor.yaml``, and ``onderzoek.yaml`` last.

    Raises:
        ToezichtError: something could not be written, or somebody changed a file meanwhile. What is
            there already is right; doing it again does the rest.
    """
    root = voorstel.load.root
    if voorstel.wederhoor[0].tekst is None and (root / BESTAND).exists():
        message = f"{root / BESTAND} is er intussen bij gekomen: er is niets overheen geschreven"
        raise GewijzigdError(message, "probeer het opnieuw")
    paths = {root / naam: content for naam, content in voorstel.uitvoer.items()}
    for folder in dict.fromkeys(path.parent for path in paths):
        make_folder(root, folder)
    for path in (*paths, root / BESTAND, root / ONDERZOEK):
        check_target(path)
    for path, content in paths.items():
        write_bytes_atomically(path, content)
    for bestand, tekst in (voorstel.wederhoor, voorstel.onderzoek):
        if tekst != bestand.tekst:
            bestand.write(root, tekst)


def _refuse_second(dossier: Dossier, wens: Verzendwens) -> None:
    onderzoek = dossier.onderzoek
    if onderzoek.fase == "definitief":
        raise ToezichtError("dit onderzoek is al definitief: er is geen concept meer om te sturen")
    if wens.uiterlijk and wens.uiterlijk < wens.op:
        raise ToezichtError("de laatste dag om te reageren ligt voor de dag van verzenden")
    verzonden = onderzoek.momenten.concept_verzonden_op if onderzoek.momenten else None
    if verzonden is not None and not wens.opnieuw:
        dag = f" op {verzonden.leesbaar}" if isinstance(verzonden, Datum) else ""
        hulp = "stuur je een nieuw concept, geef dan --opnieuw mee; de termijn begint dan opnieuw"
        raise ToezichtError(f"het concept is al verzonden{dag}", hulp)


def _with_verzending(tekst: str, op: date) -> str:
    """Return ``onderzoek.yaml`` in the fase after the concept, with the day on which it was sent."""
    tekst = set_value(tekst, ("momenten", "concept_verzonden_op"), op.isoformat(), ONDERZOEK)
    return set_value(tekst, ("fase",), _FASE, ONDERZOEK)


def _without_concept(load: LoadResult) -> LoadResult:
    """Return the onderzoek without what this command writes, so that doing it again makes the same bytes."""
    found = load.dossier.documents.get(BESTAND)
    if not isinstance(found, Wederhoor):
        return load
    kept = found.model_copy(update={"concept": None, "uiterlijk": None})
    documents = {**load.dossier.documents, BESTAND: kept}
    if kept == Wederhoor():
        del documents[BESTAND]
    return replace(load, dossier=load.dossier.with_documents(documents))


def _find_laatste_dag(dossier: Dossier, wens: Verzendwens) -> LaatsteDag:
    """Return the day that the user gave, else that of the term, else the one that stands there already."""
    if wens.uiterlijk:
        return LaatsteDag(wens.uiterlijk)
    try:
        einde = reactietermijn(dossier, wens.op)
    except OverflowError:
        einde = None
    if einde is not None:
        return LaatsteDag(einde.einde, einde.uitleg, einde.waarschuwing)
    known = dossier.wederhoor.uiterlijk
    if known is not None and known.vroegst >= wens.op:
        return LaatsteDag(known.vroegst, "zo stond het al in wederhoor.yaml")
    return LaatsteDag(None)


def _make_uitvoer(
    source: Rapportbron, here: Path, wens: Verzendwens, tell: Callable[[str], None]
) -> dict[str, bytes]:
    """Return the documents by their name in the onderzoek."""
    document = build(source, here)
    found = {}
    for formaat in wens.formaten:
        tell(f"{formaat} maken …")
        extension = find_writer(formaat).extension
        name = f"{MAP}/{wens.op.isoformat()}/{source.load.dossier.naam}-concept.{extension}"
        found[name] = _write(document, source, formaat)
    return found


def _in_free_folder(root: Path, uitvoer: dict[str, bytes], dag: str) -> dict[str, bytes]:
    """Return the documents in the folder of the day, or in one behind it when that has another concept."""
    number = 1
    while True:
        folder = dag if number == 1 else f"{dag}-{number}"
        found = {naam.replace(f"/{dag}/", f"/{folder}/"): content for naam, content in uitvoer.items()}
        if all(_is_free(root / naam, content) for naam, content in found.items()):
            return found
        number += 1


def _is_free(path: Path, content: bytes) -> bool:
    """Whether nothing stands at ``path``, or the same: from a run that was cut off."""
    return not path.exists() or (path.is_file() and path.read_bytes() == content)


def _write(document: Document, source: Rapportbron, formaat: str) -> bytes:
    """Return a document; in the Word file every change of the aanbieder is tracked."""
    if formaat != "docx":
        return write(document, source, formaat)
    from toezicht_cli.rendering.writers.docx import write_to_react

    try:
        return write_to_react(document, source.stijl, source.sjabloon.referentie)
    except WriterError as error:
        raise ToezichtError(f"docx: {error}") from error


def _with_concept(tekst: str, source: Rapportbron, uitvoer: dict[str, bytes], laatste: LaatsteDag) -> str:
    """Return ``wederhoor.yaml`` with what was sent, and until when the aanbieder can react."""
    dossier = source.load.dossier
    oordelen: dict[str, YamlValue] = dict(list_stand(dossier))
    bestanden: dict[str, YamlValue] = {naam: hash_bytes(content) for naam, content in uitvoer.items()}
    concept: dict[str, YamlValue] = {"kader": dossier.onderzoek.kader, "gegevens": source.gegevens}
    concept |= {"oordelen": oordelen} if oordelen else {}
    tekst = set_value(tekst, ("concept",), {**concept, "bestanden": bestanden}, BESTAND)
    if laatste.dag is None:
        return remove_key(tekst, ("uiterlijk",), BESTAND)
    return set_value(tekst, ("uiterlijk",), laatste.dag.isoformat(), BESTAND)


def _list_eerder(dossier: Dossier) -> Sequence[str]:
    """Return what belongs to the concept that was sent before, and that people must look at."""
    wederhoor, momenten = dossier.wederhoor, dossier.onderzoek.momenten
    found = (
        ("reactie_ontvangen_op in onderzoek.yaml", momenten and momenten.reactie_ontvangen_op),
        ("uitstel in wederhoor.yaml", wederhoor.uitstel),
        ("afstand in wederhoor.yaml", wederhoor.afstand),
    )
    return [naam for naam, waarde in found if waarde]
