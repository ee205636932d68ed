"""
Bevindingen bij verschillende normen spreken elkaar niet tegen

## Waarom
Wie bij de ene norm leest dat er in duo's wordt gewerkt en bij de andere dat dat niet gebeurt, weet
niet meer waar het oordeel op rust. Vaak is het een kwestie van nuance, en dan hoort die erbij.

## Fout
```yaml
# bevindingen/1.4.yaml
bevindingen:
  - {id: a, tekst: Bij moeilijke casussen werken begeleiders in duo's., bronnen: [I05]}
# bevindingen/3.4.yaml
bevindingen:
  - {id: a, tekst: De aanbieder werkt niet in duo's., bronnen: [I10]}
```

## Goed
```yaml
# bevindingen/3.4.yaml
bevindingen:
  - {id: a, tekst: Duo's zijn er alleen bij moeilijke casussen., bronnen: [I10]}
```

## Let op
Dit is een tip, want het programma begrijpt de tekst niet. Het ziet alleen dezelfde woorden na in, met,
volgens, via of per: de ene keer met niet ervoor, de andere keer in een zin zonder ontkenning. De zinnen hebben
daarnaast nog een woord gemeen, zoals werkt en gewerkt.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: een oordeel rust op een motivering die niet met zichzelf in
strijd is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.tegenspraak import find_tegenspraken
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "lees beide bevindingen naast elkaar, en schrijf erbij hoe het zit"


@rule("OOR013", "bevindingen-spreken-elkaar-tegen", severity=Severity.INFO, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every word group that one norm denies and another affirms."""
    for tegenspraak in find_tegenspraken(dossier):
        norm, ander = tegenspraak.ontkend.norm, tegenspraak.bevestigd.norm
        woorden = tegenspraak.woorden
        message = f"norm {norm} zegt {quote(f'niet {woorden}')}, norm {ander} zegt {quote(woorden)}"
        yield Violation(message, tegenspraak.ontkend.place, _HELP)
