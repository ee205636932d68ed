"""
Op elke opmerking van een collega is iets gedaan

## Waarom
Een collega leest het concept en stelt vragen. Wordt het rapport definitief terwijl een vraag nog openstaat, dan heeft
het meelezen niet geholpen.

## Fout
```yaml
# in de fase definitief
opmerkingen:
  - {datum: 2026-05-06, door: Toezichthouder 2, norm: "1.2", opmerking: Waar blijkt dit uit?}
```

## Goed
```yaml
opmerkingen:
  - {datum: 2026-05-06, door: Toezichthouder 2, norm: "1.2", opmerking: Waar blijkt dit uit?, afgehandeld: Bron erbij.}
```

## Let op
Voordat het onderzoek definitief is, zwijgt deze controle.

## Grondslag
Afspraak van dit programma over collegiale toets.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Toetsopmerking
from toezicht_cli.rules.base import rule


@rule("VRL009", "opmerking-niet-afgehandeld", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every remark that nothing was done with, once the onderzoek is definitief."""
    if dossier.onderzoek.fase != "definitief":
        return
    for located in dossier.walk(Toetsopmerking):
        if located.value.afgehandeld is None:
            message = f"de opmerking van {located.value.datum.leesbaar} is niet afgehandeld"
            yield Violation(
                message, located.place.at("opmerking"), "schrijf bij afgehandeld wat ermee gedaan is"
            )
