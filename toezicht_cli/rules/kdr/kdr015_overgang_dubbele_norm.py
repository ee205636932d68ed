"""
In een overgang staat elke norm één keer aan elke kant

## Waarom
Gaat één norm naar twee normen, dan weet niemand waar het oordeel hoort. Komen twee normen op één uit, dan zouden twee
oordelen één worden. Noem zo'n norm `vervallen` en de andere `nieuw`.

## Fout
```yaml
normen:
  - {soort: zelfde, van: "1.1", naar: "1.1"}
  - {soort: gewijzigd, van: "1.1", naar: "1.2"}
```

## Goed
```yaml
normen:
  - {soort: vervallen, van: "1.1"}
  - {soort: nieuw, naar: "1.1"}
  - {soort: nieuw, naar: "1.2"}
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: een besluit vraagt zorgvuldige voorbereiding. Een oordeel verhuist alleen als vaststaat
waarheen.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.rules.base import rule


@rule("KDR015", "overgang-dubbele-norm", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every next time that an overgang names a norm on the same side."""
    for located in dossier.walk(Kaderovergang):
        for veld in ("van", "naar"):
            seen: set[str] = set()
            for index, item in enumerate(located.value.normen):
                norm = getattr(item, veld)
                if norm is not None and norm in seen:
                    message = f"norm {norm} staat al eerder bij {veld}"
                    hulp = "splits of voeg niet samen: noem de oude vervallen en de nieuwe nieuw"
                    yield Violation(message, located.place.at("normen", index, veld), hulp)
                seen |= {norm} if norm is not None else set()
