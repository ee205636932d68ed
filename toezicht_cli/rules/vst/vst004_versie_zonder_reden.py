"""
Een versie die niet meer geldt, heeft een reden en een datum

## Waarom
Een rapport wordt niet zomaar vervangen of ingetrokken. De aanbieder en het college moeten kunnen lezen waarom, en
vanaf wanneer.

## Fout
```yaml
- nummer: 1
  status: ingetrokken
```

## Goed
```yaml
- nummer: 1
  status: ingetrokken
  reden: Het rapport ging over de verkeerde vestiging.
  geldig_tot: 2026-07-01
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (motivering): ook een besluit om in te trekken rust op een reden.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Versie
from toezicht_cli.rules.base import rule


@rule("VST004", "versie-zonder-reden", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each version that no longer counts and does not say why or since when."""
    for located in dossier.walk(Versie):
        versie = located.value
        missing = [
            naam
            for naam in ("reden", "geldig_tot")
            if versie.status != "geldend" and not getattr(versie, naam)
        ]
        if missing:
            message = f"versie {versie.nummer} is {versie.status} en mist {' en '.join(missing)}"
            yield Violation(message, located.place.at("status"), "schrijf het erbij in vaststelling.yaml")
