"""
Elke genoemde bron staat in de bronnenlijst

## Waarom
Wie het rapport leest, moet elke bron kunnen terugvinden. Een nummer dat niet in de lijst staat is
een tikfout of een bron die nog ontbreekt.

## Fout
```yaml
bevindingen:
  - id: a
    tekst: Het plan is besproken [@I99].
    bronnen: [D01]
```

## Goed
```yaml
bevindingen:
  - id: a
    tekst: Het plan is besproken [@I01].
    bronnen: [D01]
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 en 3:46: een besluit rust op zorgvuldig vergaarde en
kenbare feiten.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.verwijzingen import walk_bronverwijzingen
from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("BRN002", "onbekende-bron", severity=Severity.ERROR, since="0.1", needs=("bronnen",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every reference to a bron that the bronnenlijst does not hold."""
    known = tuple(bron.value.id for bron in dossier.bronnen)
    for verwijzing in walk_bronverwijzingen(dossier):
        if verwijzing.bron_id not in known:
            message = f"bron {verwijzing.bron_id} staat niet in bronnen.yaml"
            yield Violation(message, verwijzing.place, suggest(verwijzing.bron_id, known))
