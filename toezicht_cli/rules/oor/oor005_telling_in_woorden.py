"""
Een telling in de tekst klopt met de oordelen

## Waarom
Een getal in een zin verandert niet mee als een oordeel verandert. Dan zegt de tekst iets anders dan de
tabel, en dat is het eerste wat een aanbieder ziet.

## Fout
```yaml
# er zijn zes normen met oordeel voldoet
conclusies: De aanbieder voldoet aan zeven normen.
```

## Goed
```yaml
conclusies: De aanbieder voldoet aan zes normen.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).

## Let op
Het programma leest alleen zinnen die het helemaal begrijpt. Het zwijgt bij een voorwaarde, een wens of een
schatting, bij een alinea over een ander jaar of een eerder onderzoek, en zolang er nog normen open zijn. Noemt
een alinea een thema, dan mag een getal ook over één thema gaan; met een kader per locatie ook over één
vestiging. De aanleiding doet niet mee: die gaat over wat eraan voorafging.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.teksten_onderzoek import walk_rapportteksten
from toezicht_cli.analysis.telling import TellingError, tally
from toezicht_cli.analysis.telling_in_woorden import find_tegenspraken, make_vergelijking
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "OOR005",
    "telling-in-woorden",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every tally in the texts of the onderzoek that the oordelen contradict."""
    try:
        telling, vergelijking = tally(dossier), make_vergelijking(dossier)
    except TellingError:
        return
    if telling.nog_open:
        return
    for tekst in walk_rapportteksten(dossier):
        for tegenspraak in find_tegenspraken(tekst.tekst, vergelijking):
            message = f"de tekst zegt {quote(tegenspraak.tekst)}, de oordelen zeggen {tegenspraak.telling}"
            yield Violation(message, tekst.place, "pas de zin aan, of laat de telling aan het programma")
