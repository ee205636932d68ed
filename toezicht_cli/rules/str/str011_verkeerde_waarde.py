"""
Elke waarde past bij haar veld

## Waarom
Een aantal is een getal, een soort komt uit een vaste lijst, en een lijst is een lijst. Een waarde die niet
past, kan niet geteld of vergeleken worden.

## Fout
```yaml
bronnen:
  - {id: I01, soort: gesprek, rol: client}
```

## Goed
```yaml
bronnen:
  - {id: I01, soort: interview, rol: client}
```

## Grondslag
Afspraak van dit programma: wat er mag staan, staat in het schema van het bestand.

## Let op
De melding noemt de waarde zelf niet: dat kan een burgerservicenummer zijn, en een melding komt soms in
een logboek.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR011", "verkeerde-waarde", severity=Severity.ERROR, since="0.1", doc=__doc__)
