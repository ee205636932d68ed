"""
Elk veld staat er één keer

## Waarom
Veel programma's nemen bij een dubbel veld stil het laatste. Zo kan een oordeel veranderen zonder dat
iemand het ziet.

## Fout
```yaml
norm: "1.1"
oordeel: voldoet
oordeel: voldoet-niet
```

## Goed
```yaml
norm: "1.1"
oordeel: voldoet-niet
```

## Grondslag
YAML 1.2.2, paragraaf 3.2.1.1: de namen in een groep zijn uniek.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR005", "dubbel-veld", severity=Severity.ERROR, since="0.1", doc=__doc__)
