"""
Elk verplicht veld is ingevuld

## Waarom
Zonder dit veld is niet duidelijk waar het onderdeel over gaat.

## Fout
```yaml
oordeel: voldoet
bevindingen: []
```

## Goed
```yaml
norm: "1.1"
oordeel: voldoet
```

## Grondslag
Afspraak van dit programma: de verplichte velden staan in het schema van het bestand.

## Let op
Een veld zonder waarde, met `~` of met `null` telt als niet ingevuld.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR010", "ontbrekend-veld", severity=Severity.ERROR, since="0.1", doc=__doc__)
