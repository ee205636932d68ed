"""
Wie tegenleest, is een ander dan wie oordeelde

## Waarom
Een tweede paar ogen helpt alleen als het van iemand anders is.

## Fout
```yaml
norm: "1.1"
oordeel: voldoet
beoordelaar: Toezichthouder 1
tegenlezer: toezichthouder 1
```

## Goed
```yaml
norm: "1.1"
oordeel: voldoet
beoordelaar: Toezichthouder 1
tegenlezer: Toezichthouder 2
```

## Grondslag
Goed gebruik: vier ogen bij een oordeel.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.teksten import normalize
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("OOR011", "beoordelaar-is-tegenlezer", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every normoordeel with one person in both roles."""
    for located in dossier.normoordelen:
        beoordelaar, tegenlezer = located.value.beoordelaar, located.value.tegenlezer
        if beoordelaar and tegenlezer and normalize(beoordelaar) == normalize(tegenlezer):
            message = f"beoordelaar en tegenlezer van norm {located.value.sleutel} zijn dezelfde"
            yield Violation(message, located.place.at("tegenlezer"), "laat een collega tegenlezen")
