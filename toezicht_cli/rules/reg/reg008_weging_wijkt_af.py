"""
De prioriteit volgt uit de tabel, of er staat bij waarom niet

## Waarom
De tabel maakt dat gelijke signalen gelijk behandeld worden. Wie afwijkt, legt uit waarom. Een lege cel geeft geen prioriteit.

## Fout
```yaml
    ernst: basale-veiligheid
    omvang: gemiddeld
    volgens_tabel: rood        # in de tabel staat oranje
```

## Goed
```yaml
    ernst: basale-veiligheid
    omvang: gemiddeld
    volgens_tabel: oranje
    prioriteit: rood
    motivering: Het is het derde signaal in een jaar.
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.wegen import find_cel
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.register import Weging
from toezicht_cli.rules.base import rule


@rule("REG008", "weging-wijkt-af", severity=Severity.ERROR, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a weging that says of the table what is not in it, or departs from it without saying why."""
    kaders = {kader.verwijzing: kader for kader in dossier.omgeving.afwegingskaders}
    for located in dossier.walk(Weging):
        kader = kaders.get(located.value.afwegingskader)
        if kader is not None:
            yield from _compare(located, kader)


def _compare(located: Located[Weging], kader: Afwegingskader) -> Iterator[Violation]:
    weging, place = located.value, located.place
    words = ({step.id for step in kader.ernst}, {step.id for step in kader.omvang})
    if weging.ernst not in words[0] or weging.omvang not in words[1]:
        return  # that is told of by itself: REG007
    cell = find_cel(kader, weging.ernst, weging.omvang)
    if weging.volgens_tabel != cell:
        waar = place.at("volgens_tabel") if weging.volgens_tabel else place.at("ernst")
        message = (
            f"in de tabel van {kader.verwijzing} staat hier {quote(cell) if cell else 'geen prioriteit'}"
        )
        yield Violation(message, waar, "neem over wat in de tabel staat, of weeg opnieuw")
    elif cell is None and weging.prioriteit is not None:
        message = f"de cel in {kader.verwijzing} is leeg: daar volgt geen prioriteit uit"
        yield Violation(message, place.at("prioriteit"), "vul eerst de tabel in een eigen kader")
    elif cell is not None and weging.prioriteit is None and weging.motivering is None:
        message = f"in de tabel staat {cell}, maar er staat geen prioriteit en geen motivering"
        yield Violation(message, place.at("volgens_tabel"), "vul prioriteit in, of schrijf waarom niet")
    elif weging.prioriteit not in (None, cell) and weging.motivering is None:
        message = f"de prioriteit is anders dan in de tabel ({cell}), zonder motivering"
        yield Violation(message, place.at("prioriteit"), "schrijf bij motivering waarom")
