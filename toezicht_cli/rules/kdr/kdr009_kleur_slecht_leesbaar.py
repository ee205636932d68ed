"""
De kleur van een categorie is goed te lezen op wit

## Waarom
In het rapport staat het oordeel in de kleur van de categorie. Een lichte kleur op wit papier is voor veel
mensen niet te lezen. Het rapport moet voor iedereen toegankelijk zijn.

## Fout
```yaml
- {id: voldoet, label: voldoet, zin: voldoet aan de norm, symbool: "✓", kleur: "#7ed957", vraagt: geen}
```

## Goed
```yaml
- {id: voldoet, label: voldoet, zin: voldoet aan de norm, symbool: "✓", kleur: "#1b5e20", vraagt: geen}
```

## Grondslag
WCAG 2.2, succescriterium 1.4.3 (contrast, niveau AA): ten minste 4,5 op 1 voor tekst. Voor overheden geldt
dit via het Besluit digitale toegankelijkheid overheid.

## Let op
De berekening gaat uit van een witte achtergrond.
"""

import math
from collections.abc import Iterator

from toezicht_cli.analysis.kleur import AA_TEKST, contrast_on_white
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Oordeelscategorie
from toezicht_cli.rules.base import rule


@rule("KDR009", "kleur-slecht-leesbaar", severity=Severity.WARNING, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every colour with too little contrast on white."""
    for categorie in dossier.walk(Oordeelscategorie):
        contrast = contrast_on_white(categorie.value.kleur)
        if contrast < AA_TEKST:
            # Rounded down: 4.46 is not shown as the 4.5 that it misses.
            getal = f"{math.floor(contrast * 10) / 10:.1f}".replace(".", ",")
            message = f"kleur {categorie.value.kleur} heeft op wit een contrast van {getal} op 1"
            yield Violation(
                message, categorie.place.at("kleur"), "kies een donkerder kleur: ten minste 4,5 op 1"
            )
