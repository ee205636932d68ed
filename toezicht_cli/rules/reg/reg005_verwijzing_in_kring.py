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

from toezicht_cli.analysis.ingangen import day_of, follow_back, index_ingangen, list_ingangen
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Gesprek, Melding, Signaal
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
        for nummer, place in _walk_verwijzingen(value, located.place):
            if value.id in follow_back([nummer], known):
                message = f"{value.id} volgt zo uit zichzelf"
                yield Violation(message, place, "haal een van de verwijzingen weg")
            elif nummer in known and day_of(known[nummer]).is_later_than(day_of(value)):
                message = f"{nummer} kwam later dan {value.id}"
                hulp = "verwijs van het latere naar het eerdere"
                yield Violation(message, place, hulp, Severity.WARNING)


def _walk_verwijzingen(value: Signaal | Gesprek, place: Place) -> Iterator[tuple[str, Place]]:
    """Yield the numbers that an entry follows from or doubles, with their places."""
    for index, nummer in enumerate(value.naar_aanleiding_van):
        yield nummer, place.at("naar_aanleiding_van", index)
    if isinstance(value, Signaal) and value.doublure_van is not None:
        yield value.doublure_van, place.at("doublure_van")
