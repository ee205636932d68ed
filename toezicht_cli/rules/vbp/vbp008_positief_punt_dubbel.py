"""
Bij één norm staat elk positief punt één keer

## Waarom
Een positief punt dat er twee keer staat, is meestal geplakt en daarna vergeten aan te passen. Het
telt dubbel mee.

## Fout
```yaml
norm: "1.2"
oordeel: voldoet-grotendeels
positieve_punten:
  - Het gesprek vindt plaats.
  - het gesprek vindt plaats
```

## Goed
```yaml
norm: "1.2"
oordeel: voldoet-grotendeels
positieve_punten:
  - Het gesprek vindt plaats.
  - Cliënten kennen hun begeleider.
```

## Let op
Hoofdletters, witruimte en de punt aan het eind tellen niet mee. Dezelfde tekst bij een andere norm
is gewoon.

## Grondslag
Afspraak van dit programma: het aantal positieve punten in het rapport is een echt aantal.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.teksten import normalize
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("VBP008", "positief-punt-dubbel", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every positive point that stands under its norm already."""
    for located in dossier.normoordelen:
        seen: set[str] = set()
        for index, tekst in enumerate(located.value.positieve_punten):
            if normalize(tekst) in seen:
                message = f"positief punt {quote(tekst)} staat al bij norm {located.value.sleutel}"
                yield Violation(
                    message, located.place.at("positieve_punten", index), "haal één van beide weg"
                )
            seen.add(normalize(tekst))
