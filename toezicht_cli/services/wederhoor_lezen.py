"""Wederhoor lezen: take what stands in a returned Word document into ``wederhoor.yaml``."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.analysis.reactielijst import (
    Inlezing,
    Normplaats,
    Reactiebestand,
    Reactielijst,
    Voorstel,
    make_reactielijst,
)
from toezicht_cli.analysis.vreemde_tekst import make_visible
from toezicht_cli.analysis.wederhoor import BESTAND
from toezicht_cli.diagnostics import Severity, ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.dossier import LoadResult, load_dossier
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.loading.rapportlezen.grenzen import MAX_BYTES
from toezicht_cli.loading.reactielezen.kindproces import read_reactie_apart
from toezicht_cli.loading.schrijven import edit_file
from toezicht_cli.loading.yaml_text import YamlTextError, YamlValue, parse
from toezicht_cli.loading.yaml_wijzigen import append_item, set_value
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.reactietekst import Gelezen
from toezicht_cli.rendering.kantoor.inhoud import possible_bookmarks
from toezicht_cli.rules import load_rules
from toezicht_cli.services.check import check_loads
from toezicht_cli.services.herkomst import hash_bytes
from toezicht_cli.services.plek import kadermap_for

ONDERZOEK = "onderzoek.yaml"
_MEESTE = 9_999
_NODIG = frozenset({"onderzoek", "kader", "wederhoor"})
_NIEUW = "# Reacties van de aanbieder op het concept. Vul soort, verwerkt en motivering zelf in.\n"
_HULP = {
    ".doc": "open het in je tekstverwerker en sla het op als .docx",
    ".odt": "open het in LibreOffice en sla het op als .docx",
}


class _Concept(NamedTuple):
    gelezen: Gelezen | None
    reden: str | None


def read_reacties(
    root: Path, bestand: Path, today: date, *, proef: bool = False, ontvangen_op: date | None = None
) -> Inlezing:
    """Take the comments and changes in ``bestand`` into the onderzoek in ``root``.

    Reading the same file again adds nothing. With ``proef`` nothing is written.

    Args:
        root: the folder of the onderzoek.
        bestand: the file that came back.
        today: the day on which an uitzondering may have ended.
        proef: only look.
        ontvangen_op: the day on which it came in, for ``onderzoek.yaml``.

    Raises:
        ToezichtError: the file or the onderzoek cannot be read, or not be written.
    """
    dossier = _load(root).dossier
    _refuse_other_day(dossier, ontvangen_op)
    found = _read_bestand(bestand, dossier)
    concept = _read_concept(root, dossier)
    lijst = make_reactielijst(found.gelezen, concept.gelezen, map_plaatsen(dossier))
    if lijst.ongemarkeerd is None and concept.reden is None:
        concept = concept._replace(reden="het bestand is een heel andere tekst dan het verzonden concept")
    if proef:
        nieuw = _find_new(_known_reacties(dossier), found, lijst)
        return Inlezing(dossier.naam, found, lijst, nieuw, concept.reden, is_geschreven=False)
    nieuw = _write(root, found, lijst)
    if ontvangen_op is not None:
        day = ontvangen_op.isoformat()
        edit_file(
            root / ONDERZOEK,
            lambda text: set_value(text, ("momenten", "reactie_ontvangen_op"), day, ONDERZOEK),
        )
    result = Inlezing(dossier.naam, found, lijst, nieuw, concept.reden, is_geschreven=True)
    return _look_again(root, result, today)


def map_plaatsen(dossier: Dossier) -> dict[str, Normplaats]:
    """Return the norm of every bookmark that a concept can have, in lower case, and of ``kop:1.2``.

    A name that can be of two normen is left out: then a reaction gets no norm rather than a wrong one.
    """
    vestigingen = [item.id for item in dossier.onderzoek.aanbieder.vestigingen]
    found: dict[str, Normplaats] = {}
    double: set[str] = set()
    for norm in dossier.kader.normen:
        places = [Normplaats(norm.id), *(Normplaats(norm.id, locatie) for locatie in vestigingen)]
        for place in places:
            anchor = "-".join(["norm", *(part for part in place if part)])
            for name in {name.casefold() for name in possible_bookmarks(anchor)}:
                if found.setdefault(name, place) != place:
                    double.add(name)
        found[f"kop:{norm.id}".casefold()] = Normplaats(norm.id)
    return {name: place for name, place in found.items() if name not in double}


def _load(root: Path) -> LoadResult:
    load = load_dossier(root, kadermap_for(root))
    if load.dossier.onleesbaar & _NODIG:
        shown = ", ".join(sorted(load.dossier.onleesbaar & _NODIG))
        raise ToezichtError(f"dit is niet te lezen: {shown}", "toezicht controleer zegt wat er mis is")
    return load


def _refuse_other_day(dossier: Dossier, ontvangen_op: date | None) -> None:
    momenten = dossier.onderzoek.momenten
    known = momenten.reactie_ontvangen_op if momenten else None
    sent = momenten.concept_verzonden_op if momenten else None
    if ontvangen_op and isinstance(sent, Datum) and sent.vroegst > ontvangen_op:
        message = f"het concept is verzonden op {sent.leesbaar}: een reactie kan niet eerder binnen zijn"
        raise ToezichtError(message, "geef met --ontvangen-op de dag waarop de reactie binnenkwam")
    if ontvangen_op is None or known is None:
        return
    if not isinstance(known, Datum) or known.tekst != ontvangen_op.isoformat():
        shown = known.leesbaar if isinstance(known, Datum) else known
        message = f"in onderzoek.yaml staat al wanneer de reactie kwam: {shown}"
        raise ToezichtError(message, "laat --ontvangen-op weg, of verander reactie_ontvangen_op zelf")


def _read_bestand(bestand: Path, dossier: Dossier) -> Reactiebestand:
    soort = bestand.suffix.lower()
    if soort != ".docx":
        hulp = _HULP.get(soort, "typ de reacties zelf in wederhoor.yaml")
        raise ToezichtError("alleen een Word-bestand (.docx) kan ingelezen worden", hulp)
    try:
        content = read_bytes(bestand.parent.resolve(), bestand.name, most=MAX_BYTES)
    except BestandError as error:
        raise ToezichtError(f"{make_visible(bestand.name)}: {error}") from error
    digest = hash_bytes(content)
    concept = dossier.wederhoor.concept
    if concept is not None and digest in concept.bestanden.values():
        message = "dit is het concept zoals je het verstuurde: er staat geen reactie in"
        raise ToezichtError(message, "geef het bestand dat je terugkreeg")
    return Reactiebestand(make_visible(bestand.name), digest, read_reactie_apart(content))


def _read_concept(root: Path, dossier: Dossier) -> _Concept:
    """Return the concept as it was sent, or why it is not there to compare with."""
    concept = dossier.wederhoor.concept
    names = [name for name in concept.bestanden if name.endswith(".docx")] if concept else []
    if concept is None or not names:
        return _Concept(None, "in wederhoor.yaml staat geen verzonden concept in Word")
    for name in names:
        try:
            content = read_bytes(root, name, most=MAX_BYTES)
            if hash_bytes(content) == concept.bestanden[name]:
                return _Concept(read_reactie_apart(content), None)
        except (BestandError, BuitenbestandError):
            continue
    return _Concept(None, f"het verzonden concept is er niet meer, of het is veranderd: {names[0]}")


def _known_reacties(dossier: Dossier) -> list[tuple[str, str, str]]:
    """Return of each reaction that is there its id, and the file and place that it was read from."""
    return [
        (item.id, item.herkomst.hash if item.herkomst else "", item.herkomst.plek if item.herkomst else "")
        for item in dossier.wederhoor.reacties
    ]


def _find_new(
    known: list[tuple[str, str, str]], found: Reactiebestand, lijst: Reactielijst
) -> tuple[tuple[str, Voorstel], ...]:
    """Return the reactions that are not there yet, with the next free ids."""
    places = {(digest, plek) for _, digest, plek in known}
    numbers = [int(name[1:]) for name, _, _ in known if name[:1] == "R" and name[1:].isdecimal()]
    first = max(numbers, default=0) + 1
    items = [item for item in lijst.alle if (found.hash, item.plek) not in places]
    if first + len(items) > _MEESTE:
        raise ToezichtError("er zijn te veel reacties om te nummeren", "begin met minder, of voeg ze samen")
    return tuple((f"R{first + index:02}", item) for index, item in enumerate(items))


def _write(root: Path, found: Reactiebestand, lijst: Reactielijst) -> tuple[tuple[str, Voorstel], ...]:
    """Add the new reactions to ``wederhoor.yaml`` and return them with their ids."""
    path = root / BESTAND
    nieuw: tuple[tuple[str, Voorstel], ...] = ()

    def change(text: str) -> str:
        nonlocal nieuw
        known = list(_walk_known(text))
        nieuw = _find_new(known, found, lijst)
        items = [_plain(name, item, found) for name, item in nieuw]
        if not known and items:
            return set_value(text, ("reacties",), list(items), BESTAND)
        for item in items:
            text = append_item(text, ("reacties",), item, BESTAND)
        return text

    edit_file(path, change, begin=_NIEUW)
    return nieuw


def _walk_known(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield what ``_known_reacties`` gives, of the text of the file as it is now."""
    try:
        value = parse(text, BESTAND).value
    except YamlTextError as error:
        raise ToezichtError(f"{BESTAND} is niet te lezen", "toezicht controleer zegt waarom") from error
    items = value.get("reacties") if isinstance(value, dict) else None
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            herkomst = item.get("herkomst")
            source = herkomst if isinstance(herkomst, dict) else {}
            yield str(item.get("id")), str(source.get("hash")), str(source.get("plek"))


