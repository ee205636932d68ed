"""
Elke norm die een bestand noemt, staat in het kader

## Waarom
Een oordeel, punt of verzoek bij een norm die niet bestaat, komt nergens in het rapport terecht.

## Fout
```yaml
norm: "1.11"
oordeel: voldoet
```

## Goed
```yaml
norm: "1.1"
oordeel: voldoet
```

## Grondslag
Afspraak van dit programma: het kader is de enige lijst van normen.

## Let op
Het nummer van een norm is tekst: 1.10 is een andere norm dan 1.1. Een norm bij `niet_onderzocht` in
onderzoek.yaml hoort bij NRM010.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.normen import walk_normverwijzingen
from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("NRM002", "onbekende-norm", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every norm that the kader lacks."""
    known = tuple(norm.id for norm in dossier.kader.normen)
    for verwijzing in walk_normverwijzingen(dossier):
        if verwijzing.norm not in known:
            message = f"norm {verwijzing.norm} staat niet in kader {dossier.kader.verwijzing}"
            yield Violation(message, verwijzing.place, suggest(verwijzing.norm, known))
