"""
Elke uitzondering past op een melding

## Waarom
Een uitzondering die nergens op past is niet meer nodig, of er staat een tikfout in. Blijft zij staan, dan
verbergt zij later misschien een nieuwe melding die niemand bekeken heeft.

## Fout
```yaml
uitzonderingen:
  - controle: BRN002
    bestand: bevindingen/1.1.yaml
    reden: De bron komt nog.
```

## Goed
```yaml
# de melding is opgelost, de uitzondering is weg
uitzonderingen: []
```

## Grondslag
Afspraak van dit programma: een uitzondering hoort bij een melding die er is.

## Let op
Kon een bestand niet gelezen worden, of is een controle niet uitgevoerd, dan zwijgt deze controle.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere(
    "STR017", "uitzondering-zonder-melding", severity=Severity.WARNING, since="0.1", doc=__doc__
)
