"""
Het eindoordeel is een categorie van de schaal voor het eindoordeel

## Waarom
Ook het oordeel over het geheel gebruikt de woorden van het kader. Een kader kan daar een eigen schaal voor
hebben.

## Fout
```yaml
# de schaal voor het eindoordeel: op-orde, op-weg, niet-op-orde
eindoordeel:
  oordeel: voldoende
  strekking: Dit gaat over het geheel.
```

## Goed
```yaml
eindoordeel:
  oordeel: op-weg
  strekking: Dit gaat over het geheel.
```

## Grondslag
Afspraak van dit programma: de schaal van het kader is de enige lijst van oordelen.

## Let op
Kent het kader geen eindoordeel, dan meldt OOR008 dat.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Eindoordeel
from toezicht_cli.rules.base import rule


@rule("OOR009", "eindoordeel-buiten-schaal", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an eindoordeel that the schaal lacks, where the kader has an eindoordeel at all."""
    kader = dossier.kader
    known = [categorie.id for categorie in kader.eindschaal.categorieen]
    for eindoordeel in dossier.walk(Eindoordeel):
        oordeel = eindoordeel.value.oordeel
        if kader.eindoordeel != "geen" and oordeel not in known:
            message = f"eindoordeel {oordeel} staat niet in de schaal voor het eindoordeel"
            help_text = suggest(oordeel, known) or f"kies uit {', '.join(known)}"
            yield Violation(message, eindoordeel.place.at("oordeel"), help_text)
