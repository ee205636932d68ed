"""
Een signaal dat klaar is, heeft een besluit

## Waarom
Zonder besluit is niet na te gaan wie koos om niets, of juist iets, te doen.

## Fout
```yaml
afhandeling: {datum: 2026-03-02, uitkomst: kennisgeving}
```

## Goed
```yaml
besluit: {datum: 2026-02-18, keuze: kennisgeving, door: Werkoverleg}
afhandeling: {datum: 2026-03-02, uitkomst: kennisgeving}
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Signaal
from toezicht_cli.rules.base import rule


@rule("REG014", "afhandeling-zonder-besluit", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a signaal that ended without a besluit, unless it is a doublure."""
    for located in dossier.walk(Signaal):
        value = located.value
        if value.afhandeling is not None and value.besluit is None and value.doublure_van is None:
            message = f"{value.id} is afgehandeld, maar er is geen besluit"
            yield Violation(
                message, located.place.at("afhandeling"), "schrijf op wat besloten is, en door wie"
            )
