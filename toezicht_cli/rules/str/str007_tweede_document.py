"""
Een bestand bevat één document

## Waarom
Een regel met `---` begint een nieuw document. Veel programma's lezen alleen het eerste: de rest telt dan
stil niet mee.

## Fout
```yaml
norm: "1.1"
oordeel: voldoet
---
norm: "1.2"
oordeel: voldoet
```

## Goed
```yaml
norm: "1.1"
oordeel: voldoet
```

## Grondslag
Afspraak van dit programma: één bestand, één document.

## Let op
Een `---` op de eerste regel mag. Een streep in een tekst met `|` mag ook, als de regel is ingesprongen.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR007", "tweede-document", severity=Severity.ERROR, since="0.1", doc=__doc__)
