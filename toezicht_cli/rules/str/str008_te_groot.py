"""
Een bestand is niet te groot en niet te diep genest

## Waarom
De grenzen houden het programma snel en veilig, ook bij een bestand van een onbekende: 1 MB per bestand,
50.000 onderdelen, 32 lagen, en 2.000 bestanden per onderzoek. Een onderzoek blijft daar ver onder.

## Fout
```yaml
cijfers: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
```

## Goed
```yaml
cijfers:
  dossiers: {waarde: 7}
```

## Grondslag
Afspraak van dit programma: een vaste grens, zodat een bestand het programma nooit kan laten vastlopen.

## Let op
Grote bijlagen horen in `bijlagen/`. Die map wordt niet gelezen.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR008", "te-groot", severity=Severity.ERROR, since="0.1", doc=__doc__)
