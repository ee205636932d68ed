"""Kadermigratie: let an onderzoek go over to a later edition of its kader, and leave a trail."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.kadermigratie import BEVINDINGEN, Migratieplan, Normlot, make_plan
from toezicht_cli.analysis.overgang import make_keten
from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.kaders import hash_kader
from toezicht_cli.loading.overgangen import list_overgangen, load_overgang, overgang_file, read_overgang_naar
from toezicht_cli.loading.vinden import find_onderzoek
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.loading.yaml_wijzigen import append_item, set_value
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.onderzoek import FASEN
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import KADERCODES, check_loads
from toezicht_cli.services.omzetting import Omzetting, Wissel, carry_out, find_omzetting, finish
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.vaststellingsbestand import ONDERZOEK, read_tekst

ARCHIEF = "bijlagen/kadermigratie"


class Migratie(NamedTuple):
    """What is wanted: the onderzoek in ``root`` goes over to ``naar`` (``naam@versie``) on the day ``op``."""

    root: Path
    naar: str
    op: date


def migrate(pad: Path, naar: str, op: date, *, proef: bool) -> Mededeling:
    """Let the onderzoek in ``pad`` go over to the kader ``naar``, whole or not at all.

    Args:
        pad: a folder in the onderzoek.
        naar: the later edition, as ``naam@versie``.
        op: the day that is noted.
        proef: only tell what would be done.

    Raises:
        ToezichtError: it cannot be done; nothing changed.
    """
    migratie = Migratie(find_onderzoek(pad), naar, op)
    lopend = find_omzetting(migratie.root)
    if lopend is not None:
        return _finish(migratie, lopend, proef=proef)
    load = load_dossier(migratie.root, kadermap_for(migratie.root))
    if load.faults or load.dossier.onleesbaar:
        message = f"in {migratie.root.name} is een bestand niet goed te lezen"
        raise ToezichtError(message, "los dat eerst op: toezicht controleer wijst de regel aan")
    _refuse_stand(load.dossier)
    kader, kader_hash = _read_kader(migratie)
    keten = _find_keten(migratie, load.dossier)
    if kader.per != load.dossier.kader.per:
        message = f"{naar} oordeelt per {kader.per} en {load.dossier.kader.verwijzing} niet"
        raise ToezichtError(message, "dat gaat niet vanzelf: begin een nieuw onderzoek onder dit kader")
    plan = make_plan(load.dossier, kader, keten)
    _refuse_confusion(plan, naar)
    omzetting = Omzetting(f"kader migreer naar {naar}", _build(migratie, load.dossier, plan, kader_hash))
    if not proef:
        carry_out(migratie.root, omzetting)
    return _tell(migratie, load.dossier, plan, omzetting, proef=proef)


def _finish(migratie: Migratie, lopend: Omzetting, *, proef: bool) -> Mededeling:
    if lopend.doel != f"kader migreer naar {migratie.naar}" or proef:
        message = f"een eerdere opdracht stopte halverwege: {lopend.doel}"
        raise ToezichtError(message, "geef die opdracht eerst opnieuw: dan wordt zij afgemaakt")
    finish(migratie.root, lopend)
    kop = f"{migratie.root.name} is overgegaan naar {migratie.naar}"
    return Mededeling(kop, ("Een eerdere opdracht stopte halverwege. Die is nu afgemaakt.",), _NEXT)


_NEXT = (
    ("toezicht controleer", "welke oordelen opnieuw moeten, en wat er niet meer klopt"),
    ("toezicht status", "welke normen nog open staan"),
)


def _refuse_stand(dossier: Dossier) -> None:
    """Refuse an onderzoek of which somebody else has the oordelen already."""
    onderzoek, momenten = dossier.onderzoek, dossier.onderzoek.momenten
    if (
        dossier.vaststelling.versies
        or onderzoek.fase == "definitief"
        or (momenten and momenten.vastgesteld_op)
    ):
        message = f"{onderzoek.id} is vastgesteld onder {onderzoek.kader}: die oordelen blijven zo staan"
        hulp = "begin een hertoets onder het nieuwe kader: toezicht hertoets nieuw NAAM --kader NAAM@VERSIE"
        raise ToezichtError(message, hulp)
    is_sent = dossier.wederhoor.concept or (momenten and momenten.concept_verzonden_op)
    if is_sent or FASEN.index(onderzoek.fase) > FASEN.index("conceptrapport"):
        message = f"het concept van {onderzoek.id} is al verzonden: de aanbieder reageert op die oordelen"
        raise ToezichtError(message, "rond het onderzoek af onder het kader van het concept")


def _refuse_confusion(plan: Migratieplan, naar: str) -> None:
    """Refuse to let what was said about one norm become something about another."""
    if plan.verwarrend:
        bestand, norm = plan.verwarrend[0]
        message = f"{bestand} noemt norm {norm}. Die vervalt, en in {naar} is {norm} een andere norm"
        raise ToezichtError(message, "noem daar eerst een norm die blijft, of haal het weg")


def _read_kader(migratie: Migratie) -> tuple[Toetsingskader, str]:
    document = kadermap_for(migratie.root).read(migratie.naar).document
    if document.model is None or document.text is None or document.faults:
        hulp = f"toezicht kader controleer {migratie.naar} laat zien wat er mis is"
        raise ToezichtError(f"kader {migratie.naar} is niet te lezen", hulp)
    return document.model, hash_kader(document.text.value)


def _find_keten(migratie: Migratie, dossier: Dossier) -> tuple[Kaderovergang, ...]:
    """Return the overgangen from the kader of the onderzoek to the wanted one, each without a fout."""
    kadermap, van = kadermap_for(migratie.root), dossier.onderzoek.kader
    if van == migratie.naar:
        raise ToezichtError(f"{dossier.naam} toetst al aan {van}")
    documents = [read_overgang_naar(naar, kadermap.folders) for naar in list_overgangen(kadermap.folders)]
    keten = make_keten([item.model for item in documents if item and item.model], van, migratie.naar)
    if not keten:
        message = f"nergens staat wat er van de normen van {van} werd in {migratie.naar}"
        hulp = f"toezicht kader overgang {van} {migratie.naar} maakt een begin, om zelf te verbeteren"
        raise ToezichtError(message, hulp)
    rules = load_rules(tuple(code.lower() for code in KADERCODES))
    for overgang in keten:
        result = check_loads([load_overgang(overgang.naar, kadermap)], migratie.root, migratie.op, rules)
        if result.has_errors:
            message = f"in kaders/{overgang_file(overgang.naar)} staat een fout"
            raise ToezichtError(message, f"toezicht kader controleer {overgang.naar} wijst de regel aan")
    return keten


def _build(migratie: Migratie, dossier: Dossier, plan: Migratieplan, kader_hash: str) -> tuple[Wissel, ...]:
    """Return every file that changes; ``onderzoek.yaml`` comes last, for it says which kader holds."""
    texts = {file: read_tekst(migratie.root, file) for file in _files(plan)}
    new: dict[str, str | None] = {naam: bestand.tekst for naam, bestand in texts.items()}
    for waarde in plan.waarden:
        file = waarde.place.file
        new[file] = set_value(new[file] or "", waarde.place.route, waarde.waarde, file)
    new[ONDERZOEK] = _with_trail(new[ONDERZOEK] or "", migratie, dossier, plan, kader_hash)
    moved: dict[str, tuple[str, str]] = {}
    for lot in plan.loten:
        target, tekst = _move(lot, texts[lot.bestand].tekst or "", dossier)
        moved[target] = (texts[lot.bestand].mark, tekst)
        new[lot.bestand] = None
    marks = {naam: bestand.mark for naam, bestand in texts.items()}
    for target, (mark, text) in moved.items():
        new[target], marks[target] = text, mark
    names = sorted(new, key=lambda naam: (naam == ONDERZOEK, not naam.startswith(ARCHIEF), naam))
    wissels = (_wissel(migratie.root, naam, new[naam], marks[naam]) for naam in names)
    return tuple(wissel for wissel in wissels if wissel.oud != wissel.nieuw)


def _files(plan: Migratieplan) -> list[str]:
    files = [lot.bestand for lot in plan.loten] + [waarde.place.file for waarde in plan.waarden]
    return list(dict.fromkeys((*files, ONDERZOEK)))


def _wissel(root: Path, naam: str, nieuw: str | None, mark: str) -> Wissel:
    present = read_tekst(root, naam)
    oud = None if present.tekst is None else present.mark + present.tekst
    if naam.startswith(ARCHIEF) and oud is not None and oud != f"{mark}{nieuw}":
        raise ToezichtError(f"{naam} staat er al, met iets anders erin", "geef dat bestand een andere naam")
    return Wissel(naam, oud, None if nieuw is None else mark + nieuw)


def _move(lot: Normlot, tekst: str, dossier: Dossier) -> tuple[str, str]:
    """Return where the file of a norm goes, and what it holds then."""
    van = dossier.onderzoek.kader
    if lot.naar is None:
        return f"{ARCHIEF}/{van.partition('@')[2]}/{lot.sleutel}.yaml", tekst
    target = f"{BEVINDINGEN}/{lot.naar}.yaml"
    tekst = set_value(tekst, ("norm",), lot.naar.partition("@")[0], lot.bestand)
    if lot.oordeel is not None:
        tekst = set_value(tekst, ("oordeel",), lot.oordeel, lot.bestand)
    item = next(located.value for located in dossier.normoordelen if located.place.file == lot.bestand)
    if lot.opnieuw and item.kader is None:  # an earlier mark says under which kader it was really given
        tekst = set_value(tekst, ("kader",), van, lot.bestand)
    return target, tekst


def _with_trail(tekst: str, migratie: Migratie, dossier: Dossier, plan: Migratieplan, kader_hash: str) -> str:
    item: dict[str, YamlValue] = {
        "datum": migratie.op.isoformat(),
        "van": dossier.onderzoek.kader,
        "naar": migratie.naar,
    }
    item |= {"vervallen": list(plan.vervallen)} if plan.vervallen else {}
    item |= {"gewijzigd": list(plan.gewijzigd)} if plan.gewijzigd else {}
    tekst = set_value(tekst, ("kader",), migratie.naar, ONDERZOEK)
    tekst = set_value(tekst, ("kader_hash",), kader_hash, ONDERZOEK)
    return append_item(tekst, ("kadermigraties",), item, ONDERZOEK)


def _tell(
    migratie: Migratie, dossier: Dossier, plan: Migratieplan, omzetting: Omzetting, *, proef: bool
) -> Mededeling:
    naam, van = dossier.naam, dossier.onderzoek.kader
    lines = [
        *_groups(plan),
        *(f"Kijk na: {line}." for line in plan.nagaan),
        f"Bestanden die veranderen: {len(omzetting.wissels)}.",
    ]
    if proef:
        lines += [f"  {wissel.naam}{_change(wissel)}" for wissel in omzetting.wissels]
        return Mededeling(
            f"Proef: {naam} van {van} naar {migratie.naar}. Er is niets geschreven.", tuple(lines), ()
        )
    return Mededeling(f"{naam} is overgegaan van {van} naar {migratie.naar}", tuple(lines), _NEXT)


def _change(wissel: Wissel) -> str:
    if wissel.nieuw is None:
        return " (verhuist)"
    return " (nieuw op deze plek)" if wissel.oud is None else ""


def _groups(plan: Migratieplan) -> list[str]:
    same: Sequence[str] = [
        f"{lot.sleutel} (nu {lot.naar})" if lot.naar != lot.sleutel else lot.sleutel
        for lot in plan.loten
        if lot.naar and lot.soort == "zelfde" and not lot.opnieuw
    ]
    groups = {
        "Blijft zoals het was": same,
        "Het oordeel moet opnieuw": [
            f"{lot.naar}" for lot in plan.loten if lot.naar is not None and lot.opnieuw
        ],
        "De norm vraagt iets anders, en er was nog geen oordeel": [
            f"{lot.naar}" for lot in plan.loten if lot.naar and lot.soort != "zelfde" and not lot.opnieuw
        ],
        f"Vervallen, en bewaard in {ARCHIEF}": [lot.sleutel for lot in plan.loten if lot.naar is None],
        "Nieuw, en nog open": plan.nieuw,
    }
    return [f"{wat}: norm {join_some(normen, 20)}." for wat, normen in groups.items() if normen]
