"""
Een uitzondering werkt tot en met haar laatste dag

## Waarom
Met `tot` spreek je af dat je later opnieuw kijkt. Na die dag komt de melding vanzelf terug.

## Fout
```yaml
uitzonderingen:
  - controle: BRN001
    bestand: bronnen.yaml
    plaats: B02
    reden: Het document wordt in april gebruikt.
    tot: 2026-04-30
```

## Goed
```yaml
uitzonderingen:
  - controle: BRN001
    bestand: bronnen.yaml
    plaats: B02
    reden: Het document hoort bij de achtergrond.
```

## Grondslag
Afspraak van dit programma: een uitzondering met een laatste dag houdt daarna op.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere(
    "STR018", "uitzondering-verlopen", severity=Severity.WARNING, since="0.1", doc=__doc__
)
