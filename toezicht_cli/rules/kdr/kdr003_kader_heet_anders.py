"""
Naam en versie in een kader zijn gelijk aan de map en de bestandsnaam

## Waarom
Een onderzoek vindt het kader via de map en de bestandsnaam. Noemt het kader zelf iets anders, dan staat
in het rapport een ander kader dan er gebruikt is.

## Fout
```yaml
# bestand: kaders/toetsing/voorbeeld/2025.yaml
naam: voorbeeld
versie: "2024"
```

## Goed
```yaml
# bestand: kaders/toetsing/voorbeeld/2025.yaml
naam: voorbeeld
versie: "2025"
```

## Grondslag
Afspraak van dit programma: een kader heeft één naam en één versie.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("KDR003", "kader-heet-anders", severity=Severity.ERROR, since="0.1", doc=__doc__)
