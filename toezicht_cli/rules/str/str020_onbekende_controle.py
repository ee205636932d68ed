"""
Elke uitzondering noemt een controle die bestaat

## Waarom
Een uitzondering met een verkeerde code doet niets, terwijl het lijkt dat er iets is afgesproken.

## Fout
```yaml
uitzonderingen:
  - controle: BRN999
    bestand: bronnen.yaml
    reden: Op verzoek van de aanbieder opgenomen.
```

## Goed
```yaml
uitzonderingen:
  - controle: BRN002
    bestand: bevindingen/1.1.yaml
    reden: Op verzoek van de aanbieder opgenomen.
```

## Grondslag
Afspraak van dit programma: codes van controles veranderen nooit van betekenis.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR020", "onbekende-controle", severity=Severity.ERROR, since="0.1", doc=__doc__)
