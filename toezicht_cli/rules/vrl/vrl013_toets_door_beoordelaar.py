"""
Een opmerking bij een norm komt van een ander dan wie het oordeel gaf

## Waarom
Een collegiale toets helpt omdat een ander meekijkt. Wie een opmerking maakt bij zijn eigen oordeel, toetst niet.

## Fout
```yaml
# bevindingen/1.2.yaml: beoordelaar: Toezichthouder 1
opmerkingen:
  - {datum: 2026-04-01, door: Toezichthouder 1, norm: "1.2", opmerking: Waaruit blijkt dit?}
```

## Goed
```yaml
opmerkingen:
  - {datum: 2026-04-01, door: Toezichthouder 2, norm: "1.2", opmerking: Waaruit blijkt dit?}
```

## Let op
Is de norm per vestiging beoordeeld, dan telt het alleen als dezelfde persoon alle oordelen op die norm gaf.

## Grondslag
Goed gebruik: vier ogen zien meer dan twee.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.normen import group_normoordelen
from toezicht_cli.analysis.teksten import normalize
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Toetsopmerking
from toezicht_cli.rules.base import rule


@rule("VRL013", "toets-door-beoordelaar", severity=Severity.INFO, since="0.1", needs=("bevindingen",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a remark on a norm by the only one who judged that norm."""
    by_norm = group_normoordelen(dossier)
    for located in dossier.walk(Toetsopmerking):
        opmerking = located.value
        items = [item.value for item in by_norm.get(opmerking.norm or "", ())]
        namen = {normalize(item.beoordelaar or "") for item in items}
        if namen == {normalize(opmerking.door)}:
            message = f"{opmerking.door} gaf zelf het oordeel op norm {opmerking.norm}"
            yield Violation(message, located.place.at("door"), "laat een ander meekijken")
