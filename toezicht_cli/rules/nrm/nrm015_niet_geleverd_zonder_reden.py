"""
Bij een document dat niet geleverd is, staat waarom niet

## Waarom
Een document dat er niet is, kan zelf een bevinding zijn. Zonder reden kan niemand zeggen of het ontbreekt,
niet bestaat of niet nodig was.

## Fout
```yaml
uitvraag:
  - {id: U02, norm: "3.1", omschrijving: Overzicht van calamiteiten, ontvangen: niet-geleverd}
```

## Goed
```yaml
uitvraag:
  - id: U02
    norm: "3.1"
    omschrijving: Overzicht van calamiteiten
    ontvangen: niet-geleverd
    reden: Volgens de aanbieder was er geen calamiteit.
```

## Grondslag
Algemene wet bestuursrecht, artikel 5:16, 5:17 en 5:20: de toezichthouder mag gegevens vorderen en de
aanbieder werkt mee.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.uitvraag import NIET_GELEVERD, Verzoek
from toezicht_cli.rules.base import rule


@rule("NRM015", "niet-geleverd-zonder-reden", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every document that did not come, without a reden."""
    for located in dossier.walk(Verzoek):
        verzoek = located.value
        if verzoek.ontvangen == NIET_GELEVERD and verzoek.reden is None:
            message = f"{verzoek.id} is niet geleverd, maar er staat geen reden bij"
            yield Violation(message, located.place.at("ontvangen"), "zet bij reden waarom niet")
