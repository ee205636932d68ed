"""Lijstinlezen: take over what came back on a list, into ``uitvraag.yaml`` or ``cijfers.yaml``."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.dossiertelling import (
    TOELICHTING,
    Dossiertelling,
    count_dossiers,
    name_cijfers,
    name_totaal,
)
from toezicht_cli.analysis.lijsten import ANTWOORDEN, UITVRAAGLIJST, Kop
from toezicht_cli.analysis.lijstinhoud import Inhoud, find_verwisseld, read_inhoud
from toezicht_cli.analysis.lijstmaken import make_dossierlijst
from toezicht_cli.analysis.uitvraagterug import Wijziging, compare_uitvraag
from toezicht_cli.analysis.voorbereiding import find_kolommen, find_steekproeven
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.diagnostics import Severity, ToezichtError, quote
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.lijstlezen.grenzen import MAX_BYTES
from toezicht_cli.loading.lijstlezen.kindproces import read_lijst
from toezicht_cli.loading.schrijven import edit_file, write_atomically
from toezicht_cli.loading.yaml_text import YamlValue, parse
from toezicht_cli.loading.yaml_wijzigen import append_item, set_value
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Steekproef
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loaded
from toezicht_cli.services.plek import kadermap_for

UITVRAAG, CIJFERS = "uitvraag.yaml", "cijfers.yaml"
_MEEST = 12


class Inlezing(NamedTuple):
    """What was read: a heading, what changes, what is told beside it, and what could not be taken over.

    ``bestand`` is the file that changes. With ``proef`` nothing was written.
    """

    kop: str
    bestand: str
    wijzigingen: tuple[str, ...]
    berichten: tuple[str, ...]
    geweigerd: tuple[str, ...] = ()
    proef: bool = False


class _Cijferplan(NamedTuple):
    """The figures and sums that a dossier list gives, by name, and what they were before."""

    cijfers: dict[str, YamlValue]
    optellingen: tuple[dict[str, YamlValue], ...]


def read_list(bestand: Path, root: Path, bron: str | None, *, proef: bool) -> Inlezing:
    """Take over a list that came back for the onderzoek in ``root``.

    Args:
        bestand: the XLSX file.
        root: the folder of the onderzoek.
        bron: for a dossier list, the bron that the figures rest on; None is: those of the sample.
        proef: only tell what would change.

    Raises:
        ToezichtError: it cannot be read, is of another onderzoek, or cannot be taken over.
    """
    boek = read_lijst(_read_content(bestand))
    inhoud = read_inhoud(boek)
    load = load_dossier(root, kadermap_for(root))
    _check_kenmerk(inhoud, load)
    if inhoud.kenmerk["formaat"] == UITVRAAGLIJST:
        if bron:
            raise ToezichtError("--bron hoort bij een dossierlijst", "laat --bron weg")
        return _take_uitvraag(inhoud, load, vanaf_1904=boek.vanaf_1904, proef=proef)
    return _take_dossiers(inhoud, load, bron, proef=proef)


def find_fout(root: Path, today: date, bestand: str) -> str | None:
    """Return the first fout that ``controleer`` now has about a file, None when there is none."""
    checked = check_loaded(load_dossier(root, kadermap_for(root)), load_rules(), today)
    found = sorted(
        (
            item
            for item in checked.diagnostics
            if item.severity is Severity.ERROR and item.location.file == bestand
        ),
        key=lambda item: item.sort_key,
    )
    return next((f"{item.rule_id} {item.message}" for item in found), None)


def _read_content(bestand: Path) -> bytes:
    if bestand.suffix.lower() != ".xlsx":
        message = f"{bestand.name} is geen .xlsx"
        raise ToezichtError(
            message, "geef de lijst die toezicht voorbereiden maakte; sla een .ods op als .xlsx"
        )
    try:
        return read_bytes(bestand.parent, bestand.name, most=MAX_BYTES)
    except BestandError as error:
        raise ToezichtError(f"{bestand}: {error}") from error


def _check_kenmerk(inhoud: Inhoud, load: LoadResult) -> None:
    """Refuse a list of another onderzoek or kader, and a case of which too little can be read."""
    if not {"onderzoek", "kader"}.isdisjoint(load.dossier.onleesbaar):
        raise ToezichtError(
            "onderzoek.yaml of het kader is niet te lezen", "herstel dat eerst: toezicht controleer"
        )
    onderzoek = load.dossier.onderzoek
    for naam, waarde in (("onderzoek", onderzoek.id), ("kader", onderzoek.kader)):
        given = inhoud.kenmerk.get(naam, "")
        if given != waarde:
            message = f"deze lijst hoort bij {naam} {quote(given)}, en dit is {naam} {waarde}"
            raise ToezichtError(message, "noem het goede onderzoek, of maak een nieuwe lijst")


def _take_uitvraag(inhoud: Inhoud, load: LoadResult, *, vanaf_1904: bool, proef: bool) -> Inlezing:
    dossier = load.dossier
    if {"uitvraag", "bronnen"} & dossier.onleesbaar or UITVRAAG not in dossier.documents:
        message = f"{UITVRAAG} of bronnen.yaml is er niet of is niet te lezen"
        raise ToezichtError(message, "herstel dat eerst: toezicht controleer")
    terug = compare_uitvraag(inhoud, dossier.uitvraag, dossier.bronnenlijst, vanaf_1904=vanaf_1904)
    if terug.wijzigingen and not proef:
        edit_file(load.root / UITVRAAG, lambda text: _edit_uitvraag(text, dossier, terug.wijzigingen))
    gewijzigd = tuple(
        f"{item.verzoek.id}: {', '.join(f'{naam} {waarde}' for naam, waarde in item.velden.items())}"
        for item in terug.wijzigingen
    )
    berichten = [f"niet overgenomen: {tekst}" for tekst in (*terug.niet_overgenomen, *_rest(inhoud))]
    count = plural(len(gewijzigd), "verzoek", "verzoeken")
    return Inlezing(f"{count} bijgewerkt", UITVRAAG, gewijzigd, tuple(berichten), terug.geweigerd, proef)


def _edit_uitvraag(text: str, dossier: Dossier, wijzigingen: Sequence[Wijziging]) -> str:
    """Return the text of ``uitvraag.yaml`` with the changes, unless it became another list meanwhile."""
    current = parse(text, UITVRAAG).value
    items = current.get("uitvraag") if isinstance(current, dict) else None
    ids = [item.get("id") for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if ids != [verzoek.id for verzoek in dossier.uitvraag.uitvraag]:
        raise ToezichtError(f"{UITVRAAG} is intussen veranderd", "probeer het opnieuw")
    for wijziging in wijzigingen:
        for naam, waarde in wijziging.velden.items():
            text = set_value(text, ("uitvraag", wijziging.plek, naam), waarde, UITVRAAG)
    return text


def _take_dossiers(inhoud: Inhoud, load: LoadResult, bron: str | None, *, proef: bool) -> Inlezing:
    dossier = load.dossier
    steekproef = _find_steekproef(inhoud, dossier)
    bronnen = _find_bronnen(dossier, steekproef, bron)
    if "cijfers" in dossier.onleesbaar:
        raise ToezichtError(f"{CIJFERS} is niet te lezen", "herstel dat eerst: toezicht controleer")
    _refuse_verwisseld(inhoud, make_dossierlijst(dossier, steekproef).kolommen)
    telling = count_dossiers(inhoud, find_kolommen(dossier))
    if telling.onleesbaar:
        message = f"hier staat geen ja, nee, nvt of onbekend: {_some(telling.onleesbaar)}"
        raise ToezichtError(message, "vul een van die woorden in; er is niets overgenomen")
    if not telling.geteld:
        raise ToezichtError("op deze lijst is niets ingevuld: er is niets overgenomen")
    plan = _plan_cijfers(telling, steekproef, dossier, bronnen)
    old = {naam: cijfer.waarde for naam, cijfer in dossier.cijfers.cijfers.items()}
    _edit_cijfers(load.sources.get(CIJFERS, ""), plan)  # with proef too: does it fit?
    if not proef:
        _write_cijfers(load.root / CIJFERS, lambda text: _edit_cijfers(text, plan))
    regels = []
    for naam, cijfer in plan.cijfers.items():
        assert isinstance(cijfer, dict)  # noqa: S101 - made below
        if str(old.get(naam)) != cijfer["waarde"]:
            regels.append(f"{naam}: {f'{old[naam]} → ' if naam in old else ''}{cijfer['waarde']}")
    kop = f"{plural(telling.geteld, 'dossier', 'dossiers')} van steekproef {steekproef.id} geteld"
    return Inlezing(kop, CIJFERS, tuple(regels), tuple(_tell(telling, steekproef, inhoud)), (), proef)


def _refuse_verwisseld(inhoud: Inhoud, kolommen: Sequence[Kop]) -> None:
    """Refuse a list in which a heading stands above the answers of another part."""
    if found := find_verwisseld(inhoud, kolommen):
        message = f"boven deze kolommen staat een ander onderdeel dan in de verborgen regel: {_some(found)}"
        raise ToezichtError(
            message, "verplaats een kolom met de verborgen regel erbij; er is niets overgenomen"
        )


def _find_steekproef(inhoud: Inhoud, dossier: Dossier) -> Steekproef:
    given = inhoud.kenmerk.get("steekproef", "")
    found = next((item for item in find_steekproeven(dossier) if item.id == given), None)
    if found is None:
        message = f"steekproef {quote(given)} van deze lijst staat niet in onderzoek.yaml"
        raise ToezichtError(message, "maak een nieuwe lijst met toezicht voorbereiden")
    return found


def _find_bronnen(dossier: Dossier, steekproef: Steekproef, bron: str | None) -> tuple[str, ...]:
    if bron:
        if dossier.bronnenlijst.find(bron) is None:
            raise ToezichtError(f"bron {quote(bron)} staat niet in bronnen.yaml", "zet haar daar eerst in")
        return (bron,)
    found = tuple(item.value.id for item in dossier.bronnen if item.value.steekproef == steekproef.id)
    if not found:
        message = f"geen bron in bronnen.yaml hoort bij steekproef {steekproef.id}"
        raise ToezichtError(message, "geef de bron van de dossiers met --bron, of zet steekproef bij de bron")
    return found


def _plan_cijfers(
    telling: Dossiertelling, steekproef: Steekproef, dossier: Dossier, bronnen: Sequence[str]
) -> _Cijferplan:
    namen = name_cijfers(steekproef.id, find_kolommen(dossier))
    totaal = name_totaal(steekproef.id)
    counts = {totaal: telling.geteld}
    optellingen: list[dict[str, YamlValue]] = []
    for kolom in telling.kolommen:
        delen = {f"{namen[kolom.kolom.sleutel]}_{word}": kolom.aantallen[word] for word in ANTWOORDEN}
        counts |= delen
        optellingen.append({"som": totaal, "delen": list(delen)})
    cijfers: dict[str, YamlValue] = {
        naam: {"waarde": str(aantal), "bronnen": list(bronnen), "toelichting": TOELICHTING}
        for naam, aantal in counts.items()
    }
    return _Cijferplan(cijfers, tuple(optellingen))


def _write_cijfers(path: Path, change: Callable[[str], str]) -> None:
    if not path.exists():
        write_atomically(path, "cijfers:\n")
    edit_file(path, change)


def _edit_cijfers(text: str, plan: _Cijferplan) -> str:
    """Return the text of ``cijfers.yaml`` with the plan in it; refuse a name that somebody else uses."""
    current = parse(text, CIJFERS).value if text.strip() else {}
    present = current.get("cijfers") if isinstance(current, dict) else None
    known = dict(present) if isinstance(present, dict) else {}
    for naam in plan.cijfers:
        item = known.get(naam)
        if isinstance(item, dict) and item.get("toelichting") != TOELICHTING:
            message = f"cijfer {naam} staat al in {CIJFERS}, en kwam niet van een dossierlijst"
            raise ToezichtError(message, "geef dat cijfer een andere naam; er is niets overgenomen")
    text = set_value(text or "cijfers:\n", ("cijfers",), {**known, **plan.cijfers}, CIJFERS)
    sums = current.get("optellingen") if isinstance(current, dict) else None
    for optelling in plan.optellingen:
        if not isinstance(sums, list) or optelling not in sums:
            text = append_item(text, ("optellingen",), optelling, CIJFERS)
    return text


def _tell(telling: Dossiertelling, steekproef: Steekproef, inhoud: Inhoud) -> list[str]:
    """Return what somebody must know beside the counts."""
    found = []
    if telling.geteld != steekproef.omvang:
        found.append(
            f"de steekproef is {steekproef.omvang}, en op de lijst zijn er {telling.geteld} ingevuld"
        )
    leeg = sum(kolom.leeg for kolom in telling.kolommen)
    if leeg:
        found.append(f"{plural(leeg, 'leeg vak telt', 'lege vakken tellen')} als onbekend")
    if telling.leeg:
        keys = [kolom.sleutel.rstrip("/") for kolom in telling.leeg]
        found.append(f"helemaal leeg, dus niet geteld: {_some(keys)}")
    if telling.ontbreekt:
        keys = [kolom.sleutel.rstrip("/") for kolom in telling.ontbreekt]
        found.append(f"niet meer op de lijst, dus niet geteld: {_some(keys)}")
    if telling.vreemd:
        found.append(f"niet overgenomen, want geen dossier of geen onderdeel: {_some(telling.vreemd)}")
    if telling.opmerkingen:
        found.append(f"{plural(telling.opmerkingen, 'opmerking', 'opmerkingen')} niet overgenomen")
    return [*found, *_rest(inhoud)]


def _rest(inhoud: Inhoud) -> list[str]:
    found = [f"samengevoegde cellen {plaats}: alleen de eerste telt" for plaats in inhoud.samengevoegd]
    return found + [f"niet gelezen: werkblad {quote(naam)}" for naam in inhoud.andere_bladen]


def _some(items: Sequence[str]) -> str:
    more = f" en nog {len(items) - _MEEST}" if len(items) > _MEEST else ""
    return f"{', '.join(items[:_MEEST])}{more}"
