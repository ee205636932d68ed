"""
Kent het kader geen eindoordeel, dan geeft het onderzoek er geen

## Waarom
Een kader zonder eindoordeel heeft daar geen woorden en geen maatstaf voor. Een oordeel over het geheel is
dan niet na te gaan.

## Fout
```yaml
# het kader heeft: eindoordeel: geen
eindoordeel:
  oordeel: voldoet
  strekking: Dit gaat over het geheel.
```

## Goed
```yaml
conclusies: De aanbieder voldoet aan zes van de zeven normen.
```

## Grondslag
Het toetsingskader van het onderzoek.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Eindoordeel
from toezicht_cli.rules.base import rule


@rule("OOR008", "eindoordeel-ongevraagd", severity=Severity.ERROR, since="0.1", needs=("onderzoek", "kader"))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an eindoordeel under a kader that has none."""
    for eindoordeel in dossier.walk(Eindoordeel):
        if dossier.kader.eindoordeel == "geen":
            message = f"kader {dossier.kader.verwijzing} kent geen eindoordeel"
            place = eindoordeel.place.at("oordeel")
            yield Violation(message, place, "haal eindoordeel weg en schrijf je slotsom in conclusies")
