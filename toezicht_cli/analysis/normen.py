"""Normen: where a case names a norm, which normoordelen it has, and what is still missing."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.teksten import normalize
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.kader import Criterium, Norm
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import NietOnderzocht
from toezicht_cli.models.uitvraag import Verzoek
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.models.verloop import Reactie, Toetsopmerking

_MIN_MATCH = 4


class Normverwijzing(NamedTuple):
    """The id of a norm and the place that names it."""

    norm: str
    place: Place


class Ontbrekend(NamedTuple):
    """The normen that have no normoordeel at all; ``locatie`` is None with a kader per aanbieder."""

    locatie: str | None
    normen: tuple[str, ...]


def walk_normverwijzingen(dossier: Dossier) -> Iterator[Normverwijzing]:
    """Yield every norm that a field of its own names, outside the kader and the reikwijdte."""
    for kind in (Normoordeel, Verbeterpunt, Verzoek, Reactie, Toetsopmerking):
        for located in dossier.walk(kind):
            norm = getattr(located.value, "norm", None)
            if norm is not None:
                yield Normverwijzing(norm, located.place.at("norm"))


def walk_niet_onderzochte_normen(dossier: Dossier) -> Iterator[Normverwijzing]:
    """Yield every norm that ``reikwijdte.niet_onderzocht`` names."""
    for located in dossier.walk(NietOnderzocht):
        for index, norm in enumerate(located.value.normen):
            yield Normverwijzing(norm, located.place.at("normen", index))


def group_normoordelen(dossier: Dossier) -> dict[str, list[Located[Normoordeel]]]:
    """Return the normoordelen by norm, in the order of their files."""
    groups: dict[str, list[Located[Normoordeel]]] = {}
    for located in dossier.normoordelen:
        groups.setdefault(located.value.norm, []).append(located)
    return groups


def find_ontbrekende_normen(dossier: Dossier) -> tuple[Ontbrekend, ...]:
    """Return the normen of the kader without any normoordeel, per vestiging with a kader per locatie.

    A norm whose normoordeel names a wrong locatie, or none, is not missing: its locatie is wrong.
    """
    normen = [norm.id for norm in dossier.kader.normen]
    if dossier.kader.per == "aanbieder":
        present = {located.value.norm for located in dossier.normoordelen}
        return _drop_empty([Ontbrekend(None, tuple(norm for norm in normen if norm not in present))])
    vestigingen = [vestiging.id for vestiging in dossier.onderzoek.aanbieder.vestigingen]
    found = {(located.value.norm, located.value.locatie) for located in dossier.normoordelen}
    misplaced = {norm for norm, locatie in found if locatie not in vestigingen}
    return _drop_empty(
        [
            Ontbrekend(
                locatie,
                tuple(norm for norm in normen if (norm, locatie) not in found and norm not in misplaced),
            )
            for locatie in vestigingen
        ]
    )


def is_van_toepassing(norm: Norm, voorzieningen: Iterable[str]) -> bool:
    """Whether a norm is about one of these voorzieningen; a norm without a list is about all.

    Names are compared loosely, for they are free text: "ambulante begeleiding" is begeleiding.
    """
    if not norm.van_toepassing_op:
        return True
    given = [normalize(item) for item in voorzieningen]
    return any(_overlap(normalize(item), other) for item in norm.van_toepassing_op for other in given)


def find_onbehandelde_criteria(norm: Norm, behandeld: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the criteria that are named neither themselves nor through a part or whole."""
    named = frozenset(behandeld)
    return tuple(_walk_uncovered(norm.criteria, named))


def _drop_empty(items: Sequence[Ontbrekend]) -> tuple[Ontbrekend, ...]:
    return tuple(item for item in items if item.normen)


def _overlap(first: str, second: str) -> bool:
    if min(len(first), len(second)) < _MIN_MATCH:
        return first == second
    return first in second or second in first


def _walk_uncovered(criteria: Iterable[Criterium], named: frozenset[str]) -> Iterator[str]:
    for criterium in criteria:
        if criterium.id in named:
            continue
        if named.isdisjoint(_ids(criterium.criteria)):
            yield criterium.id
        else:
            yield from _walk_uncovered(criterium.criteria, named)


def _ids(criteria: Iterable[Criterium]) -> Iterator[str]:
    for criterium in criteria:
        yield criterium.id
        yield from _ids(criterium.criteria)
