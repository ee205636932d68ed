"""
Een verwijzing naar een bron staat zo in de tekst dat zij meetelt

## Waarom
Alleen [@D01; @I01] telt als bron. Wie een komma schrijft of de haken vergeet, denkt dat de bevinding op
een bron rust, maar het programma en de lezer zien die niet.

## Fout
```yaml
tekst: De plannen zijn bekeken [@D01, I01]. Dat bleek ook uit een gesprek (@I02).
```

## Goed
```yaml
tekst: De plannen zijn bekeken [@D01; @I01]. Dat bleek ook uit een gesprek [@I02].
```

## Let op
Alleen nummers die in de bronnenlijst staan tellen. Een vindplaats achter de komma mag: [@D01, p. 3].

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: de feiten waar een oordeel op rust zijn kenbaar.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.verwijzingen import find_mislukte_verwijzingen
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("BRN016", "verwijzing-telt-niet-mee", severity=Severity.WARNING, since="0.1", needs=("bronnen",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every known bron in a text that looks like a citation and is none."""
    known = frozenset(bron.value.id for bron in dossier.bronnen)
    for tekstplaats in dossier.teksten:
        if "@" not in tekstplaats.tekst:
            continue
        for bron_id in find_mislukte_verwijzingen(tekstplaats.tekst):
            if bron_id in known:
                message = f"{bron_id} staat in de tekst, maar telt zo niet als bron"
                yield Violation(message, tekstplaats.place, f"schrijf [@{bron_id}], of [@D01; @{bron_id}]")
