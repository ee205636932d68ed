"""
Een fout waar de telling aan hangt is niet uitgezonderd

## Waarom
Met een fout in de bestanden, het kader, de normen of de oordelen klopt de telling niet. Een uitzondering
maakt dat niet anders: los de fout op. Een let-op of tip mag je wel uitzonderen.

## Fout
```yaml
uitzonderingen:
  - controle: STR009
    bestand: bronnen.yaml
    reden: Wij willen dit veld houden.
```

## Goed
```yaml
uitzonderingen:
  - controle: BRN002
    bestand: bevindingen/1.1.yaml
    reden: De bron is na de vaststelling op verzoek verwijderd.
```

## Grondslag
Afspraak van dit programma: een fout van de families STR, KDR, NRM, OOR en INT is niet uit te zonderen.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere(
    "STR019", "uitzondering-niet-toegestaan", severity=Severity.ERROR, since="0.1", doc=__doc__
)
