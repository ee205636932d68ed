"""
Een kader heeft alleen een schaal voor het eindoordeel als er een eindoordeel is

## Waarom
Het kader zegt met `eindoordeel: geen` dat er geen oordeel over het geheel is. Een eigen schaal daarvoor
spreekt dat tegen: een van de twee klopt niet.

## Fout
```yaml
eindoordeel: geen
schaal_eindoordeel: {richting: positief-eerst, categorieen: []}
```

## Goed
```yaml
eindoordeel: geen
```

## Grondslag
Afspraak van dit programma: een kader spreekt zichzelf niet tegen.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.rules.base import rule


@rule("KDR011", "eindschaal-zonder-eindoordeel", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a schaal for an eindoordeel that the kader does not have."""
    for kader in dossier.walk(Toetsingskader):
        if kader.value.eindoordeel == "geen" and kader.value.schaal_eindoordeel is not None:
            message = "er is een schaal voor het eindoordeel, maar het kader heeft geen eindoordeel"
            hulp = "haal de schaal weg, of maak het eindoordeel optioneel of verplicht"
            yield Violation(message, kader.place.at_key("schaal_eindoordeel"), hulp)
