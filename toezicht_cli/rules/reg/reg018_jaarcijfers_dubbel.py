"""
Elke telling in jaarcijfers heeft een eigen naam

## Waarom
Het jaarverslag zoekt een telling van vorig jaar bij haar naam. Staat een naam er twee keer, dan is niet te zeggen welke het is.

## Fout
```yaml
opgaven:
  - {id: meldingen, hoofdstuk: meldingen, wat: Meldingen Wmo, eenheid: meldingen, totaal: 25}
  - {id: meldingen, hoofdstuk: meldingen, wat: Meldingen Wlz, eenheid: meldingen, totaal: 12}
```

## Goed
```yaml
opgaven:
  - {id: meldingen-wmo, hoofdstuk: meldingen, wat: Meldingen Wmo, eenheid: meldingen, totaal: 25}
  - {id: meldingen-wlz, hoofdstuk: meldingen, wat: Meldingen Wlz, eenheid: meldingen, totaal: 12}
```

## Let op
De naam van een deel is uniek binnen zijn telling.

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.dubbelen import find_doubles
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.jaarcijfers import Jaarcijfers
from toezicht_cli.rules.base import rule


@rule("REG018", "jaarcijfers-dubbel", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a count, or a part of a count, with the id of an earlier one of that year."""
    for jaar in dossier.walk(Jaarcijfers):
        opgaven = [
            (opgave, jaar.place.at("opgaven", index)) for index, opgave in enumerate(jaar.value.opgaven)
        ]
        for place in find_doubles((opgave.id, place) for opgave, place in opgaven):
            yield Violation(
                "een eerdere telling heet ook zo", place.at("id"), "geef elke telling een eigen naam"
            )
        for opgave, place in opgaven:
            delen = ((deel.id, place.at("delen", index)) for index, deel in enumerate(opgave.delen))
            for dubbel in find_doubles(delen):
                yield Violation(
                    "een eerder deel heet ook zo", dubbel.at("id"), "geef elk deel een eigen naam"
                )
