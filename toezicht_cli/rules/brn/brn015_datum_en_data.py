"""
Een bron heeft één datum of een lijst met dagen, niet allebei

## Waarom
Met `datum` én `data` is niet duidelijk wanneer er is gesproken of gekeken. Het rapport zou dan maar een
van de twee laten zien.

## Fout
```yaml
bronnen:
  - {id: P01, soort: personeelsdossier, datum: 2026-02-12, data: [2026-02-12, 2026-02-19]}
```

## Goed
```yaml
bronnen:
  - {id: P01, soort: personeelsdossier, data: [2026-02-12, 2026-02-19]}
```

## Grondslag
Afspraak van dit programma: elk gegeven staat op één plek.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("BRN015", "datum-en-data", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every bron that has both ``datum`` and ``data``."""
    for bron in dossier.bronnen:
        if bron.value.datum and bron.value.data:
            message = f"bron {bron.value.id} heeft een datum en ook data"
            yield Violation(message, bron.place.at_key("data"), "zet alle dagen in data en haal datum weg")
