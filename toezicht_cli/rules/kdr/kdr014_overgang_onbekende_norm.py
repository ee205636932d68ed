"""
Een overgang noemt normen en categorieën die in de kaders staan

## Waarom
Een norm die niet in het oude of het nieuwe kader staat, is vaak een tikfout. Een oordeel zou dan verhuizen naar een norm die
niet bestaat.

## Fout
```yaml
# het nieuwe kader heeft norm 1.1 en 1.2
normen:
  - {soort: zelfde, van: "1.1", naar: "1.11"}
```

## Goed
```yaml
normen:
  - {soort: zelfde, van: "1.1", naar: "1.1"}
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: een besluit vraagt zorgvuldige voorbereiding. Een oordeel verhuist alleen als vaststaat
waarheen.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.rules.base import rule

_KANTEN = (("van", "oude"), ("naar", "nieuwe"))


@rule("KDR014", "overgang-onbekende-norm", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report normen and categorieen of an overgang that are not in the kader on their side."""
    kaders = {kader.verwijzing: kader for kader in dossier.omgeving.kaders}
    for located in dossier.walk(Kaderovergang):
        overgang, place = located.value, located.place
        for veld, welke in _KANTEN:
            kader = kaders.get(getattr(overgang, veld))
            if kader is None:
                continue
            known = [norm.id for norm in kader.normen]
            for index, item in enumerate(overgang.normen):
                norm = getattr(item, veld)
                if norm is not None and norm not in known:
                    message = f"norm {norm} staat niet in het {welke} kader {kader.verwijzing}"
                    yield Violation(message, place.at("normen", index, veld), suggest(norm, known))
            ids = [categorie.id for categorie in kader.schaal.categorieen]
            for oud, nieuw in overgang.categorieen.items():
                categorie = oud if veld == "van" else nieuw
                if categorie not in ids:
                    message = f"categorie {categorie} staat niet in het {welke} kader {kader.verwijzing}"
                    yield Violation(message, place.at("categorieen", oud), suggest(categorie, ids))
