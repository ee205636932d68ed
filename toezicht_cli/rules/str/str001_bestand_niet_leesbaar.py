"""
Elk bestand van het onderzoek is een gewoon bestand dat te lezen is

## Waarom
Een link of een harde link wijst naar iets buiten de map. Dan leest het programma iets anders dan wat in
git staat, en misschien iets dat niet van jou is. Een map die bronnen.yaml heet, een apparaat of een bestand
zonder leesrecht is niet te lezen. De rest van het onderzoek wordt wel gecontroleerd.

## Fout
```yaml
# bronnen.yaml is een link (snelkoppeling) naar een andere map
bronnen.yaml -> ../ander-onderzoek/bronnen.yaml
```

## Goed
```yaml
# bronnen.yaml is een gewoon bestand in de map van het onderzoek
bronnen:
  - {id: I01, soort: interview, rol: client, aanduiding: Cliënt A, datum: 2026-02-10}
```

## Grondslag
Afspraak van dit programma: wat er gelezen wordt, staat in de map van het onderzoek zelf.

## Let op
Ook een map die een link is wordt niet gelezen. Alleen `rapport/`, `bijlagen/` en `vertrouwelijk/` mogen
een link zijn: daar leest het programma niet. Een naam met een onzichtbaar teken wordt geweigerd.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere(
    "STR001", "bestand-niet-leesbaar", severity=Severity.ERROR, since="0.1", doc=__doc__
)
