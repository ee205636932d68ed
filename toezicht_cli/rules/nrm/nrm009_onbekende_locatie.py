"""
Een locatie is een vestiging van de aanbieder, en staat er als het kader per locatie oordeelt

## Waarom
Met een kader per locatie hoort elk oordeel bij één vestiging. Met een kader per aanbieder geldt een
oordeel voor de hele aanbieder en zou een locatie iets anders zeggen dan het rapport.

## Fout
```yaml
# onderzoek.yaml noemt de vestigingen L1 en L2; het kader is per locatie
norm: "1.1"
locatie: L3
oordeel: voldoet
```

## Goed
```yaml
norm: "1.1"
locatie: L2
oordeel: voldoet
```

## Grondslag
Afspraak van dit programma: het kader bepaalt of er per aanbieder of per locatie geoordeeld wordt.

## Let op
De locatie van een punt hoort bij VBP007.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.betrokkenen import Aanbieder, Bezoek
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.rules.base import rule


@rule("NRM009", "onbekende-locatie", severity=Severity.ERROR, since="0.1", needs=("onderzoek", "kader"))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a locatie that is wrong, missing or out of place, and a kader per locatie without vestigingen."""
    known = tuple(vestiging.id for vestiging in dossier.onderzoek.aanbieder.vestigingen)
    per_locatie = dossier.kader.per == "locatie"
    for bezoek in dossier.walk(Bezoek):
        if bezoek.value.locatie is not None and bezoek.value.locatie not in known:
            yield _unknown(bezoek, bezoek.value.locatie, known)
    if per_locatie and not known:
        place = next(dossier.walk(Aanbieder)).place
        message = "het kader oordeelt per locatie, maar de aanbieder heeft geen vestigingen"
        yield Violation(message, place, "noem bij vestigingen elke vestiging met een id, zoals L1")
        return
    for located in dossier.normoordelen:
        yield from _check_per_locatie(located, known) if per_locatie else _check_per_aanbieder(located)


def _check_per_locatie(located: Located[Normoordeel], known: tuple[str, ...]) -> Iterator[Violation]:
    locatie = located.value.locatie
    if locatie is None:
        message = f"het kader oordeelt per locatie, maar norm {located.value.norm} noemt geen locatie"
        yield Violation(message, located.place.at("norm"), f"kies uit {', '.join(known)}")
    elif locatie not in known:
        yield _unknown(located, locatie, known)


def _check_per_aanbieder(located: Located[Normoordeel]) -> Iterator[Violation]:
    if located.value.locatie is not None:
        message = f"het kader oordeelt per aanbieder, maar norm {located.value.norm} noemt een locatie"
        yield Violation(message, located.place.at("locatie"), "haal locatie weg")


def _unknown(
    located: Located[Normoordeel] | Located[Bezoek], locatie: str, known: tuple[str, ...]
) -> Violation:
    message = f"locatie {locatie} staat niet bij de vestigingen in onderzoek.yaml"
    return Violation(message, located.place.at("locatie"), suggest(locatie, known))
