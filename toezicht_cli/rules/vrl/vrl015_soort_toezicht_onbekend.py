"""
De soort toezicht van een onderzoek staat in toezicht.yaml

## Waarom
Cijfers worden per soort toezicht geteld, en het kader en het sjabloon horen bij een soort. Een soort die alleen in dit
onderzoek voorkomt, valt daarbuiten. Vaak is het een tikfout.

## Fout
```yaml
# toezicht.yaml noemt: signaalgestuurd, calamiteitentoezicht
soort_toezicht: signaal-gestuurd
```

## Goed
```yaml
soort_toezicht: signaalgestuurd
```

## Let op
Noemt toezicht.yaml geen soorten, dan wordt hier niets gemeld.

## Grondslag
Afspraak van dit programma: de organisatie bepaalt welke soorten toezicht zij heeft.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule(
    "VRL015",
    "soort-toezicht-onbekend",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "omgeving"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a kind of toezicht that the organisation does not have; nothing when it names none."""
    werkmap = dossier.omgeving.werkmap
    names = [soort.id for soort in werkmap.soorten_toezicht] if werkmap else []
    for located in dossier.walk(Onderzoek):
        soort = located.value.soort_toezicht
        if names and soort not in names:
            hulp = suggest(soort, names) or f"deze staan in toezicht.yaml: {', '.join(names)}"
            message = f"soort toezicht {quote(soort)} staat niet in toezicht.yaml"
            yield Violation(message, located.place.at("soort_toezicht"), hulp)
