"""Nagaan: what a reviewer should look into in a change; a point to look at, never an accusation."""

from collections.abc import Iterable, Iterator

from toezicht_cli.analysis.kaderverschil import find_andere_woorden
from toezicht_cli.analysis.veldverschil import is_same
from toezicht_cli.analysis.verschil import Aandachtspunt
from toezicht_cli.analysis.verschilregels import Documentpaar
from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import Normoordeel

# What an oordeel rests on; one of these changes when there is a reason for another oordeel.
_ONDERBOUWING = ("bevindingen", "positieve_punten", "motivering", "reden")


def find_aandachtspunten(
    oud: Dossier, nieuw: Dossier, paren: Iterable[Documentpaar]
) -> Iterator[Aandachtspunt]:
    """Yield what to look into: an oordeel that changed alone, an unused new bron, a point taken away."""
    for woorden in find_andere_woorden(oud.find_kader(), nieuw.find_kader()):
        yield Aandachtspunt("schaal", f"{woorden}: elk oordeel met deze categorie leest nu anders")
    changed = {}
    for paar in paren:
        if isinstance(paar.oud, Normoordeel) and isinstance(paar.nieuw, Normoordeel):
            changed[paar.nieuw.sleutel] = paar.oud.oordeel != paar.nieuw.oordeel
            yield from _unsupported(paar.oud, paar.nieuw)
            yield from _unfit_punten(paar.oud, paar.nieuw, nieuw)
    yield from _unused_bronnen(oud, nieuw)
    yield from _missing_bronnen(oud, nieuw)
    yield from _dropped_punten(oud, nieuw, changed)


def _unsupported(oud: Normoordeel, nieuw: Normoordeel) -> Iterator[Aandachtspunt]:
    if (oud.oordeel, oud.status) == (nieuw.oordeel, nieuw.status) or oud.oordeel is None:
        return
    if all(is_same(getattr(oud, veld), getattr(nieuw, veld)) for veld in _ONDERBOUWING):
        bericht = "het oordeel is anders, maar de bevindingen en de bronnen eronder zijn gelijk gebleven"
        yield Aandachtspunt(f"norm {nieuw.sleutel}", bericht)


def _unused_bronnen(oud: Dossier, nieuw: Dossier) -> Iterator[Aandachtspunt]:
    if {"bronnen", "bevindingen"} & (oud.onleesbaar | nieuw.onleesbaar):
        return
    known = {item.value.id for item in oud.bronnen}
    used = {bron for item in nieuw.normoordelen for bron in item.value.alle_bronnen}
    for item in nieuw.bronnen:
        if item.value.id not in known and item.value.id not in used:
            yield Aandachtspunt(f"bron {item.value.id}", "deze bron is nieuw, maar geen bevinding noemt haar")


def _missing_bronnen(oud: Dossier, nieuw: Dossier) -> Iterator[Aandachtspunt]:
    if "bronnen" in oud.onleesbaar | nieuw.onleesbaar:
        return
    kept = {item.value.id for item in nieuw.bronnen}
    for item in oud.bronnen:
        users = [
            norm.value.sleutel for norm in nieuw.normoordelen if item.value.id in norm.value.alle_bronnen
        ]
        if item.value.id not in kept and users:
            bericht = f"deze bron is weg, maar norm {join_some(users)} noemt haar nog"
            yield Aandachtspunt(f"bron {item.value.id}", bericht)


def _unfit_punten(oud: Normoordeel, nieuw: Normoordeel, dossier: Dossier) -> Iterator[Aandachtspunt]:
    """Yield the points of a norm whose oordeel changed, when the new one asks for something else."""
    if oud.oordeel == nieuw.oordeel or "verbeterpunten" in dossier.onleesbaar:
        return
    punten = [
        item.value
        for item in dossier.verbeterpunten
        if (item.value.norm, item.value.locatie or nieuw.locatie) == (nieuw.norm, nieuw.locatie)
    ]
    kader = dossier.find_kader()
    categorie = kader.schaal.find(nieuw.oordeel) if kader and nieuw.oordeel else None
    vraagt = categorie.vraagt if categorie else "geen"
    unfit = [punt.id for punt in punten if punt.soort != vraagt]
    one = len(unfit) == 1
    if nieuw.oordeel is None and unfit:
        bericht = (
            f"deze norm heeft geen oordeel meer, maar {join_some(unfit)} {'staat' if one else 'staan'} er nog"
        )
        yield Aandachtspunt(f"norm {nieuw.sleutel}", bericht)
    elif categorie and unfit:
        gevraagd = "geen punt" if vraagt == "geen" else f"een {vraagt.replace('-', ' ')}"
        past = "past" if one else "passen"
        bericht = f"het oordeel vraagt nu {gevraagd}, en {join_some(unfit)} {past} daar niet bij"
        yield Aandachtspunt(f"norm {nieuw.sleutel}", bericht)
    elif categorie and vraagt != "geen" and not punten:
        bericht = f"het oordeel vraagt nu een {vraagt.replace('-', ' ')}, maar bij deze norm staat er geen"
        yield Aandachtspunt(f"norm {nieuw.sleutel}", bericht)


def _dropped_punten(oud: Dossier, nieuw: Dossier, changed: dict[str, bool]) -> Iterator[Aandachtspunt]:
    if "verbeterpunten" in oud.onleesbaar | nieuw.onleesbaar:
        return
    kept = {item.value.id for item in nieuw.verbeterpunten}
    for item in oud.verbeterpunten:
        punt = item.value
        sleutel = f"{punt.norm}@{punt.locatie}" if punt.locatie else punt.norm
        if punt.id not in kept and changed.get(sleutel) is False:
            bericht = f"dit punt is weggehaald, maar het oordeel over norm {sleutel} is gelijk gebleven"
            yield Aandachtspunt(f"punt {punt.id}", bericht)
