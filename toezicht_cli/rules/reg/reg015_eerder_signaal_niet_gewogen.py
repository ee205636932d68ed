"""
Een weging noemt de eerdere signalen over dezelfde aanbieder

## Waarom
Eerdere signalen kunnen de prioriteit hoger maken. Wie ze niet zag, woog te licht.

## Fout
```yaml
# er is ook S-2025-001 over de-kade
aanbieder: de-kade
wegingen:
  - eerdere_signalen: []
```

## Goed
```yaml
aanbieder: de-kade
wegingen:
  - eerdere_signalen: [S-2025-001]
```

## Grondslag
Gemeente Groningen, beleidskader toezicht Wmo en Jeugdwet, bijlage 1, stap 3.
"""

from collections import defaultdict
from collections.abc import Iterator

from toezicht_cli.analysis.ingangen import find_eerdere_signalen
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Signaal
from toezicht_cli.rules.base import rule


@rule("REG015", "eerder-signaal-niet-gewogen", severity=Severity.WARNING, since="0.1", needs=("signalen",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the last weging of a signaal when it leaves out an earlier signaal about the aanbieder."""
    per_aanbieder: defaultdict[str | None, list[Signaal]] = defaultdict(list)
    for located in dossier.walk(Signaal):
        per_aanbieder[located.value.aanbieder].append(located.value)
    for located in dossier.walk(Signaal):
        value = located.value
        if not value.wegingen or value.doublure_van is not None:
            continue
        genoemd = value.wegingen[-1].eerdere_signalen
        zelfde = tuple(per_aanbieder[value.aanbieder])
        gemist = [item.id for item in find_eerdere_signalen(value, zelfde) if item.id not in genoemd]
        if gemist:
            place = located.place.at("wegingen", len(value.wegingen) - 1)
            message = f"over deze aanbieder was er eerder al {', '.join(gemist)}"
            yield Violation(message, place, f"weeg opnieuw: toezicht signaal weeg {value.id}")
