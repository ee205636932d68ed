"""
Een hertoets toetst ten minste één norm opnieuw

## Waarom
Een hertoets kijkt of er iets verbeterd is. Heeft elke norm een status, zoals eerder-getoetst, dan is er niets bekeken.

## Fout
```yaml
# onderzoek.yaml
hertoets_van: linde-2026
# en in elk bestand van bevindingen:
status: eerder-getoetst
```

## Goed
```yaml
# bevindingen/1.2.yaml
norm: "1.2"
oordeel: voldoet
eerder: {onderzoek: linde-2026, oordeel: voldoet-niet, kader: lindeland@2026}
```

## Let op
Een norm zonder oordeel en zonder status telt ook: die moet nog getoetst worden. Dat geldt ook voor een norm die nog geen
bestand heeft.

## Grondslag
Afspraak van dit programma over wat een hertoets is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.normen import find_ontbrekende_normen
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule(
    "VRL001",
    "hertoets-zonder-norm",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a hertoets in which every norm has a status, so that none is or will be judged."""
    items = [located.value for located in dossier.normoordelen]
    if any(item.status is None for item in items) or find_ontbrekende_normen(dossier):
        return
    for located in dossier.walk(Onderzoek):
        if located.value.hertoets_van:
            message = "dit is een hertoets, maar geen norm wordt opnieuw getoetst"
            hulp = "haal bij de normen die je toetst status en reden weg, en geef een oordeel"
            yield Violation(message, located.place.at("hertoets_van"), hulp)
