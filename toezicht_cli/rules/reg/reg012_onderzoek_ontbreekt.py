"""
Na een besluit om te onderzoeken is er een onderzoek dat het signaal noemt

## Waarom
Zonder die verwijzing is later niet te zien wat er met het signaal gebeurde, en lijkt het besluit niet uitgevoerd.

## Fout
```yaml
# signalen/2026/S-2026-002.yaml
besluit: {datum: 2026-02-18, keuze: onderzoek}
# en geen onderzoek noemt S-2026-002
```

## Goed
```yaml
# onderzoeken/de-kade-2026/onderzoek.yaml
naar_aanleiding_van: [S-2026-002]
```

## Let op
Noemt het onderzoek een later signaal dat uit dit signaal volgt, dan is dat genoeg.

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator
from itertools import chain

from toezicht_cli.analysis.ingangen import follow_back, index_ingangen
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Signaal
from toezicht_cli.rules.base import rule


@rule("REG012", "onderzoek-ontbreekt", severity=Severity.WARNING, since="0.1", needs=("onderzoeken",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a signaal with the besluit to investigate that no onderzoek names."""
    named = (item.value.naar_aanleiding_van for item in dossier.omgeving.onderzoeken)
    genoemd = follow_back(chain.from_iterable(named), index_ingangen(dossier))
    for located in dossier.walk(Signaal):
        value = located.value
        if value.besluit is not None and value.besluit.keuze == "onderzoek" and value.id not in genoemd:
            message = f"geen onderzoek noemt {value.id}"
            hulp = f"zet {value.id} bij naar_aanleiding_van in onderzoek.yaml, of begin het onderzoek"
            yield Violation(message, located.place.at("besluit", "keuze"), hulp)
