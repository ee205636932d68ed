"""
Het kader is dat van de versie die geldt

## Waarom
Een oordeel zegt alleen iets bij het kader waaraan getoetst is. Noemt het onderzoek na de vaststelling een ander
kader, of is de tekst van het kader veranderd, dan rust het rapport op normen die er niet meer staan.

## Fout
```yaml
# onderzoek.yaml; versie 1 is getoetst aan lindeland@2026
kader: lindeland@2027
```

## Goed
```yaml
kader: lindeland@2026
```

Geef een nieuwe tekst van een kader altijd een nieuwe versie, en laat de oude staan.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: het rapport rust op wat er is vastgesteld.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.vaststelling import find_geldend
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "VST007",
    "ander-kader-dan-versie",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "kader", "vaststelling"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report another kader than that of the version that counts, or another text of it."""
    geldend = find_geldend(dossier)
    if geldend is None:
        return
    versie = geldend.value
    place = Place("onderzoek.yaml", ("kader",))
    if dossier.onderzoek.kader != versie.kader:
        message = f"versie {versie.nummer} is getoetst aan {versie.kader}"
        yield Violation(message, place, "noem dat kader, of maak een nieuwe versie")
    elif dossier.kader_hash != versie.kader_hash:
        message = f"de tekst van dit kader is veranderd na de vaststelling van versie {versie.nummer}"
        yield Violation(message, place, "zet de tekst terug en maak een nieuwe versie van het kader")
