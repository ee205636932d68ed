"""
In de map staan alleen YAML-bestanden die het programma kent

## Waarom
Een bestand met een verkeerde naam wordt niet gelezen. Wat erin staat, telt dan stil niet mee.

## Fout
```yaml
# bestand: bronen.yaml
bronnen: []
```

## Goed
```yaml
# bestand: bronnen.yaml
bronnen: []
```

## Grondslag
Afspraak van dit programma: er is geen bestand dat stil genegeerd wordt.

## Let op
Alleen namen op .yaml en .yml tellen. Word-bestanden en foto's mogen blijven staan. In `bijlagen/`,
`rapport/` en `vertrouwelijk/` mag alles. Lijkt de naam op die van een bekend bestand, dan slaat het
programma de controles over die dat bestand nodig hebben.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR013", "onbekend-bestand", severity=Severity.ERROR, since="0.1", doc=__doc__)
