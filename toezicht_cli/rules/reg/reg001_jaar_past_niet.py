"""
Het jaar in het nummer is het jaar van de datum

## Waarom
Een signaal telt mee in het jaar van de datum. Staat in het nummer een ander jaar, dan zoekt iemand het in het verkeerde jaar.

## Fout
```yaml
# signalen/2026/S-2026-001.yaml
id: S-2026-001
datum: 2025-12-30
```

## Goed
```yaml
# signalen/2025/S-2025-041.yaml
id: S-2025-041
datum: 2025-12-30
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.ingangen import day_of, list_ingangen
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Melding
from toezicht_cli.rules.base import rule


@rule("REG001", "jaar-past-niet", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an entry whose number names another year than its date."""
    for located in list_ingangen(dossier):
        jaar = str(day_of(located.value).vroegst.year)
        if located.value.id[2:6] != jaar:
            veld = "ontvangen_op" if isinstance(located.value, Melding) else "datum"
            message = f"{located.value.id} is van {jaar}"
            yield Violation(message, located.place.at(veld), "ga na of het nummer of de datum klopt")
