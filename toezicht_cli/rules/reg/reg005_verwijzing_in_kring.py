"""
Niets volgt uit zichzelf of uit iets dat later kwam

## Waarom
Een signaal dat via via uit zichzelf volgt, of een doublure is van zichzelf, telt nergens meer mee.

## Fout
```yaml
# signalen/2026/S-2026-002.yaml
id: S-2026-002
doublure_van: S-2026-002
```

## Goed
```yaml
# signalen/2026/S-2026-003.yaml
id: S-2026-003
doublure_van: S-2026-002
```

## Let op
Een verwijzing naar iets dat later binnenkwam, is een let-op.

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.ingangen import (
    day_of,
    find_kring,
    index_ingangen,
    list_ingangen,
    list_verwijzingen,
)
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Melding, Signaal
from toezicht_cli.rules.base import rule


@rule(
    "REG005",
    "verwijzing-in-kring",
    severity=Severity.ERROR,
    since="0.1",
    needs=("signalen", "meldingen", "gesprekken"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an entry whose references lead back to it, or to something that came later."""
    known = index_ingangen(dossier)
    for located in list_ingangen(dossier):
        value = located.value
        if isinstance(value, Melding):
            continue
        is_doublure = isinstance(value, Signaal) and value.doublure_van is not None
        place = located.place.at("doublure_van" if is_doublure else "naar_aanleiding_van")
        if find_kring(value.id, known):
            yield Violation(f"{value.id} volgt uit zichzelf", place, "haal een van de verwijzingen weg")
            continue
        for nummer in list_verwijzingen(value):
            if nummer in known and day_of(known[nummer]).is_later_than(day_of(value)):
                message = f"{nummer} kwam later dan {value.id}"
                hulp = "verwijs van het latere naar het eerdere"
                yield Violation(message, place, hulp, Severity.WARNING)
