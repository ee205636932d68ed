"""
Elk bestand is tekst in UTF-8

## Waarom
Met een andere codering worden letters als é en ë iets anders, per computer verschillend. De melding wijst
de eerste plek aan die geen UTF-8 is.

## Fout
```yaml
# opgeslagen als Windows-1252 of UTF-16
titel: Zorg CafÃ©
```

## Goed
```yaml
# opgeslagen als UTF-8
titel: Zorg Café
```

## Grondslag
Afspraak van dit programma: één codering voor alle bestanden. UTF-8 staat op de lijst met open standaarden van het Forum Standaardisatie.

## Let op
Een bestand mag met een byte order mark (BOM) beginnen: sommige programma's op Windows zetten die erin.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR002", "tekst-niet-utf8", severity=Severity.ERROR, since="0.1", doc=__doc__)
