"""
De verplichte bestanden zijn er

## Waarom
Zonder onderzoek.yaml en bronnen.yaml is het onderzoek niet te controleren.

## Fout
```yaml
# de map heeft geen bronnen.yaml
onderzoek.yaml
bevindingen/1.1.yaml
```

## Goed
```yaml
onderzoek.yaml
bronnen.yaml
bevindingen/1.1.yaml
```

## Grondslag
Afspraak van dit programma: een onderzoek heeft altijd deze twee bestanden.

## Let op
Zijn er nog geen bronnen, zet dan `bronnen: []` in bronnen.yaml.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR014", "ontbrekend-bestand", severity=Severity.ERROR, since="0.1", doc=__doc__)
