"""
Elke termijn in toezicht.yaml heeft een eigen naam

## Waarom
Een agenda en een overzicht herkennen een termijn aan zijn `id`. Hebben er twee dezelfde, dan overschrijft de ene de
andere.

## Fout
```yaml
termijnen:
  - {id: reactie, wat: De aanbieder reageert., lengte: 10, eenheid: werkdagen, vanaf: concept_verzonden_op}
  - {id: reactie, wat: De gemeente reageert., lengte: 3, eenheid: weken, vanaf: verzonden_op}
```

## Goed
```yaml
termijnen:
  - {id: reactie-aanbieder, wat: De aanbieder reageert., lengte: 10, eenheid: werkdagen, vanaf: concept_verzonden_op}
  - {id: reactie-gemeente, wat: De gemeente reageert., lengte: 3, eenheid: weken, vanaf: verzonden_op}
```

## Grondslag
Afspraak van dit programma: een id is uniek in zijn soort.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("TRM014", "termijn-dubbel", severity=Severity.ERROR, since="0.1", doc=__doc__)
