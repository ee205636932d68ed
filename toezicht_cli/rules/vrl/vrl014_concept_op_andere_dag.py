"""
Het concept is verzonden op de dag die in onderzoek.yaml staat

## Waarom
Vanaf de dag waarop het concept verzonden is, loopt de termijn om te reageren. Staat in `verzonden.yaml` een andere dag
dan in `onderzoek.yaml`, dan weet niemand wanneer die termijn om is.

## Fout
```yaml
# onderzoek.yaml: concept_verzonden_op: 2026-04-20
verzendingen:
  - {datum: 2026-04-22, aan: Zorg De Linde, wat: Concept van het rapport}
```

## Goed
```yaml
verzendingen:
  - {datum: 2026-04-20, aan: Zorg De Linde, wat: Concept van het rapport}
```

## Let op
Alleen wat met het woord concept begint, telt mee. Is het concept vaker verzonden, dan is één keer op die dag genoeg.

## Grondslag
Afspraak van dit programma: één gebeurtenis heeft één dag.
"""

import re
from collections.abc import Iterator

from toezicht_cli.analysis.momenten import known_momenten
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Verzending
from toezicht_cli.rules.base import rule

_CONCEPT = re.compile(r"(het )?concept(-?(onderzoeks)?rapport)?\b", re.IGNORECASE)


@rule("VRL014", "concept-op-andere-dag", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the first sending of the concept when none was on the day that the onderzoek names."""
    verzonden = known_momenten(dossier.onderzoek).get("concept_verzonden_op")
    found = [item for item in dossier.walk(Verzending) if _CONCEPT.match(item.value.wat)]
    if verzonden is None or not found:
        return
    if all(
        item.value.datum.is_later_than(verzonden) or verzonden.is_later_than(item.value.datum)
        for item in found
    ):
        message = (
            f"het concept is hier verzonden op {found[0].value.datum.leesbaar}, "
            f"en in onderzoek.yaml op {verzonden.leesbaar}"
        )
        yield Violation(message, found[0].place.at("datum"), "ga na welke van de twee datums klopt")
