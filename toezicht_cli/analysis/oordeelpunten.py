"""Oordeelpunten: whether the points under a norm are those that its oordeel asks."""

from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.analysis.normen import group_normoordelen
from toezicht_cli.analysis.punten import Punten, group_punten
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.kader import Puntsoort
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.verbeterpunt import Verbeterpunt

# With these the oordeel was given elsewhere: in another onderzoek, or over the whole.
_POINTS_ALLOWED = ("meegewogen", "eerder-getoetst")


class MisplaatstePunten(NamedTuple):
    """Points of one soort under a norm whose oordeel asks ``gevraagd``, None when it asks no point."""

    punten: Punten
    normoordeel: Normoordeel
    gevraagd: Puntsoort | None


def find_oordelen_zonder_punt(dossier: Dossier) -> Iterator[tuple[Located[Normoordeel], Puntsoort]]:
    """Yield every normoordeel without any point although its categorie asks one, and which soort."""
    punten = [located.value for located in dossier.verbeterpunten]
    for located in dossier.normoordelen:
        gevraagd = _gevraagd(dossier, located.value)
        if gevraagd and not any(_belongs(punt, located.value) for punt in punten):
            yield located, gevraagd


def find_misplaatste_punten(dossier: Dossier) -> Iterator[MisplaatstePunten]:
    """Yield the points, by norm and soort, that no normoordeel on their norm asks or allows."""
    by_norm = group_normoordelen(dossier)
    # In a hertoets a point with opvolging is one of the first report, whatever the oordeel is now.
    is_hertoets = dossier.onderzoek.hertoets_van is not None
    own = [item for item in dossier.verbeterpunten if not (is_hertoets and item.value.opvolging)]
    groups = group_punten(own, lambda punt: (punt.norm, punt.locatie, punt.soort))
    for punten in groups.values():
        punt = punten[0].value
        found = [item.value for item in by_norm.get(punt.norm, ()) if _belongs(punt, item.value)]
        if found and not any(_allows(dossier, item, punt) for item in found):
            beoordeeld = next((item for item in found if item.is_beoordeeld), found[0])
            yield MisplaatstePunten(punten, beoordeeld, _gevraagd(dossier, beoordeeld))


def _belongs(punt: Verbeterpunt, item: Normoordeel) -> bool:
    """Whether a point is about this normoordeel; one without locatie is about every locatie."""
    same_place = punt.locatie is None or item.locatie is None or punt.locatie == item.locatie
    return punt.norm == item.norm and same_place


def _gevraagd(dossier: Dossier, item: Normoordeel) -> Puntsoort | None:
    categorie = dossier.kader.schaal.find(item.oordeel) if item.oordeel else None
    return None if categorie is None or categorie.vraagt == "geen" else categorie.vraagt


def _allows(dossier: Dossier, item: Normoordeel, punt: Verbeterpunt) -> bool:
    """Whether the point may stand; an open norm or an unknown categorie is reported elsewhere."""
    if item.oordeel is None:
        return item.status is None or item.status in _POINTS_ALLOWED
    return dossier.kader.schaal.find(item.oordeel) is None or _gevraagd(dossier, item) == punt.soort
