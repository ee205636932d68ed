"""
Een hertoets verwijst naar het onderzoek dat eerder gedaan is

## Waarom
Wie de hertoets leest, zoekt het eerdere onderzoek op. Verwijst de hertoets naar zichzelf, of verwijst een norm naar
een ander onderzoek, dan klopt de vergelijking van toen en nu niet.

## Fout
```yaml
id: linde-2027
hertoets_van: linde-2027
```

## Goed
```yaml
id: linde-2027
hertoets_van: linde-2026
```

## Let op
Een hertoets van zichzelf is een fout. Noemt een norm onder `eerder` een ander onderzoek dan `hertoets_van`, dan is dat
een let-op: het kan bij een tweede hertoets.

## Grondslag
Afspraak van dit programma: een onderzoek gaat niet aan zichzelf vooraf.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("VRL003", "hertoets-verwijst-verkeerd", severity=Severity.ERROR, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a hertoets of itself, and normen that were judged in another onderzoek than it names."""
    van = dossier.onderzoek.hertoets_van
    for located in dossier.walk(Onderzoek):
        if van == located.value.id:
            place = located.place.at("hertoets_van")
            yield Violation("dit onderzoek is een hertoets van zichzelf", place, "noem het eerdere onderzoek")
    for item in dossier.normoordelen:
        eerder = item.value.eerder
        if van and eerder and eerder.onderzoek != van:
            message = (
                f"norm {item.value.sleutel}: het oordeel van toen komt uit {eerder.onderzoek}, niet uit {van}"
            )
            place = item.place.at("eerder", "onderzoek")
            yield Violation(message, place, "ga na welk onderzoek bedoeld is", Severity.WARNING)
