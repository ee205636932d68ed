"""
Wat verzonden is, is een versie die er op die dag was

## Waarom
In `verzonden.yaml` staat welke versie van het rapport naar wie ging. Een versie die niet is vastgesteld, of pas later,
kan niet verzonden zijn. Bij een herziening moet bekend zijn wie de oude versie heeft.

## Fout
```yaml
verzendingen:
  - {datum: 2026-06-09, aan: Zorg De Linde, wat: Rapport, versie: "1"}   # vastgesteld op 10 juni 2026
```

## Goed
```yaml
verzendingen:
  - {datum: 2026-06-11, aan: Zorg De Linde, wat: Rapport, versie: "1"}
```

## Grondslag
Afspraak van dit programma over `verzonden.yaml`.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Verzending
from toezicht_cli.rules.base import rule


@rule("VRL010", "verzonden-versie-klopt-niet", severity=Severity.ERROR, since="0.1", needs=("vaststelling",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a versie that there is not, and one that was sent before it was vastgesteld."""
    versies = {versie.nummer: versie for versie in dossier.vaststelling.versies}
    for located in dossier.walk(Verzending):
        nummer = located.value.versie
        if nummer is None:
            continue
        versie = versies.get(nummer)
        if versie is None:
            message = f"versie {quote(nummer)} van het rapport is er niet"
            hulp = f"deze zijn er: {', '.join(versies)}" if versies else "er is nog geen versie vastgesteld"
            yield Violation(message, located.place.at("versie"), hulp)
        elif versie.vastgesteld_op.is_later_than(located.value.datum):
            message = (
                f"versie {nummer} is verzonden op {located.value.datum.leesbaar}, "
                f"en pas vastgesteld op {versie.vastgesteld_op.leesbaar}"
            )
            yield Violation(message, located.place.at("datum"), "ga na welke van de twee datums klopt")
