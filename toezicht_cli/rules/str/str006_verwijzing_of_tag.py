"""
Elke waarde staat uitgeschreven, zonder anker, verwijzing of tag

## Waarom
Met `&`, `*`, `<<` en `!` kan één regel op veel plekken iets veranderen. Dat is lastig te volgen, en een
klein bestand kan er onleesbaar groot van worden.

## Fout
```yaml
bevindingen:
  - &plan {id: a, tekst: Er is een plan.}
  - *plan
```

## Goed
```yaml
bevindingen:
  - {id: a, tekst: Er is een plan.}
  - {id: b, tekst: Het plan is besproken.}
```

## Grondslag
Afspraak van dit programma: wat er staat, staat er. Elke waarde heeft één plek.

## Let op
Begint een gewone tekst met `*`, `&` of `!`, zet hem dan tussen aanhalingstekens.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR006", "verwijzing-of-tag", severity=Severity.ERROR, since="0.1", doc=__doc__)
