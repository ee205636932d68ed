"""
Elk bestand is leesbare YAML

## Waarom
Als het inspringen, een dubbele punt of een aanhalingsteken niet klopt, is niet zeker wat er bedoeld is.
Het programma raadt dan niet.

## Fout
```yaml
norm: "1.1"
reden: Niet getoetst: er waren geen cliënten.
```

## Goed
```yaml
norm: "1.1"
reden: "Niet getoetst: er waren geen cliënten."
```

## Grondslag
YAML 1.2.2, hoofdstuk 6 en 7.

## Let op
Spring in met spaties en niet met tabs. Zet een tekst met een dubbele punt en een spatie erin tussen
aanhalingstekens.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR004", "yaml-onleesbaar", severity=Severity.ERROR, since="0.1", doc=__doc__)
