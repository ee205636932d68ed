"""
Een bezoek valt in de onderzoeksperiode

## Waarom
De onderzoeksperiode zegt wanneer er is onderzocht. Een bezoek daarbuiten hoort bij een ander onderzoek, of een
van de datums is verkeerd.

## Fout
```yaml
onderzoeksperiode: 2026-02/2026-03
bezoeken:
  - {datum: 2025-02-10, locatie: L1}
```

## Goed
```yaml
onderzoeksperiode: 2026-02/2026-03
bezoeken:
  - {datum: 2026-02-10, locatie: L1}
```

## Grondslag
Goed gebruik: de gegevens over een onderzoek kloppen met elkaar.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.perioden import is_outside
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule

_HELP = "ga na of de dag klopt, of pas de onderzoeksperiode aan"


@rule("TRM002", "bezoek-buiten-onderzoeksperiode", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every visit on a day outside the onderzoeksperiode."""
    for located in dossier.walk(Onderzoek):
        periode = located.value.onderzoeksperiode
        for index, bezoek in enumerate(located.value.bezoeken):
            if periode and is_outside(bezoek.datum, periode):
                message = f"het bezoek van {bezoek.datum.leesbaar} valt buiten de onderzoeksperiode ({periode.leesbaar})"
                yield Violation(message, located.place.at("bezoeken", index, "datum"), _HELP)
