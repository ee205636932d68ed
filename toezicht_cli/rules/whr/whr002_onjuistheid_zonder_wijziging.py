"""
Bij een verwerkte feitelijke onjuistheid staat wat er veranderd is

## Waarom
Een feit dat niet klopte, wordt in het rapport verbeterd. Wie het rapport naast het concept legt, moet kunnen zien
wat er anders is.

## Fout
```yaml
reacties:
  - id: R01
    soort: feitelijke-onjuistheid
    reactie: Er waren vijf dossiers, geen vier.
    verwerkt: ja
```

## Goed
```yaml
reacties:
  - id: R01
    soort: feitelijke-onjuistheid
    reactie: Er waren vijf dossiers, geen vier.
    verwerkt: ja
    gewijzigd: Het aantal dossiers bij norm 1.2.
```

## Let op
Zolang het onderzoek niet definitief is, is dit een let-op. Daarna is het een fout.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.wederhoor import lacks_wijziging, weigh
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Reactie
from toezicht_cli.rules.base import rule

_HELP = "schrijf bij gewijzigd wat er in het rapport veranderd is"


@rule("WHR002", "onjuistheid-zonder-wijziging", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every fact that was corrected without saying what changed in the report."""
    severity = weigh(dossier)
    for located in dossier.walk(Reactie):
        if lacks_wijziging(located.value):
            message = f"reactie {located.value.id} is verwerkt, maar er staat niet bij wat er veranderd is"
            yield Violation(message, located.place.at("verwerkt"), _HELP, severity)
