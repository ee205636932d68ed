"""
Bij elk oordeel staat ten minste één bevinding

## Waarom
Een oordeel zonder bevinding zegt niet waarop het rust. De aanbieder kan het niet weerleggen en de rechter
kan het niet toetsen.

## Fout
```yaml
norm: "1.1"
oordeel: voldoet
```

## Goed
```yaml
norm: "1.1"
oordeel: voldoet
bevindingen:
  - {id: a, tekst: Elk dossier heeft een plan., bronnen: [D01]}
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding) en 3:46 (deugdelijke
motivering).
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("OOR012", "oordeel-zonder-bevinding", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every oordeel without a bevinding."""
    for located in dossier.normoordelen:
        item = located.value
        if item.is_beoordeeld and not item.bevindingen:
            message = f"norm {item.sleutel} heeft oordeel {item.oordeel} maar geen bevinding"
            yield Violation(message, located.place.at("oordeel"), "zet onder bevindingen wat er is gezien")
