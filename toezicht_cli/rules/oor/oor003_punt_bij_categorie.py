"""
Een punt past bij het oordeel op de norm

## Waarom
Onder een norm die gehaald is, hoort geen punt. Onder een norm die niet gehaald is, hoort een vereiste
aanpassing en geen verbeterpunt. Anders weet de aanbieder niet wat moet en wat mag.

## Fout
```yaml
# norm 1.1 heeft oordeel voldoet
verbeterpunten:
  - {id: V01, norm: "1.1", soort: verbeterpunt, tekst: Bespreek het plan elk jaar.}
```

## Goed
```yaml
# norm 1.2 heeft oordeel voldoet-grotendeels
verbeterpunten:
  - {id: V01, norm: "1.2", soort: verbeterpunt, tekst: Bespreek het plan elk jaar.}
```

## Grondslag
Afspraak van dit programma. Welk soort punt bij een oordeel hoort, staat in de schaal van het kader.

## Let op
Bij een norm die nog open is, zwijgt deze controle: dat meldt NRM001. Een punt bij een norm met status
meegewogen of eerder-getoetst mag. In een hertoets mag ook elk punt met opvolging: dat is van het eerste rapport.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.oordeelpunten import find_misplaatste_punten
from toezicht_cli.analysis.punten import name_punten
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "OOR003",
    "punt-bij-categorie",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report once per norm and soort the points that the oordeel does not ask."""
    for found in find_misplaatste_punten(dossier):
        first, item = found.punten[0], found.normoordeel
        names = name_punten(found.punten)
        if item.status is not None:
            message = f"{names}: norm {item.sleutel} heeft status {item.status}, en daar hoort geen punt bij"
            yield Violation(message, first.place.at("norm"))
        else:
            asked = f"een {found.gevraagd}" if found.gevraagd else "geen punt"
            message = (
                f"{names} ({first.value.soort}): oordeel {item.oordeel} op norm {item.sleutel} vraagt {asked}"
            )
            yield Violation(message, first.place.at("soort"))
