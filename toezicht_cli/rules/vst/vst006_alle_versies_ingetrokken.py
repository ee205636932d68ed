"""
Een definitief onderzoek heeft een versie die geldt

## Waarom
Is het rapport ingetrokken, dan is er geen rapport dat geldt, ook al staat het onderzoek op definitief. Dat mag,
maar iemand moet zeggen wat er nu gebeurt: een nieuwe versie, of het onderzoek weer openen.

## Fout
```yaml
# vaststelling.yaml, en in onderzoek.yaml staat fase: definitief
versies:
  - nummer: 1
    status: ingetrokken
```

## Goed
```
toezicht vaststellen --herzie --reden "Het rapport gaat nu over de goede vestiging."
```

## Let op
Een onderzoek zonder `vaststelling.yaml` is elders vastgesteld: daarover zwijgt deze controle.

## Grondslag
Geen wet: na een intrekking is een besluit over het vervolg nodig.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.vaststelling import BESTAND, find_geldend
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "VST006",
    "alle-versies-ingetrokken",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "vaststelling"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an onderzoek that is definitief while none of its versions counts."""
    if BESTAND not in dossier.documents or dossier.onderzoek.fase != "definitief":
        return
    if find_geldend(dossier) is None:
        message = "dit onderzoek is definitief, en er is geen versie die geldt"
        hulp = "maak een nieuwe versie (toezicht vaststellen --herzie --reden), of zet de fase terug"
        yield Violation(message, Place("onderzoek.yaml", ("fase",)), hulp)
