"""Bronnengebruik: for each bron of the bronnenlijst how often and where it is used."""

from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.analysis.bronlabels import SOORTEN
from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.analysis.verwijzingen import walk_bronverwijzingen
from toezicht_cli.models.bron import Bron, Bronsoort
from toezicht_cli.models.dossier import Dossier


class Gebruik(NamedTuple):
    """A bron, the normen whose bevindingen name it, how many bevindingen do, and uses elsewhere.

    ``elders`` counts the places outside bevindingen: a figure, a requested document, follow-up, text.
    """

    bron: Bron
    normen: tuple[str, ...]
    bevindingen: int
    elders: int

    @property
    def is_gebruikt(self) -> bool:
        """Whether anything in the case names this bron."""
        return self.bevindingen + self.elders > 0


class Soortgroep(NamedTuple):
    """The bronnen of one soort, in the order of the list."""

    soort: Bronsoort
    gebruik: tuple[Gebruik, ...]

    @property
    def stuks(self) -> int:
        """Return how many pieces the rows stand for."""
        return sum(item.bron.stuks for item in self.gebruik)


class Bronnenoverzicht(NamedTuple):
    """The bronnenlijst by soort, and the ids that are named but do not stand in it."""

    groepen: tuple[Soortgroep, ...]
    onbekend: tuple[str, ...]

    @property
    def gebruik(self) -> Iterator[Gebruik]:
        """Yield every row of the list, by soort."""
        for groep in self.groepen:
            yield from groep.gebruik

    @property
    def ongebruikt(self) -> tuple[str, ...]:
        """Return the ids of the bronnen that nothing names."""
        return tuple(item.bron.id for item in self.gebruik if not item.is_gebruikt)


class Bronnenresultaat(NamedTuple):
    """What ``toezicht bronnen`` shows."""

    inzage: Inzage
    overzicht: Bronnenoverzicht


def measure_gebruik(dossier: Dossier) -> Bronnenoverzicht:
    """Return how the bronnen of a dossier are used; works without a kader, not without the list."""
    if "bronnen" in dossier.onleesbaar:
        return Bronnenoverzicht((), ())
    sleutels_by_bron: dict[str, list[str]] = {}
    for located in dossier.normoordelen:
        for bevinding in located.value.bevindingen:
            for bron_id in bevinding.alle_bronnen:
                sleutels_by_bron.setdefault(bron_id, []).append(located.value.sleutel)
    places_by_bron: dict[str, set[object]] = {}
    for verwijzing in walk_bronverwijzingen(dossier):
        if "bevindingen" not in verwijzing.place.route:
            places_by_bron.setdefault(verwijzing.bron_id, set()).add(verwijzing.place)
    rows = [
        Gebruik(
            located.value,
            tuple(dict.fromkeys(sleutels_by_bron.get(located.value.id, ()))),
            len(sleutels_by_bron.get(located.value.id, ())),
            len(places_by_bron.get(located.value.id, ())),
        )
        for located in dossier.bronnen
    ]
    groepen = tuple(
        Soortgroep(soort, tuple(row for row in rows if row.bron.soort == soort)) for soort in SOORTEN
    )
    known = {row.bron.id for row in rows}
    named = dict.fromkeys((*sleutels_by_bron, *places_by_bron))
    return Bronnenoverzicht(
        tuple(groep for groep in groepen if groep.gebruik),
        tuple(bron_id for bron_id in named if bron_id not in known),
    )
