"""
Wie doorverwijst, schrijft op naar wie en wanneer

## Waarom
Wat niet van ons is, mag niet zoekraken. Zonder partij en dag kan niemand later navragen wat er gebeurde.

## Fout
```yaml
besluit: {datum: 2026-05-12, keuze: doorverwijzen}
```

## Goed
```yaml
besluit: {datum: 2026-05-12, keuze: doorverwijzen}
doorverwezen_naar: {naar: igj, datum: 2026-05-13}
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Signaal
from toezicht_cli.rules.base import rule


@rule("REG010", "doorverwijzing-onvolledig", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a signaal of which besluit, uitkomst and doorverwezen_naar do not agree."""
    for located in dossier.walk(Signaal):
        value, place = located.value, located.place
        is_besloten = value.besluit is not None and value.besluit.keuze == "doorverwijzen"
        is_uitkomst = value.afhandeling is not None and value.afhandeling.uitkomst == "doorverwezen"
        if is_besloten and value.doorverwezen_naar is None:
            message = "het besluit is doorverwijzen, maar er staat niet naar wie"
            yield Violation(message, place.at("besluit", "keuze"), "vul doorverwezen_naar in")
        elif is_uitkomst and value.doorverwezen_naar is None:
            message = "de uitkomst is doorverwezen, maar er staat niet naar wie"
            yield Violation(message, place.at("afhandeling", "uitkomst"), "vul doorverwezen_naar in")
