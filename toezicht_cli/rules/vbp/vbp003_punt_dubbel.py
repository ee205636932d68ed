"""
Onder één norm staat elk punt één keer

## Waarom
Een punt dat er twee keer staat, telt twee keer mee. Bij de opvolging krijgt het ene exemplaar een
stand en blijft het andere open.

## Fout
```yaml
verbeterpunten:
  - {id: V01, norm: "1.2", soort: verbeterpunt, tekst: Maak van elk gesprek een verslag.}
  - {id: V02, norm: "1.2", soort: verbeterpunt, tekst: Maak van elk gesprek een verslag}
```

## Goed
```yaml
verbeterpunten:
  - {id: V01, norm: "1.2", soort: verbeterpunt, tekst: Maak van elk gesprek een verslag.}
  - {id: V02, norm: "1.2", soort: verbeterpunt, tekst: Spreek elk jaar over het plan.}
```

## Let op
Hoofdletters, witruimte en de punt aan het eind tellen niet mee. Dezelfde tekst onder een andere norm
of voor een andere vestiging is gewoon: één maatregel kan bij meer normen nodig zijn. Een vervallen
punt telt niet mee.

## Grondslag
Afspraak van dit programma: het aantal punten in het rapport is het aantal dat de aanbieder uitvoert.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.punten import group_punten, name_punten, stand
from toezicht_cli.analysis.teksten import normalize
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.rules.base import rule


@rule("VBP003", "punt-dubbel", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every point with the text of an earlier one under the same norm and vestiging."""
    for eerste, *dubbel in group_punten(dossier.verbeterpunten, _inhoud).values():
        if dubbel:
            zegt = "zegt" if len(dubbel) == 1 else "zeggen"
            message = f"{name_punten(dubbel)} {zegt} bij norm {eerste.value.norm} hetzelfde als punt"
            message = f"{message} {eerste.value.id}"
            yield Violation(
                message, dubbel[0].place.at("tekst"), "haal één van beide weg of maak het verschil duidelijk"
            )


def _inhoud(punt: Verbeterpunt) -> tuple[str, str | None, str] | None:
    if stand(punt) == "vervallen":
        return None
    return punt.norm, punt.locatie, normalize(punt.tekst)
