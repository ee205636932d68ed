"""
Een zin wordt niet afgebroken door een hekje

## Waarom
In YAML begint een spatie met een hekje (#) een opmerking. Wat erachter staat, telt niet mee. In een zin
verdwijnt zo een stuk van de bevinding, met de bron erbij, zonder dat iemand het merkt.

## Fout
```yaml
tekst: In dossier #4 ontbreekt het verslag [@D01].
```

## Goed
```yaml
tekst: "In dossier #4 ontbreekt het verslag [@D01]."
```

## Let op
Een opmerking achter een zin mag wel: zet er dan twee spaties voor.

## Grondslag
YAML 1.2.2, paragraaf 6.6 (Comments).
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR022", "tekst-na-hekje", severity=Severity.ERROR, since="0.1", doc=__doc__)
