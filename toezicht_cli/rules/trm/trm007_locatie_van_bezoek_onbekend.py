"""
De locatie van een bezoek is een vestiging van de aanbieder

## Waarom
Wie leest dat er een bezoek was op L3, zoekt die vestiging op. Staat zij nergens, dan is het nummer verkeerd of
ontbreekt de vestiging.

## Fout
```yaml
aanbieder:
  naam: Zorg Voorbeeld
  vestigingen:
    - {id: L1, naam: Kantoor}
bezoeken:
  - {datum: 2026-02-10, locatie: L3}
```

## Goed
```yaml
aanbieder:
  naam: Zorg Voorbeeld
  vestigingen:
    - {id: L1, naam: Kantoor}
bezoeken:
  - {datum: 2026-02-10, locatie: L1}
```

## Grondslag
Afspraak van dit programma: een nummer wijst naar iets dat bestaat.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("TRM007", "locatie-van-bezoek-onbekend", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every visit to a vestiging that the aanbieder does not have."""
    for located in dossier.walk(Onderzoek):
        known = [vestiging.id for vestiging in located.value.aanbieder.vestigingen]
        for index, bezoek in enumerate(located.value.bezoeken):
            if bezoek.locatie and bezoek.locatie not in known:
                message = f"locatie {bezoek.locatie} staat niet bij de vestigingen van de aanbieder"
                place = located.place.at("bezoeken", index, "locatie")
                listed = (
                    f"de lijst kent {join_words(known)}" if known else "zet de vestiging bij de aanbieder"
                )
                yield Violation(message, place, suggest(bezoek.locatie, known) or listed)
