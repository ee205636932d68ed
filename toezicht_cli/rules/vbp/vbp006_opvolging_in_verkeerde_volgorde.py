"""
De opvolging van een punt staat in de volgorde waarin het gebeurde

## Waarom
De onderste stap is de stand van nu. Staat een oudere stap onderaan, dan klopt de stand niet. Bewijs
dat er op die dag nog niet was, kan de stand niet dragen.

## Fout
```yaml
opvolging:
  - {datum: 2026-09-14, status: geborgd-vastgesteld, bewijs: [B07], beoordeeld_door: Toezichthouder 1}
  - {datum: 2026-07-01, status: open}
```

## Goed
```yaml
opvolging:
  - {datum: 2026-07-01, status: open}
  - {datum: 2026-09-14, status: geborgd-vastgesteld, bewijs: [B07], beoordeeld_door: Toezichthouder 1}
```

## Let op
Een stap met een eerdere dag dan de stap erboven is een fout, en ook bewijs dat zeker later binnenkwam
dan de stap. Twee stappen op één dag mogen. Een stap van voor het concept is een let-op: soms herstelt
de aanbieder iets tijdens het onderzoek. Is de dag van het concept niet bekend, dan telt de dag van
vaststelling. Bij een hertoets zwijgt dat laatste deel, want daar kan de opvolging ouder zijn.

## Grondslag
Afspraak van dit programma: de opvolging heeft de oudste stap bovenaan.
"""

from collections.abc import Iterator
from itertools import pairwise

from toezicht_cli.analysis.punten import (
    conceptmoment,
    group_punten,
    is_bron_later,
    name_punten,
    rapportmoment,
)
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.rules.base import rule


@rule(
    "VBP006",
    "opvolging-in-verkeerde-volgorde",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek",),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report steps out of order, evidence from after its step, and steps from before the concept."""
    for punt in dossier.verbeterpunten:
        yield from _out_of_order(punt)
        yield from _later_bewijs(punt, dossier)
    yield from _before_concept(dossier)


def _out_of_order(punt: Located[Verbeterpunt]) -> Iterator[Violation]:
    for index, (eerder, later) in enumerate(pairwise(punt.value.opvolging), 1):
        if eerder.datum.is_later_than(later.datum):
            message = f"punt {punt.value.id}: {later.datum.leesbaar} staat onder {eerder.datum.leesbaar}"
            yield Violation(
                message, punt.place.at("opvolging", index, "datum"), "zet de oudste stap bovenaan"
            )


def _later_bewijs(punt: Located[Verbeterpunt], dossier: Dossier) -> Iterator[Violation]:
    for step, opvolging in enumerate(punt.value.opvolging):
        for index, bron_id in enumerate(opvolging.bewijs):
            bron = dossier.bronnenlijst.find(bron_id)
            if bron is not None and is_bron_later(bron, opvolging.datum):
                message = (
                    f"punt {punt.value.id}: bron {bron_id} is van na de stand van {opvolging.datum.leesbaar}"
                )
                place = punt.place.at("opvolging", step, "bewijs", index)
                yield Violation(message, place, "kijk welke van de twee datums niet klopt")


def _before_concept(dossier: Dossier) -> Iterator[Violation]:
    momenten = dossier.onderzoek.momenten
    bekend = conceptmoment(momenten) or rapportmoment(momenten)
    if bekend is None or dossier.onderzoek.hertoets_van:
        return
    moment, wat = bekend

    def te_vroeg(punt: Verbeterpunt) -> Datum | None:
        eerste = punt.opvolging[0].datum if punt.opvolging else None
        return eerste if eerste is not None and moment.is_later_than(eerste) else None

    for dag, punten in group_punten(dossier.verbeterpunten, te_vroeg).items():
        message = f"opvolging van {name_punten(punten)} op {dag.leesbaar} ligt voor {wat} ({moment.leesbaar})"
        place = punten[0].place.at("opvolging", 0, "datum")
        yield Violation(message, place, severity=Severity.WARNING)
