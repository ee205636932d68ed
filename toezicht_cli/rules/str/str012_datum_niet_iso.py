"""
Een datum staat er als jaar-maand-dag

## Waarom
Bij 3-4-2025 is niet voor iedereen zeker of het maart of april is. Geschreven als 2025-04-03 kan het niet
misgaan, en staan datums vanzelf op volgorde.

## Fout
```yaml
momenten:
  gestart_op: 23-1-2025
```

## Goed
```yaml
momenten:
  gestart_op: 2025-01-23
```

## Grondslag
NEN-ISO 8601, op de lijst met open standaarden van het Forum Standaardisatie.

## Let op
Een maand (`2024-10`), een jaar (`2025`) en een periode (`2024-07/2025-06`) mogen ook. Iets dat helemaal
geen datum is, valt onder STR011.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR012", "datum-niet-iso", severity=Severity.ERROR, since="0.1", doc=__doc__)
