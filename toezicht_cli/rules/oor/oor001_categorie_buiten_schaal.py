"""
Elk oordeel is een categorie van de schaal van het kader

## Waarom
Het kader bepaalt in welke woorden er geoordeeld wordt. Een ander woord is niet te tellen en niet te
vergelijken met andere onderzoeken.

## Fout
```yaml
norm: "1.1"
oordeel: voldoende      # de schaal: voldoet, voldoet-grotendeels, voldoet-niet
```

## Goed
```yaml
norm: "1.1"
oordeel: voldoet
```

## Grondslag
Afspraak van dit programma: de schaal van het kader is de enige lijst van oordelen.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("OOR001", "categorie-buiten-schaal", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every oordeel and concept_oordeel that the schaal lacks."""
    known = [categorie.id for categorie in dossier.kader.schaal.categorieen]
    for located in dossier.normoordelen:
        item = located.value
        for field, value in (("oordeel", item.oordeel), ("concept_oordeel", item.concept_oordeel)):
            if value is not None and value not in known:
                message = f"{field} {value} bij norm {item.sleutel} staat niet in de schaal van het kader"
                help_text = suggest(value, known) or f"kies uit {', '.join(known)}"
                yield Violation(message, located.place.at(field), help_text)
