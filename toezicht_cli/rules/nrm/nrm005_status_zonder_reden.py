"""
Bij elke status staat een reden

## Waarom
Wie leest dat een norm niet getoetst is, wil weten waarom niet. De aanbieder en de gemeente moeten dat
kunnen volgen.

## Fout
```yaml
norm: "2.10"
status: niet-van-toepassing
```

## Goed
```yaml
norm: "2.10"
status: niet-van-toepassing
reden: De aanbieder biedt geen beschermd wonen.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("NRM005", "status-zonder-reden", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every status that has no reden."""
    for located in dossier.normoordelen:
        item = located.value
        if item.status is not None and item.reden is None:
            message = f"norm {item.sleutel} heeft status {item.status} maar geen reden"
            yield Violation(
                message, located.place.at("status"), "zet in één zin bij reden waarom er geen oordeel is"
            )
