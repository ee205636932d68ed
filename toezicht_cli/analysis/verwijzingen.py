"""Verwijzingen: every place in a case that names a bron."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.diagnostics import Place
from toezicht_cli.models.cijfer import Cijfer
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.normoordeel import CITATIE, Bevinding, find_citaties
from toezicht_cli.models.uitvraag import Verzoek
from toezicht_cli.models.verbeterpunt import Opvolging
from toezicht_cli.models.verloop import Stap

_BRON_ID = re.compile(r"\b[A-Za-z]{1,4}[0-9]{1,4}[a-z]?\b", re.ASCII)
_LOSSE_VERWIJZING = re.compile(r"(?<![\w.])@([A-Za-z]{1,4}[0-9]{1,4}[a-z]?)\b", re.ASCII)


class Bronverwijzing(NamedTuple):
    """The id of a bron and the place that names it."""

    bron_id: str
    place: Place


def walk_bronverwijzingen(dossier: Dossier) -> Iterator[Bronverwijzing]:
    """Yield every reference to a bron: in bevindingen, cijfers, opvolging, handhaving, uitvraag and texts."""
    for bevinding in dossier.walk(Bevinding):
        yield from _of_bevinding(bevinding)
    for cijfer in dossier.walk(Cijfer):
        yield from _of_list(cijfer.value.bronnen, cijfer.place.at("bronnen"))
    for opvolging in dossier.walk(Opvolging):
        yield from _of_list(opvolging.value.bewijs, opvolging.place.at("bewijs"))
    for stap in dossier.walk(Stap):
        yield from _of_list(stap.value.bewijs, stap.place.at("bewijs"))
    for verzoek in dossier.walk(Verzoek):
        if verzoek.value.bron:
            yield Bronverwijzing(verzoek.value.bron, verzoek.place.at("ontvangen"))
    yield from _in_other_texts(dossier)


def _in_other_texts(dossier: Dossier) -> Iterator[Bronverwijzing]:
    """Yield the citations ``[@B01]`` outside bevindingen: in a conclusie, the aanleiding, a point."""
    bevindingen = {bevinding.place.at("tekst") for bevinding in dossier.walk(Bevinding)}
    for tekstplaats in dossier.teksten:
        if "[@" in tekstplaats.tekst and tekstplaats.place not in bevindingen:
            for bron_id in dict.fromkeys(find_citaties(tekstplaats.tekst)):
                yield Bronverwijzing(bron_id, tekstplaats.place)


def _of_bevinding(bevinding: Located[Bevinding]) -> Iterator[Bronverwijzing]:
    listed = bevinding.value.bronnen
    yield from _of_list(listed, bevinding.place.at("bronnen"))
    for bron_id in bevinding.value.alle_bronnen:
        if bron_id not in listed:
            yield Bronverwijzing(bron_id, bevinding.place.at("tekst"))


def _of_list(bron_ids: tuple[str, ...], place: Place) -> Iterator[Bronverwijzing]:
    for index, bron_id in enumerate(bron_ids):
        yield Bronverwijzing(bron_id, place.at(index))


def find_mislukte_verwijzingen(tekst: str) -> tuple[str, ...]:
    """Return the ids that a text seems to cite without doing so: behind a comma, or outside brackets."""
    found = []
    for match in CITATIE.finditer(tekst):
        cited = find_citaties(match[0])
        found += [bron_id for bron_id in _BRON_ID.findall(match[0]) if bron_id not in cited]
    found += _LOSSE_VERWIJZING.findall(CITATIE.sub(" ", tekst))
    return tuple(dict.fromkeys(found))
