"""Opvolgnotitie: add one step to the follow-up of a point, in its place in ``verbeterpunten.yaml``."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.punten import VASTGESTELD, mist_bij_vastgesteld
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.schrijven import edit_file
from toezicht_cli.loading.validatie import validate
from toezicht_cli.loading.yaml_text import YamlTextError, YamlValue, parse
from toezicht_cli.loading.yaml_wijzigen import append_item
from toezicht_cli.models.verbeterpunt import Puntstatus, Verbeterpunt, Verbeterpunten
from toezicht_cli.services.plek import kadermap_for

BESTAND = "verbeterpunten.yaml"


class Notitie(NamedTuple):
    """What somebody notes of a point."""

    punt: str
    status: Puntstatus
    datum: date
    bewijs: tuple[str, ...] = ()
    door: str | None = None
    toelichting: str | None = None


def note_opvolging(root: Path, notitie: Notitie) -> Verbeterpunt:
    """Add ``notitie`` to its point of the onderzoek in ``root`` and return the point as it is now.

    Raises:
        ToezichtError: the point or a bron is not there, the day lies before the last step, what says why
            something is established is lacking, or the file cannot be read or written.
    """
    dossier = load_dossier(root, kadermap_for(root)).dossier
    if dossier.onleesbaar & {"bronnen", "verbeterpunten"}:
        message = f"{BESTAND} of bronnen.yaml is niet te lezen: er is niets opgeschreven"
        raise ToezichtError(message, "toezicht controleer laat zien wat er mis is")
    bronnen = [bron.value.id for bron in dossier.bronnen]
    for bron in notitie.bewijs:
        if bron not in bronnen:
            hulp = suggest(bron, bronnen) or "zet de bron eerst in bronnen.yaml"
            raise ToezichtError(f"bron {quote(bron)} staat niet in de bronnenlijst", hulp)
    written: list[Verbeterpunt] = []

    def change(text: str) -> str:
        new, punt = _add(text, notitie)
        written.append(punt)
        return new

    edit_file(root / BESTAND, change)
    return written[-1]


def _add(text: str, notitie: Notitie) -> tuple[str, Verbeterpunt]:
    """Return the text with the step in it, and the point as it then is."""
    punten = _read(text).verbeterpunten
    index = _find(punten, notitie.punt)
    _check_datum(punten[index], notitie.datum)
    new = append_item(text, ("verbeterpunten", index, "opvolging"), _as_value(notitie), BESTAND)
    punt = _read(new).verbeterpunten[index]
    mist = mist_bij_vastgesteld(punt.opvolging[-1])
    if mist:
        opties = {"bewijs": "--bewijs", "beoordelaar": "--door"}
        hulp = f"geef {' en '.join(opties[woord] for woord in mist)}: waaruit het blijkt en wie het zag"
        raise ToezichtError(f"{VASTGESTELD} kan niet zonder {' en zonder '.join(mist)}", hulp)
    return new, punt


def _find(punten: tuple[Verbeterpunt, ...], gezocht: str) -> int:
    namen = [punt.id for punt in punten]
    if gezocht not in namen:
        hulp = suggest(gezocht, namen) or (
            f"er zijn: {', '.join(namen)}" if namen else f"zet het in {BESTAND}"
        )
        raise ToezichtError(f"punt {quote(gezocht)} staat niet in {BESTAND}", hulp)
    if namen.count(gezocht) > 1:
        raise ToezichtError(
            f"punt {quote(gezocht)} staat er meer dan één keer", "geef elk punt een eigen nummer"
        )
    return namen.index(gezocht)


def _check_datum(punt: Verbeterpunt, datum: date) -> None:
    if punt.opvolging and datum < punt.opvolging[-1].datum.vroegst:
        message = f"de laatste stap van punt {punt.id} is van {punt.opvolging[-1].datum.leesbaar}"
        raise ToezichtError(message, "kies met --datum die dag of een dag erna")


def _as_value(notitie: Notitie) -> YamlValue:
    value: dict[str, YamlValue] = {"datum": notitie.datum.isoformat(), "status": notitie.status}
    if notitie.bewijs:
        value["bewijs"] = list(notitie.bewijs)
    if notitie.door:
        value["beoordeeld_door"] = notitie.door
    if notitie.toelichting:
        value["toelichting"] = notitie.toelichting
    return value


def _read(text: str) -> Verbeterpunten:
    try:
        parsed = parse(text, BESTAND)
    except YamlTextError as error:
        raise _unreadable(error.faults[0]) from error
    if parsed.value is None:
        return Verbeterpunten()
    found, faults = validate(parsed, Verbeterpunten)
    if found is None:
        raise _unreadable(faults[0])
    return found


def _unreadable(fault: Fault) -> ToezichtError:
    return ToezichtError(f"{BESTAND}:{fault.location.line}: {fault.message}", fault.help)
