"""
Elk thema, elke norm en elke categorie van een kader heeft een eigen nummer of naam

## Waarom
Met twee normen 1.2 is niet te zeggen over welke een oordeel gaat, en klopt geen telling. Hetzelfde geldt
voor thema's, categorieën, namen van punten, en voor de criteria en documenten bij één norm.

## Fout
```yaml
normen:
  - {id: "1.2", titel: Plan, omschrijving: Er is een plan.}
  - {id: "1.2", titel: Gesprek, omschrijving: Er is een gesprek.}
```

## Goed
```yaml
normen:
  - {id: "1.2", titel: Plan, omschrijving: Er is een plan.}
  - {id: "1.3", titel: Gesprek, omschrijving: Er is een gesprek.}
```

## Grondslag
Afspraak van dit programma: onderdelen zijn te vinden op hun nummer, en nooit op hun plaats in een lijst.

## Let op
Een norm is uniek in het hele kader, een criterium binnen zijn norm, ook als het onder een ander criterium
staat. Criterium a mag dus bij elke norm opnieuw.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.dubbelen import find_doubles
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import (
    Criterium,
    GevraagdDocument,
    Norm,
    Oordeelscategorie,
    Puntlabel,
    Thema,
)
from toezicht_cli.rules.base import rule

_MetId = Thema | Norm | Criterium | GevraagdDocument | Oordeelscategorie
# With the length of the route to the element within which an id is unique: the kader, a schaal, a norm.
_KADER, _SCHAAL, _NORM = 0, 1, 4
_SOORTEN: tuple[tuple[type[_MetId], str, int], ...] = (
    (Thema, "thema", _KADER),
    (Norm, "norm", _KADER),
    (Oordeelscategorie, "categorie", _SCHAAL),
    (Criterium, "criterium", _NORM),
    (GevraagdDocument, "document", _NORM),
)


@rule("KDR004", "dubbel-id-in-kader", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every id of a kader that stands a second time where it must be unique."""
    for soort, naam, diepte in _SOORTEN:
        items = list(dossier.walk(soort))
        id_by_place = {item.place: item.value.id for item in items}
        for place in find_doubles(((item.place.route[:diepte], item.value.id), item.place) for item in items):
            message = f"{naam} {id_by_place[place]} staat hier voor de tweede keer"
            yield Violation(message, place.at("id"), "geef elk een eigen nummer of naam")
    labels = ((label.value.soort, label.place) for label in dossier.walk(Puntlabel))
    for place in find_doubles(labels):
        yield Violation("dit soort punt heeft al een naam", place.at("soort"), "houd één naam over")
