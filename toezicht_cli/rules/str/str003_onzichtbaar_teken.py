r"""
In een bestand staan alleen tekens die te zien zijn

## Waarom
Een teken zonder breedte, of een teken dat de leesrichting omdraait, zie je niet. Wie meeleest ziet dan
iets anders dan het programma. Zulke tekens komen vaak mee bij plakken uit Word of van een website.

## Fout
```yaml
titel: "Zorg\u200bVoorbeeld"
```

## Goed
```yaml
titel: Zorg Voorbeeld
```

## Grondslag
Afspraak van dit programma: wie meeleest en het programma zien hetzelfde.

## Let op
Ook als code tussen dubbele aanhalingstekens (`\u200b`) is zo'n teken een fout. Een gewone tab, een nieuwe
regel en een vaste spatie mogen wel. Staat hetzelfde teken vaker in een bestand, dan is er één melding met
het aantal.
"""

from toezicht_cli.diagnostics import Severity
from toezicht_cli.rules.base import reported_elsewhere

RULE = reported_elsewhere("STR003", "onzichtbaar-teken", severity=Severity.ERROR, since="0.1", doc=__doc__)
