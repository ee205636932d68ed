"""
Een overgang noemt elke norm van het oude en het nieuwe kader

## Waarom
Van een norm die er niet in staat, weet niemand wat ervan werd. Een onderzoek kan dan niet overgaan.

## Fout
```yaml
# het oude kader heeft ook norm 1.2
normen:
  - {soort: zelfde, van: "1.1", naar: "1.1"}
```

## Goed
```yaml
normen:
  - {soort: zelfde, van: "1.1", naar: "1.1"}
  - {soort: vervallen, van: "1.2"}
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: een besluit vraagt zorgvuldige voorbereiding. Een oordeel verhuist alleen als vaststaat
waarheen.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.rules.base import rule

_KANTEN = (("van", "oude"), ("naar", "nieuwe"))


@rule("KDR016", "overgang-onvolledig", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report per side the normen of the kader that an overgang leaves out."""
    kaders = {kader.verwijzing: kader for kader in dossier.omgeving.kaders}
    for located in dossier.walk(Kaderovergang):
        overgang = located.value
        for veld, welke in _KANTEN:
            kader = kaders.get(getattr(overgang, veld))
            named = {getattr(item, veld) for item in overgang.normen}
            missing = [norm.id for norm in kader.normen if norm.id not in named] if kader else []
            if missing:
                message = f"van het {welke} kader ontbreekt norm {join_some(missing)}"
                hulp = "schrijf ook op wat er van deze norm werd, of dat zij nieuw is"
                yield Violation(message, located.place.at(veld), hulp)