def _plain(name: str, item: Voorstel, found: Reactiebestand) -> dict[str, YamlValue]:
    norm = item.norm or Normplaats("")
    fields: dict[str, YamlValue] = {
        "id": name,
        "norm": norm.norm or None,
        "locatie": norm.locatie,
        "passage": item.passage,
        "reactie": item.reactie,
        "herkomst": {"bestand": found.naam, "hash": found.hash, "plek": item.plek},
    }
    return {field: value for field, value in fields.items() if value is not None}


def _look_again(root: Path, inlezing: Inlezing, today: date) -> Inlezing:
    """Return the result with what the files say now, and what ``controleer`` finds in ``wederhoor.yaml``."""
    load = load_dossier(root, kadermap_for(root))
    result = check_loads([load], root, today, load_rules())
    mine = [item for item in result.diagnostics if item.location.file.endswith(BESTAND)]
    momenten = None if "onderzoek" in load.dossier.onleesbaar else load.dossier.onderzoek.momenten
    ontvangen = momenten.reactie_ontvangen_op if momenten else None
    return inlezing._replace(
        ontvangen_op=ontvangen if isinstance(ontvangen, Datum) else None,
        fouten=sum(item.severity is Severity.ERROR for item in mine),
        privacy=sum(item.rule_id.startswith("PRV") for item in mine),
    )
