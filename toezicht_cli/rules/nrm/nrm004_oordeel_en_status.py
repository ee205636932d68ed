"""
Een norm heeft een oordeel, of een status met een reden, niet allebei

## Waarom
Een norm is getoetst of niet. Staat er allebei, dan weet een lezer niet wat geldt, en de telling ook niet.
Een reden hoort bij een status: alleen daar komt zij in het rapport.

## Fout
```yaml
norm: "1.3"
oordeel: voldoet
status: niet-getoetst
reden: Er was geen tijd.
```

## Goed
```yaml
norm: "1.3"
status: niet-getoetst
reden: Er was geen tijd.
```

## Grondslag
Afspraak van dit programma.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("NRM004", "oordeel-en-status", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report oordeel and status together, and a reden without status."""
    for located in dossier.normoordelen:
        item = located.value
        if item.oordeel is not None and item.status is not None:
            message = f"norm {item.sleutel} heeft oordeel {item.oordeel} en ook status {item.status}"
            yield Violation(message, located.place.at("status"), "haal een van beide weg")
        elif item.reden is not None and item.status is None:
            message = f"norm {item.sleutel} heeft een reden maar geen status"
            yield Violation(message, located.place.at("reden"), _help(has_oordeel=item.is_beoordeeld))


def _help(*, has_oordeel: bool) -> str:
    if has_oordeel:
        return "zet uitleg bij een oordeel in conclusie"
    return "kies een status, zoals niet-getoetst of niet-van-toepassing"
