"""
De soort van een overgang past bij wat ervan en ernaar gaat

## Waarom
Een norm die vervalt, gaat nergens heen. Een nieuwe norm komt nergens vandaan. En een norm die bleef, heeft beide.

## Fout
```yaml
normen:
  - {soort: vervallen, van: "1.1", naar: "1.1"}
```

## Goed
```yaml
normen:
  - {soort: vervallen, van: "1.1"}
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: een besluit vraagt zorgvuldige voorbereiding. Een oordeel verhuist alleen als vaststaat
waarheen.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.overgang import Normovergang
from toezicht_cli.rules.base import rule

_VELDEN = {
    "zelfde": (True, True),
    "gewijzigd": (True, True),
    "vervallen": (True, False),
    "nieuw": (False, True),
}


@rule("KDR017", "overgang-soort-past-niet", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a norm with a side too many or too few for its soort."""
    for located in dossier.walk(Normovergang):
        item = located.value
        given = item.van is not None, item.naar is not None
        for veld, asked, present in zip(("van", "naar"), _VELDEN[item.soort], given, strict=True):
            if asked and not present:
                yield Violation(f"bij {item.soort} hoort ook {veld}", located.place.at("soort"))
            elif present and not asked:
                message = f"bij {item.soort} hoort geen {veld}"
                yield Violation(message, located.place.at(veld), "haal het weg, of kies een andere soort")
