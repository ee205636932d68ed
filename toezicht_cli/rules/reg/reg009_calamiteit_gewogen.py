"""
Een calamiteit of geweld wordt niet gewogen

## Waarom
Een afwegingskader is er voor twijfel over kwaliteit. Een calamiteit is een melding, met eigen termijnen, en wacht niet op een prioriteit.

## Fout
```yaml
aard: calamiteit
wegingen:
  - afwegingskader: waterlanden@2025
```

## Goed
```yaml
# meldingen/2026/M-2026-001.yaml
aard: calamiteit
```

## Grondslag
Gemeente Groningen, beleidskader toezicht Wmo en Jeugdwet, bijlage 1.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Signaal
from toezicht_cli.rules.base import rule


@rule("REG009", "calamiteit-gewogen", severity=Severity.ERROR, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a signaal that is weighed although its kader is not meant for what it is about."""
    kaders = {kader.verwijzing: kader for kader in dossier.omgeving.afwegingskaders}
    for located in dossier.walk(Signaal):
        value = located.value
        for index, weging in enumerate(value.wegingen):
            kader = kaders.get(weging.afwegingskader)
            if kader is not None and value.aard in kader.niet_voor:
                message = f"{kader.verwijzing} is niet voor {value.aard}"
                hulp = "maak er een melding van: toezicht melding nieuw"
                yield Violation(message, located.place.at("wegingen", index), hulp)
