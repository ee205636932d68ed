"""
Over een maatregel van het college besluit het college

## Waarom
De toezichthouder adviseert. Een maatregel die ingrijpt, zoals een cliëntenstop, is een besluit van het college. Een
ander kan dat alleen met een mandaat, en dan staat dat erbij.

## Fout
```yaml
stappen:
  - {datum: 2026-09-01, trede: clientenstop, maatregel: Cliëntenstop, besloten_door: Toezichthouder 1}
```

## Goed
```yaml
stappen:
  - {datum: 2026-09-01, trede: clientenstop, maatregel: Cliëntenstop, besloten_door: college van Lindenstad}
```

## Let op
Wie besluit, staat bij de trede in `toezicht.yaml` (`besluit_door`). Staat in `besloten_door` het woord college, burgemeester
en wethouders, of mandaat, dan is het goed.

## Grondslag
Wmo 2015, artikel 6.1, over de toezichthouder; wie besluit staat in de interventieladder van de organisatie.
"""

import re
from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Stap
from toezicht_cli.rules.base import rule

_COLLEGE = re.compile(
    r"college|burgemeester en wethouders|b ?& ?w\b|b en w\b|mandaat|gemandateerd", re.IGNORECASE
)


@rule("VRL005", "besluit-door-ander", severity=Severity.WARNING, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a stap on a trede of the college that somebody else decided on."""
    werkmap = dossier.omgeving.werkmap
    ladder = {trede.id: trede for trede in werkmap.interventieladder} if werkmap else {}
    for located in dossier.walk(Stap):
        trede = ladder.get(located.value.trede or "")
        if trede and trede.besluit_door == "college" and not _COLLEGE.search(located.value.besloten_door):
            message = f"over {trede.titel.rstrip('.')} besluit het college, en hier besloot een ander"
            hulp = "noem het college dat besloot, of het mandaat"
            yield Violation(message, located.place.at("besloten_door"), hulp)
