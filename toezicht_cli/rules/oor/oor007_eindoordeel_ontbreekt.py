"""
Vraagt het kader een eindoordeel, dan staat het er

## Waarom
Bij sommige kaders hoort een oordeel over het geheel. Zonder dat is het onderzoek niet af. Vanaf het
conceptrapport is dit een fout, daarvoor een let-op.

## Fout
```yaml
# het kader heeft: eindoordeel: verplicht
fase: conceptrapport
```

## Goed
```yaml
fase: conceptrapport
eindoordeel:
  oordeel: voldoet
  strekking: Dit gaat over de documenten, niet over de praktijk.
```

## Grondslag
Het toetsingskader van het onderzoek.

## Let op
Het programma geeft zelf nooit een eindoordeel: dat doet de toezichthouder.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("OOR007", "eindoordeel-ontbreekt", severity=Severity.WARNING, since="0.1", needs=("onderzoek", "kader"))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an onderzoek without the eindoordeel that the kader requires."""
    onderzoek, kader = dossier.onderzoek, dossier.kader
    if kader.eindoordeel == "verplicht" and onderzoek.eindoordeel is None:
        severity = Severity.ERROR if onderzoek.is_vanaf_concept else Severity.WARNING
        message = f"kader {kader.verwijzing} vraagt een eindoordeel, en dat staat er niet"
        place = next(dossier.walk(Onderzoek)).place.at("kader")
        yield Violation(
            message, place, "zet eindoordeel met oordeel en strekking in onderzoek.yaml", severity
        )
