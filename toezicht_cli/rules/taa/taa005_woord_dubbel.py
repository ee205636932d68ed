"""
Er staat geen woord twee keer achter elkaar

## Waarom
"De de" is een tikfout die een spellingcontrole vaak niet ziet. In een rapport dat openbaar wordt, valt hij wel op.

## Fout
```yaml
advies: Laat de de aanbieder een plan maken.
```

## Goed
```yaml
advies: Laat de aanbieder een plan maken.
```

## Let op
De controle kent alleen de, den, der, een, en, met en te. Van andere woorden kunnen er twee achter elkaar goed
zijn: "Zij zegt dat dat kan" en "Geef het aan aan de balie". Staat hetzelfde woord in één tekst vaker dubbel, dan is er
één melding.

## Grondslag
Afspraak van dit programma.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.leesteksten import read_leesstof
from toezicht_cli.analysis.woordkeus import find_dubbele_woorden
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "haal één van de twee weg"


@rule("TAA005", "woord-dubbel", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every word that stands there twice."""
    for place, passage, woorden in find_dubbele_woorden(read_leesstof(dossier)):
        yield Violation(f"{quote(woorden)} staat dubbel", place, _HELP, passage=passage)
