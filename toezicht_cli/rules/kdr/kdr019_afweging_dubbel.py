"""
Elk woord en elke cel van een afwegingskader staat er één keer

## Waarom
Staat een cel er twee keer, met groen en met rood, dan hangt de prioriteit af van welke iemand het eerst leest.

## Fout
```yaml
tabel:
  - {ernst: veiligheid, omvang: klein, prioriteit: groen}
  - {ernst: veiligheid, omvang: klein, prioriteit: rood}
```

## Goed
```yaml
tabel:
  - {ernst: veiligheid, omvang: klein, prioriteit: rood}
```

## Grondslag
Algemene wet bestuursrecht, artikel 4:84: een bestuursorgaan handelt volgens zijn beleidsregel. Die moet dan één antwoord geven.
"""

from collections.abc import Iterator
from itertools import chain

from toezicht_cli.analysis.dubbelen import find_doubles
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.afweging import Afwegingscel, Afwegingskader
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_LIJSTEN = ("ernst", "omvang", "prioriteiten", "omstandigheden")


@rule("KDR019", "afweging-dubbel", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a word or a cell of an afwegingskader that stands a second time."""
    for located in dossier.walk(Afwegingskader):
        per_lijst = (
            [
                (item.id, located.place.at(lijst, index))
                for index, item in enumerate(getattr(located.value, lijst))
            ]
            for lijst in _LIJSTEN
        )
        word_by_place = {place: word for word, place in chain.from_iterable(per_lijst)}
        items = (((place.route[0], word), place) for place, word in word_by_place.items())
        for place in find_doubles(items):
            message = f"{quote(word_by_place[place])} staat hier voor de tweede keer"
            yield Violation(message, place.at("id"), "geef elk een eigen naam")
    cellen = (((cel.value.ernst, cel.value.omvang), cel.place) for cel in dossier.walk(Afwegingscel))
    for place in find_doubles(cellen):
        yield Violation("deze cel staat hier voor de tweede keer", place, "houd één cel over")
