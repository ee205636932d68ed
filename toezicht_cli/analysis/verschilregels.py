"""Verschilregels: from differences of fields to lines that a reviewer reads, each in its chapter.

Which field belongs to which chapter is data; a field that is not listed comes under "overig" and is
shown all the same.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from toezicht_cli.analysis.tekstverschil import compare_words, unwrap
from toezicht_cli.analysis.veldverschil import Schrede, Veldverschil, compare_elements, name_item, show_value
from toezicht_cli.analysis.verschil import Hoofdstuknaam, Regel
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bron, Bronnenlijst
from toezicht_cli.models.cijfer import Cijfer, Cijfers
from toezicht_cli.models.normoordeel import Bevinding, Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verbeterpunt import Verbeterpunt, Verbeterpunten

_DOCUMENT: Mapping[type[Element], Hoofdstuknaam] = {
    Normoordeel: "bevindingen",
    Bronnenlijst: "bronnen",
    Verbeterpunten: "punten",
    Cijfers: "cijfers",
}
_ONDERZOEK: Mapping[str, Hoofdstuknaam] = {
    "eindoordeel": "oordelen",
    "kader": "kader",
    "kader_hash": "kader",
    "fase": "verloop",
    "momenten": "verloop",
    "openbaarmaking": "verloop",
    "looptijd": "verloop",
    "bewaren_tot": "verloop",
    **dict.fromkeys(
        (
            *("soort_toezicht", "werkvorm", "aangekondigd", "domein", "aanbieder", "gemeenten", "regio"),
            *("bezoeken", "onderzoeksperiode", "reikwijdte", "steekproeven", "samen_met", "hertoets_van"),
        ),
        "reikwijdte",
    ),
    **dict.fromkeys(
        (
            *("titel", "opdruk", "aanleiding", "werkwijze", "beschrijving", "conclusies", "vervolg"),
            *("advies", "begrippen"),
        ),
        "teksten",
    ),
}
# What one item of a list is called; of the others the name of the list is used.
_ENKEL = {
    "bevindingen": "bevinding",
    "positieve_punten": "positief punt",
    "verbeterpunten": "punt",
    "bronnen": "bron",
    "cijfers": "cijfer",
    "optellingen": "optelling van",
    "aandelen": "aandeel",
    "gelijkheden": "gelijkheid",
    "vestigingen": "vestiging",
    "gemeenten": "gemeente",
    "onderzoekers": "onderzoeker",
    "bezoeken": "bezoek",
    "begrippen": "begrip",
    "steekproeven": "steekproef",
    "niet_onderzocht": "niet onderzocht:",
    "voorzieningen": "voorziening",
    "criteria": "criterium",
    "opvolging": "opvolging van",
    "uitvraag": "verzoek",
    "reacties": "reactie",
    "stappen": "stap",
    "opmerkingen": "opmerking",
    "verzendingen": "verzending",
    "versies": "versie",
    "uitzonderingen": "uitzondering",
    "themas": "thema",
    "normen": "norm",
    "documenten": "gevraagd document",
    "categorieen": "categorie",
    "vragen": "vraag",
}
# Told as an oordeel of its own, with the direction.
_ELSEWHERE = frozenset({"oordeel", "status"})
_MIN_TEXT = 25


class Documentpaar(NamedTuple):
    """A file on both sides, or on one of them (None); ``naam`` is how the reader knows it."""

    bestand: str
    naam: str
    oud: Element | None
    nieuw: Element | None


def describe_paar(paar: Documentpaar) -> Iterator[tuple[Hoofdstuknaam, Regel]]:
    """Yield the lines about one file.

    One that is on one side only is compared with an empty one, so that all that it holds is told.
    """
    oud, nieuw = paar.oud, paar.nieuw
    if oud is None or nieuw is None:
        present = nieuw or oud
        if present is None:
            return
        empty = _empty(present)
        if empty is None:
            yield "bestanden", Regel("vervallen" if nieuw is None else "nieuw", paar.bestand)
            return
        oud, nieuw = oud or empty, nieuw or empty
    for found in compare_elements(oud, nieuw):
        if not (isinstance(nieuw, Normoordeel) and found.pad[0].veld in _ELSEWHERE):
            yield _chapter(type(nieuw), found.pad[0]), _regel(paar, found)


def describe_item(item: object) -> str:
    """Return what an item of a list says, on one line."""
    if isinstance(item, Bevinding):
        bronnen = f" [{', '.join(item.bronnen)}]" if item.bronnen else ""
        return f"{_line(item.tekst)}{bronnen}"
    if isinstance(item, Bron):
        return f"{_line(item.naam)} ({item.soort})"
    if isinstance(item, Verbeterpunt):
        uiterlijk = f" (uiterlijk {show_value(item.uiterlijk)})" if item.uiterlijk else ""
        return f"norm {item.norm}: {_line(item.tekst)}{uiterlijk}"
    if isinstance(item, Cijfer):
        return show_value(item.waarde)
    if isinstance(item, Element):
        return "; ".join(_fields(item))
    return _line(show_value(item))


def _fields(item: Element) -> Iterator[str]:
    """Yield the fields of an item that hold something, but those that it is named by."""
    named = name_item(item)
    for veld, value in item:
        if value not in (None, ()) and show_value(value) != named:
            text = describe_item(value) if isinstance(value, Element) else _line(_show(value))
            yield f"{_veldnaam(veld)} {text}"


def _show(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(describe_item(item) for item in value)
    return show_value(value)


def _line(text: str) -> str:
    return " ".join(text.split())


def _empty(present: Element) -> Element | None:
    """Return an element like ``present`` without anything in it, None when it must have something."""
    if isinstance(present, Normoordeel):
        return Normoordeel(norm=present.norm, locatie=present.locatie)
    kind = type(present)
    return None if any(info.is_required() for info in kind.model_fields.values()) else kind()


def _chapter(kind: type[Element], first: Schrede) -> Hoofdstuknaam:
    if kind is Onderzoek:
        return _ONDERZOEK.get(first.veld, "overig")
    if kind is Normoordeel and first.veld == "concept_oordeel":
        return "oordelen"
    return _DOCUMENT.get(kind, "overig")


def _regel(paar: Documentpaar, found: Veldverschil) -> Regel:
    last = found.pad[-1]
    parts = [paar.naam, *(_stap(stap) for stap in found.pad[:-1])]
    if last.item is None:
        veld: str | None = _veldnaam(last.veld)
    else:
        veld = None
        parts.append(_stap(last) if _is_named(found) else _kind(last.veld))
    oud, nieuw = _value(found.oud), _value(found.nieuw)
    if oud == nieuw and isinstance(found.oud, str) and isinstance(found.nieuw, str):
        oud, nieuw = found.oud.strip("\n"), found.nieuw.strip("\n")  # only line ends differ: show them
    regel = Regel(
        found.soort, ", ".join(filter(None, parts)) or paar.bestand.removesuffix(".yaml"), veld, oud, nieuw
    )
    if found.soort == "gewijzigd" and oud and nieuw and min(len(oud), len(nieuw)) >= _MIN_TEXT:
        return regel._replace(stukken=compare_words(oud, nieuw))
    return regel


def _is_named(found: Veldverschil) -> bool:
    """Whether the item goes by another name than what it says: a bron does, a positief punt does not."""
    value = found.oud if found.nieuw is None else found.nieuw
    if isinstance(value, Element) or found.soort == "gewijzigd":
        return True
    return found.pad[-1].item != _line(show_value(value))


def _value(value: object) -> str | None:
    if value is None:
        return None
    return unwrap(value) if isinstance(value, str) else describe_item(value)


def _stap(stap: Schrede) -> str:
    if stap.item is None:
        return _veldnaam(stap.veld)
    return f"{_kind(stap.veld)} {_line(stap.item)}"


def _kind(veld: str) -> str:
    return _ENKEL.get(veld, _veldnaam(veld))


def _veldnaam(veld: str) -> str:
    return veld.replace("_", " ")
