"""Uitvragen: what came of the documents that were requested."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.analysis.normen import group_normoordelen
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.uitvraag import NIET_GELEVERD, Verzoek

# Documents that are made afterwards, about a period: dated after it, as a matter of course.
_ACHTERAF = re.compile(
    r"overzicht|jaar|kwartaal|rapport|registratie|lijst|analyse|evaluatie|kwaliteitsverslag|cijfer"
    r"|terugblik|monitor|enquête|meting|rekening|telling|uitdraai|export|logboek|administratie",
    re.IGNORECASE,
)

# And those that are made beforehand.
_VOORAF = re.compile(r"plan(?!t)|rooster|begroting|agenda|programma|kalender", re.IGNORECASE)


class NooitBehandeld(NamedTuple):
    """A request after which no bevinding of its norm speaks of the document."""

    verzoek: Located[Verzoek]
    has_bevindingen: bool


class BuitenPeriode(NamedTuple):
    """A request for a period, and the date of the document that came."""

    verzoek: Located[Verzoek]
    periode: Datum
    datum: Datum


def find_onbehandelde_verzoeken(dossier: Dossier) -> Iterator[NooitBehandeld]:
    """Yield the requests whose document no bevinding of the norm names, once that can be expected."""
    groups = group_normoordelen(dossier)
    bronnen = {located.value.id for located in dossier.bronnen}
    for located in dossier.walk(Verzoek):
        verzoek = located.value
        normoordelen = [found.value for found in groups.get(verzoek.norm, ())]
        if not _is_due(dossier, verzoek, normoordelen) or (verzoek.bron and verzoek.bron not in bronnen):
            continue
        has_bevindingen = any(item.bevindingen for item in normoordelen)
        named = any(verzoek.bron in item.alle_bronnen for item in normoordelen)
        if not (named or (verzoek.bron is None and has_bevindingen)):
            yield NooitBehandeld(located, has_bevindingen)


def find_buiten_periode(dossier: Dossier) -> Iterator[BuitenPeriode]:
    """Yield the requests for a period that got a document dated wholly outside it."""
    bron_by_id = {located.value.id: located.value for located in dossier.bronnen}
    for located in dossier.walk(Verzoek):
        verzoek, bron = located.value, bron_by_id.get(located.value.bron or "")
        if bron is None or verzoek.over_periode is None or not isinstance(bron.documentdatum, Datum):
            continue
        periode, datum = verzoek.over_periode, bron.documentdatum
        asked = _describe(dossier, verzoek, bron)
        too_late = datum.is_later_than(periode) and not _ACHTERAF.search(asked)
        too_early = periode.is_later_than(datum) and not _VOORAF.search(asked)
        if too_late or too_early:
            yield BuitenPeriode(located, periode, datum)


def find_niet_gevraagde_documenten(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return (norm, document) of what the kader asks under a getoetste norm and no request asks for."""
    verzoeken = [located.value for located in dossier.walk(Verzoek)]
    asked = {(verzoek.norm, verzoek.document) for verzoek in verzoeken}
    getoetst = {located.value.norm for located in dossier.normoordelen if located.value.is_beoordeeld}
    return tuple(
        (norm.id, document.id)
        for norm in dossier.kader.normen
        if norm.id in getoetst and (norm.id, None) not in asked
        for document in norm.documenten
        if (norm.id, document.id) not in asked
    )


def _is_due(dossier: Dossier, verzoek: Verzoek, normoordelen: list[Normoordeel]) -> bool:
    """Whether a bevinding can be expected by now."""
    if verzoek.ontvangen == NIET_GELEVERD or dossier.kader.find_norm(verzoek.norm) is None:
        return False
    if dossier.onderzoek.is_vanaf_concept:
        return True
    return verzoek.bron is not None and any(item.is_beoordeeld for item in normoordelen)


def _describe(dossier: Dossier, verzoek: Verzoek, bron: Bron) -> str:
    """Return all words about a requested document: of the request, the bron and the kader."""
    norm = dossier.kader.find_norm(verzoek.norm)
    asked = [
        document.omschrijving
        for document in (norm.documenten if norm else ())
        if document.id == verzoek.document
    ]
    return "\n".join((verzoek.omschrijving, bron.titel or "", *asked))
