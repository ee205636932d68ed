"""
Wie een oordeel na het concept wijzigt, staat erbij, met de reden

## Waarom
De aanbieder las het conceptrapport. Als een oordeel daarna anders wordt, moet hij kunnen zien wie dat
deed en waarom. In de fase definitief is het een fout.

## Fout
```yaml
norm: "1.2"
concept_oordeel: voldoet-niet
oordeel: voldoet-grotendeels
```

## Goed
```yaml
norm: "1.2"
concept_oordeel: voldoet-niet
oordeel: voldoet-grotendeels
gewijzigd_door: Toezichthouder 1
motivering: De aanbieder stuurde de verslagen na.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("OOR010", "wijziging-zonder-motivering", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every oordeel that changed after the concept without naming who did it and why."""
    severity = Severity.ERROR if dossier.onderzoek.fase == "definitief" else Severity.WARNING
    for located in dossier.normoordelen:
        item = located.value
        if item.concept_oordeel in (None, item.oordeel):
            continue
        fields = (("gewijzigd_door", item.gewijzigd_door), ("motivering", item.motivering))
        if missing := [name for name, value in fields if value is None]:
            message = (
                f"het oordeel op norm {item.sleutel} was in het concept {item.concept_oordeel}, "
                f"maar {join_words(missing)} staat er niet bij"
            )
            yield Violation(message, located.place.at("concept_oordeel"), severity=severity)
