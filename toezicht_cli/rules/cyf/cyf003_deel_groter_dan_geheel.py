"""
Een deel is niet groter dan het geheel

## Waarom
Van vier dossiers kunnen er geen vijf zonder verslag zijn. Ook een percentage van niets bestaat niet.

## Fout
```yaml
cijfers:
  dossiers: {waarde: 4, bronnen: [D01]}
  zonder_verslag: {waarde: 5, bronnen: [D01]}
aandelen:
  - {deel: zonder_verslag, geheel: dossiers}
```

## Goed
```yaml
cijfers:
  dossiers: {waarde: 5, bronnen: [D01]}
  zonder_verslag: {waarde: 4, bronnen: [D01]}
aandelen:
  - {deel: zonder_verslag, geheel: dossiers}
```

## Let op
Groei is geen aandeel: 135 is geen deel van 110. Is een van de twee `onbekend` of `niet-vermeld`, dan
zwijgt de controle.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: de feiten kloppen voordat er een oordeel op rust.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.cijfers import find_waarde, format_getal
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.cijfer import Aandeel
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("CYF003", "deel-groter-dan-geheel", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every deel above its geheel, and every percentage of nothing."""
    for aandeel in dossier.walk(Aandeel):
        deel = find_waarde(dossier.cijfers, aandeel.value.deel)
        geheel = find_waarde(dossier.cijfers, aandeel.value.geheel)
        if deel is None or geheel is None:
            continue
        if deel > geheel:
            message = (
                f"{aandeel.value.deel} is {format_getal(deel)}, meer dan "
                f"{aandeel.value.geheel} ({format_getal(geheel)})"
            )
            yield Violation(message, aandeel.place.at("deel"), "kijk of deel en geheel verwisseld zijn")
        elif not geheel and find_waarde(dossier.cijfers, aandeel.value.percentage) is not None:
            message = f"{aandeel.value.geheel} is 0: daar is geen percentage van te nemen"
            yield Violation(message, aandeel.place.at("percentage"), "haal het percentage weg")
