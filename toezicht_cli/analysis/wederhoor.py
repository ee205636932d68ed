"""Wederhoor: which reactions still ask something of us, the last day to react, and what changed since."""

from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.analysis.perioden import known
from toezicht_cli.diagnostics import Severity
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verloop import Reactie, Wederhoor

BESTAND = "wederhoor.yaml"


class Oordeelwijziging(NamedTuple):
    """A normoordeel that is not what the concept said; both are a categorie or a status."""

    located: Located[Normoordeel]
    concept: str
    nu: str


def find_laatste_dag(wederhoor: Wederhoor) -> Datum | None:
    """Return the last day on which the aanbieder may react, with the uitstel that it got."""
    return wederhoor.uitstel.tot if wederhoor.uitstel else wederhoor.uiterlijk


def find_open_velden(reactie: Reactie) -> tuple[str, ...]:
    """Return the fields that people must still fill in before a reaction is disposed of."""
    found = [
        naam for naam, waarde in (("soort", reactie.soort), ("verwerkt", reactie.verwerkt)) if not waarde
    ]
    if lacks_motivering(reactie) or lacks_antwoord(reactie):
        found.append("motivering")
    if lacks_wijziging(reactie):
        found.append("gewijzigd")
    return tuple(found)


def lacks_motivering(reactie: Reactie) -> bool:
    """Whether a reaction was not (wholly) taken over and nobody said why."""
    return reactie.verwerkt in ("nee", "deels") and reactie.motivering is None


def lacks_antwoord(reactie: Reactie) -> bool:
    """Whether a zienswijze was taken over and neither an answer nor a change can be read."""
    return (
        reactie.soort == "zienswijze"
        and reactie.verwerkt == "ja"
        and reactie.motivering is None
        and reactie.gewijzigd is None
    )


def lacks_wijziging(reactie: Reactie) -> bool:
    """Whether a fact was corrected and nobody said what changed in the report."""
    return (
        reactie.soort == "feitelijke-onjuistheid"
        and reactie.verwerkt in ("ja", "deels")
        and reactie.gewijzigd is None
    )


def weigh(dossier: Dossier) -> Severity:
    """Return how bad it is that work is not finished: a fout once the onderzoek is definitief."""
    definitief = any(located.value.fase == "definitief" for located in dossier.walk(Onderzoek))
    return Severity.ERROR if definitief else Severity.WARNING


def is_gereageerd(dossier: Dossier, op: Datum) -> bool:
    """Whether the aanbieder had reacted on the day ``op``, or had written that it will not."""
    wederhoor = dossier.wederhoor
    momenten = dossier.onderzoek.momenten
    if wederhoor.reacties or (momenten and momenten.reactie_ontvangen_op is not None):
        return True
    return wederhoor.afstand is not None and not wederhoor.afstand.datum.is_later_than(op)


def find_verzonden_op(dossier: Dossier) -> Datum | None:
    """Return the day on which the concept was sent, None when that is not known."""
    momenten = dossier.onderzoek.momenten
    return known(momenten.concept_verzonden_op) if momenten else None


def list_stand(dossier: Dossier) -> dict[str, str]:
    """Return the categorie or status per norm (or norm@vestiging), as a concept keeps them."""
    found = ((item.value.sleutel, item.value.oordeel or item.value.status) for item in dossier.normoordelen)
    return {sleutel: waarde for sleutel, waarde in found if waarde}


def find_verzonden_oordelen(dossier: Dossier) -> dict[str, str]:
    """Return the oordelen of the concept that was sent; none when it tested against another kader."""
    concept = dossier.wederhoor.concept
    same = concept is not None and concept.kader == dossier.onderzoek.kader
    return dict(concept.oordelen) if concept is not None and same else {}


def walk_wijzigingen(dossier: Dossier) -> Iterator[Oordeelwijziging]:
    """Yield the normoordelen that differ from the concept, in the order of their files.

    What was sent counts; ``concept_oordeel`` counts where that is not known.
    """
    sent = find_verzonden_oordelen(dossier)
    for located in dossier.normoordelen:
        item = located.value
        concept = sent.get(item.sleutel) or item.concept_oordeel
        nu = item.oordeel or item.status
        if concept and nu and concept != nu:
            yield Oordeelwijziging(located, concept, nu)
