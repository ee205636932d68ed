"""Nieuw: lay down the folder of a new onderzoek for a kader, whole or not at all."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from toezicht_cli.analysis.woorden import plural
from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.aanmaken import create_folder, refuse_existing
from toezicht_cli.loading.kaders import hash_kader, read_kader
from toezicht_cli.loading.vertrouwelijk import VERTROUWELIJK
from toezicht_cli.loading.vinden import NietGevondenError, find_onderzoek, find_werkmap
from toezicht_cli.loading.yaml_schrijven import write_scalar
from toezicht_cli.loading.yaml_text import YamlText
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.waarde import Id
from toezicht_cli.outputs.mededeling import Mededeling
from toezicht_cli.services.aanleiding import Aanleiding
from toezicht_cli.services.geraamte import Aanvraag, build_bestanden
from toezicht_cli.services.plek import Paden, kadermap_for
from toezicht_cli.services.soorten import check_soort, find_kader_van_soort

ONDERZOEKEN = "onderzoeken"
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


class Kaderkeuze(NamedTuple):
    """A kader that an onderzoek can be made for."""

    verwijzing: str
    titel: str
    normen: int
    per_locatie: bool


def find_home(here: Path, in_map: Path | None) -> Path:
    """Return the folder in which a new onderzoek gets its folder.

    That is ``in_map``, else the onderzoeken of the werkmap around ``here``, else ``here``.

    Raises:
        ToezichtError: the folder is not there, or lies inside another onderzoek.
    """
    if in_map is not None and not in_map.is_dir():
        raise ToezichtError(f"de map {in_map} is er niet", "maak haar eerst, of laat --in weg")
    werkmap = find_werkmap(here) if in_map is None else None
    home = werkmap / ONDERZOEKEN if werkmap else (in_map or here)
    try:
        around = find_onderzoek(home if home.is_dir() else home.parent)
    except NietGevondenError:
        return home
    message = f"in het onderzoek {around.name} kan geen tweede onderzoek komen"
    raise ToezichtError(message, "ga een map hoger staan, of kies een andere plek met --in")


def list_kaders(home: Path) -> tuple[Kaderkeuze, ...]:
    """Return the kaders that an onderzoek in ``home`` can use: readable, with normen and a schaal."""
    kadermap = kadermap_for(home)
    found = ((name, read_kader(kadermap.find(name), name).model) for name in kadermap.names())
    return tuple(
        Kaderkeuze(name, kader.titel, len(kader.normen), kader.per == "locatie")
        for name, kader in found
        if kader and kader.normen and kader.schaal.categorieen
    )


def take_over(aanvraag: Aanvraag, aanleiding: Aanleiding, home: Path) -> Aanvraag:
    """Return ``aanvraag`` with what the aanleiding and the kind of toezicht already know; given words stay.

    The aanbieder keeps its name in ``aanbieders/`` only when the onderzoek calls it the same.

    Raises:
        ToezichtError: ``toezicht.yaml`` cannot be used.
    """
    bekend = aanleiding.aanbieder
    aanbieder = aanvraag.aanbieder or (bekend.naam if bekend else "")
    return aanvraag._replace(
        kader=aanvraag.kader or find_kader_van_soort(aanvraag.soort_toezicht, home) or "",
        aanbieder=aanbieder,
        aanbieder_id=bekend.id if bekend and bekend.naam == aanbieder else None,
        gemeenten=aanvraag.gemeenten or aanleiding.gemeenten,
    )


def create_onderzoek(aanvraag: Aanvraag, home: Path, here: Path) -> Mededeling:
    """Make the folder of the onderzoek in ``home`` and return what to tell somebody in ``here``.

    Raises:
        ToezichtError: an answer cannot be used, or the folder is there already.
    """
    check_id(aanvraag.id, home)
    check_soort(aanvraag.soort_toezicht, home)
    for naam in (aanvraag.aanbieder, aanvraag.titel, *aanvraag.gemeenten, *aanvraag.vestigingen):
        check_naam(naam if naam is not None else "-")
    kader, text = load_kader(aanvraag.kader, home)
    if kader.per == "locatie" and not aanvraag.vestigingen:
        message = f"kader {aanvraag.kader} oordeelt per locatie: noem elke vestiging"
        raise ToezichtError(message, "geef ze met --vestiging NAAM, voor elke vestiging een keer")
    bestanden = build_bestanden(aanvraag, kader, hash_kader(text.value))
    try:
        home.mkdir(exist_ok=True)
    except OSError as error:
        raise ToezichtError(
            f"de map {home} kon niet gemaakt worden", "kijk of je daar mag schrijven"
        ) from error
    create_folder(home / aanvraag.id, bestanden, (VERTROUWELIJK,))
    return _tell(Paden.around(here, here).shown((home / aanvraag.id).resolve()), kader)


def _tell(pad: str, kader: Toetsingskader) -> Mededeling:
    quoted = shlex.quote(pad)
    return Mededeling(
        f"Het onderzoek staat klaar in {pad}",
        (
            f"Kader: {kader.titel}, versie {kader.versie}, {plural(len(kader.normen), 'norm', 'normen')}.",
            "Begin met onderzoek.yaml. Bij elke norm hoort een bestand in bevindingen/.",
            "Wat in vertrouwelijk/ staat, komt nooit in git.",
        ),
        (
            (f"toezicht status {quoted}", "hoe ver je bent en wat de volgende stap is"),
            (f"toezicht controleer {quoted}", "wat er nog mist en wat niet klopt"),
        ),
    )


def load_kader(verwijzing: str, home: Path) -> tuple[Toetsingskader, YamlText]:
    """Return a kader that can carry an onderzoek, with its text.

    Raises:
        ToezichtError: it is not there, cannot be read, or has no normen or schaal yet.
    """
    document = read_kader(kadermap_for(home).find(verwijzing), f"kader {verwijzing}")
    if document.model is None or document.text is None:
        reason = document.faults[0].message if document.faults else "het is leeg"
        raise ToezichtError(f"kader {verwijzing} is niet te lezen: {reason}", "herstel eerst het kader")
    if not document.model.normen or not document.model.schaal.categorieen:
        message = f"kader {verwijzing} heeft nog geen normen of geen schaal: er is niets te toetsen"
        raise ToezichtError(message, "vul het kader aan, of kies een ander")
    return document.model, document.text


def check_id(value: str, home: Path) -> None:
    """Raise ToezichtError when ``value`` cannot be the name of an onderzoek in ``home``."""
    try:
        TypeAdapter(Id).validate_python(value)
    except ValidationError as error:
        message = f"{quote(value)} kan geen naam van een onderzoek zijn"
        hulp = "gebruik kleine letters, cijfers en streepjes, zoals zorg-voorbeeld-2026"
        raise ToezichtError(message, hulp) from error
    if _RESERVED.fullmatch(value):
        raise ToezichtError(
            f"{quote(value)} kan op Windows geen naam van een map zijn", "kies een andere naam"
        )
    refuse_existing(home / value)


def check_naam(value: str) -> None:
    """Raise ToezichtError when ``value`` is empty or holds what may not stand in a case."""
    if not value.strip():
        raise ToezichtError("een naam mag niet leeg zijn", "vul de naam in")
    if any(character in value for character in "\r\n\t"):
        raise ToezichtError(
            f"de naam {quote(value)} heeft meer dan één regel", "schrijf de naam op één regel"
        )
    try:
        write_scalar(value)
    except ToezichtError as error:
        raise ToezichtError(f"de naam {quote(value)} kan niet: {error}", error.help) from error


def find_keuze(answer: str, names: tuple[str, ...]) -> str:
    """Return the name that ``answer`` means: its number in the list, counted from 1, or itself.

    Raises:
        ToezichtError: it is not in the list.
    """
    if answer in names:
        return answer
    if answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= len(names):
        return names[int(answer[:6]) - 1]
    hint = suggest(answer, names) or f"kies een nummer van 1 t/m {len(names)}"
    raise ToezichtError(f"{quote(answer)} staat niet in de lijst", hint)
