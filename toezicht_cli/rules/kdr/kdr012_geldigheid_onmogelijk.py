"""
De datums van een kader staan in een mogelijke volgorde

## Waarom
Een kader dat eindigt voordat het begint heeft nooit gegolden. En een kader dat later is vastgesteld dan het
gaat gelden, werkt terug: dan hoort erbij te staan tot wanneer.

## Fout
```yaml
geldig_vanaf: 2025-01-06
geldig_tot: 2024-12-31
```

## Goed
```yaml
geldig_vanaf: 2025-01-06
geldig_tot: 2026-12-31
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:40: een besluit werkt pas als het bekend is gemaakt. Voor de volgorde
van begin en einde: dat kan niet anders.

## Let op
Een einde voor het begin is een fout. Een vaststelling na het begin is een let-op: met `terugwerkend_tot`
geef je aan dat het zo bedoeld is. Datums die niet vermeld zijn, tellen niet mee.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.rules.base import rule


@rule("KDR012", "geldigheid-onmogelijk", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report dates of a kader that cannot follow each other."""
    for located in dossier.walk(Toetsingskader):
        kader = located.value
        vanaf = kader.geldig_vanaf
        if not isinstance(vanaf, Datum):
            continue
        if kader.geldig_tot is not None and vanaf.is_later_than(kader.geldig_tot):
            message = f"het kader geldt tot {kader.geldig_tot.leesbaar}, maar pas vanaf {vanaf.leesbaar}"
            yield Violation(message, located.place.at("geldig_tot"), "kijk beide datums na")
        terug = kader.terugwerkend_tot
        if terug is not None and terug.is_later_than(vanaf):
            message = f"het kader werkt terug tot {terug.leesbaar}: dat is na het begin, {vanaf.leesbaar}"
            yield Violation(message, located.place.at("terugwerkend_tot"), "kijk beide datums na")
        vast = kader.vastgesteld_op
        if terug is None and isinstance(vast, Datum) and vast.is_later_than(vanaf):
            message = f"het kader is vastgesteld op {vast.leesbaar}, na het begin op {vanaf.leesbaar}"
            hulp = "zet terugwerkend_tot erbij als dat de bedoeling is"
            yield Violation(message, located.place.at("vastgesteld_op"), hulp, Severity.WARNING)
