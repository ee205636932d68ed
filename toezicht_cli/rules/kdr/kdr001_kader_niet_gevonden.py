"""
Het kader dat het onderzoek noemt is er

## Waarom
Zonder kader is niet bekend welke normen er zijn en welke oordelen mogen. Het kader staat als
`naam@versie` in onderzoek.yaml, en als bestand in `kaders/toetsing/naam/versie.yaml`.

## Fout
```yaml
kader: ggd-voorbeeld@2019
```

## Goed
```yaml
kader: ggd-gelderland-zuid@2019-07
```

## Grondslag
Afspraak van dit programma: een onderzoek noemt één versie van één kader.

## Let op
Het programma zoekt eerst in de map `kaders` van de werkmap en dan bij de meegeleverde kaders. De
melding noemt de naam die er het meest op lijkt.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("KDR001", "kader-niet-gevonden", severity=Severity.ERROR, since="0.1", doc=__doc__)
