"""
Een doublure gaat over dezelfde aanbieder en wijst naar het eerste signaal

## Waarom
Een doublure telt niet mee als eigen signaal. Gaat zij over een andere aanbieder, dan verdwijnt een echt signaal uit de cijfers.

## Fout
```yaml
# signalen/2026/S-2026-003.yaml
aanbieder: het-baken
doublure_van: S-2026-002   # over de-kade
```

## Goed
```yaml
# signalen/2026/S-2026-003.yaml
aanbieder: de-kade
doublure_van: S-2026-002   # ook over de-kade
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Signaal
from toezicht_cli.rules.base import rule


@rule("REG006", "doublure-past-niet", severity=Severity.WARNING, since="0.1", needs=("signalen",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a doublure of another aanbieder, one of a doublure, and one that has its own besluit."""
    signalen = {located.value.id: located.value for located in dossier.walk(Signaal)}
    for located in dossier.walk(Signaal):
        value, place = located.value, located.place.at("doublure_van")
        eerste = signalen.get(value.doublure_van or "")
        if eerste is None or eerste is value:
            continue
        if eerste.aanbieder and value.aanbieder and eerste.aanbieder != value.aanbieder:
            yield Violation(
                f"{eerste.id} gaat over een andere aanbieder", place, "ga na welke van de twee klopt"
            )
        if eerste.doublure_van is not None:
            yield Violation(f"{eerste.id} is zelf een doublure", place, f"verwijs naar {eerste.doublure_van}")
        if value.besluit is not None:
            message = "deze doublure heeft een eigen besluit"
            hulp = f"het besluit over {eerste.id} geldt; haal dit weg, of doublure_van"
            yield Violation(message, located.place.at("besluit"), hulp)
