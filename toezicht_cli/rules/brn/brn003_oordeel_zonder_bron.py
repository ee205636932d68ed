"""
Een oordeel steunt op ten minste één bron

## Waarom
Een oordeel zonder bron is niet na te gaan: niet door de aanbieder, niet door een collega en niet
door de rechter.

## Fout
```yaml
norm: "1.2"
oordeel: voldoet
bevindingen:
  - id: a
    tekst: Het beleid is op orde.
```

## Goed
```yaml
norm: "1.2"
oordeel: voldoet
bevindingen:
  - id: a
    tekst: Het beleid is op orde.
    bronnen: [B04]
```

## Let op
Een oordeel zonder één bevinding meldt OOR012.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding) en 3:46 (deugdelijke
motivering).
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("BRN003", "oordeel-zonder-bron", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every normoordeel of which no bevinding names a bron; without bevindingen it is OOR012."""
    for located in dossier.normoordelen:
        normoordeel = located.value
        if normoordeel.is_beoordeeld and normoordeel.bevindingen and not normoordeel.alle_bronnen:
            message = f"norm {normoordeel.sleutel} heeft oordeel '{normoordeel.oordeel}' maar geen bron"
            yield Violation(message, located.place.at("oordeel"))
