"""
De datums van een signaal, melding of gesprek staan in een volgorde die kan

## Waarom
Een melding die binnenkwam voordat het gebeurde, kan niet. Zulke datums maken elke doorlooptijd onwaar.

## Fout
```yaml
voorgevallen_op: 2026-03-12
ontvangen_op: 2026-03-10
```

## Goed
```yaml
voorgevallen_op: 2026-03-06
ontvangen_op: 2026-03-10
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.registerdatums import describe_omgekeerd, list_omgekeerd
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("REG013", "datums-in-verkeerde-volgorde", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a moment that lies before the one that must come first."""
    for eerst, daarna in list_omgekeerd(dossier):
        hulp = "ga na welke van de twee datums klopt"
        yield Violation(describe_omgekeerd(eerst, daarna), daarna.place, hulp)
