"""
Bij een reactie die niet of deels verwerkt is, staat waarom

## Waarom
De aanbieder mag weten waarom het rapport op een punt bleef zoals het was.

## Fout
```yaml
reacties:
  - id: R02
    soort: zienswijze
    reactie: Het oordeel is te streng.
    verwerkt: nee
```

## Goed
```yaml
reacties:
  - id: R02
    soort: zienswijze
    reactie: Het oordeel is te streng.
    verwerkt: nee
    motivering: In drie van de vier dossiers ontbrak een verslag.
```

## Let op
Zolang het onderzoek niet definitief is, is dit een let-op. Daarna is het een fout.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.wederhoor import lacks_motivering, weigh
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Reactie
from toezicht_cli.rules.base import rule


@rule("WHR003", "niet-verwerkt-zonder-motivering", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every reaction that was not or only partly taken over without a reason."""
    severity = weigh(dossier)
    for located in dossier.walk(Reactie):
        reactie = located.value
        if lacks_motivering(reactie):
            how = "niet" if reactie.verwerkt == "nee" else "deels"
            message = f"reactie {reactie.id} is {how} verwerkt, maar er staat niet bij waarom"
            yield Violation(
                message, located.place.at("verwerkt"), "schrijf de reden bij motivering", severity
            )
