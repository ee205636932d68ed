"""
De stappen van handhaving staan in de volgorde waarin ze gezet zijn

## Waarom
Een stap volgt op een eerdere stap die niet hielp. Klopt de volgorde niet, dan lijkt de zwaarste stap de eerste. Een stap
die al voorbij was voordat zij inging, kan niet.

## Fout
```yaml
stappen:
  - {datum: 2026-09-01, maatregel: Cliëntenstop, besloten_door: college van Lindenstad, geldig_tot: 2026-08-01}
```

## Goed
```yaml
stappen:
  - {datum: 2026-09-01, maatregel: Cliëntenstop, besloten_door: college van Lindenstad, geldig_tot: 2026-12-01}
```

## Let op
Een `geldig_tot` voor de dag van de stap is een fout. Een stap die onder een latere stap staat, is een let-op.

## Grondslag
Afspraak van dit programma: de oudste stap staat bovenaan.
"""

from collections.abc import Iterator
from itertools import pairwise

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Stap
from toezicht_cli.rules.base import rule


@rule("VRL006", "stappen-in-verkeerde-volgorde", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a stap that ended before it began, and one that stands under a later one."""
    stappen = list(dossier.walk(Stap))
    for located in stappen:
        tot = located.value.geldig_tot
        if tot and located.value.datum.is_later_than(tot):
            message = f"deze stap gaat in op {located.value.datum.leesbaar} en geldt tot {tot.leesbaar}"
            yield Violation(message, located.place.at("geldig_tot"), "ga na welke van de twee datums klopt")
    for eerst, daarna in pairwise(stappen):
        if eerst.value.datum.is_later_than(daarna.value.datum):
            message = f"{daarna.value.datum.leesbaar} staat onder {eerst.value.datum.leesbaar}"
            yield Violation(
                message, daarna.place.at("datum"), "zet de oudste stap bovenaan", Severity.WARNING
            )
