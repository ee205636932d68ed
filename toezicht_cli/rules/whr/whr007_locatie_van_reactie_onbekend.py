"""
De locatie van een reactie is een vestiging van de aanbieder

## Waarom
De reactie moet bij het oordeel terechtkomen waar zij over gaat.

## Fout
```yaml
# onderzoek.yaml: vestigingen: [{id: L1, naam: Kantoor}]
reacties:
  - {id: R01, norm: "1.2", locatie: L2, reactie: De gesprekken waren er wel.}
```

## Goed
```yaml
# onderzoek.yaml: vestigingen: [{id: L1, naam: Kantoor}]
reacties:
  - {id: R01, norm: "1.2", locatie: L1, reactie: De gesprekken waren er wel.}
```

## Let op
Een reactie hoeft geen locatie te noemen: zij mag over de hele norm gaan. Een norm die niet in het kader staat,
meldt NRM002.

## Grondslag
Afspraak van dit programma: elk nummer van een vestiging staat in onderzoek.yaml.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Reactie
from toezicht_cli.rules.base import rule


@rule("WHR007", "locatie-van-reactie-onbekend", severity=Severity.ERROR, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every reaction about a vestiging that the aanbieder does not have."""
    known = tuple(vestiging.id for vestiging in dossier.onderzoek.aanbieder.vestigingen)
    for located in dossier.walk(Reactie):
        locatie = located.value.locatie
        if locatie is not None and locatie not in known:
            message = f"locatie {locatie} van reactie {located.value.id} staat niet bij de vestigingen"
            yield Violation(message, located.place.at("locatie"), suggest(locatie, known))
