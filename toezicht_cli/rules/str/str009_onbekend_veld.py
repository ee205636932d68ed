"""
Elk veld is bekend

## Waarom
Een verkeerd gespeld veld telt niet mee. Zonder deze controle lijkt het goed, terwijl er iets mist.

## Fout
```yaml
norm: "1.1"
oordeel: voldoet
positieve_puntn: [Het plan is concreet.]
```

## Goed
```yaml
norm: "1.1"
oordeel: voldoet
positieve_punten: [Het plan is concreet.]
```

## Grondslag
Afspraak van dit programma: er is geen veld dat stil genegeerd wordt.

## Let op
Een eigen aantekening kan in een regel die met `#` begint.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR009", "onbekend-veld", severity=Severity.ERROR, since="0.1", doc=__doc__)
