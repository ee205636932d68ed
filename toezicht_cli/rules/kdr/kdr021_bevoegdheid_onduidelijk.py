"""
Voor elke wet en elk domein staat er één keer wie bevoegd is

## Waarom
Wijst een regel naar een partij die er niet is, of staat een wet er twee keer, dan is niet te zeggen aan wie een signaal toekomt.

## Fout
```yaml
partijen:
  - {id: igj, naam: Inspectie Gezondheidszorg en Jeugd}
bevoegdheden:
  - {wet: jeugdwet, domein: kwaliteit, partijen: [inspectie]}
```

## Goed
```yaml
bevoegdheden:
  - {wet: jeugdwet, domein: kwaliteit, partijen: [igj]}
```

## Grondslag
Algemene wet bestuursrecht, artikel 2:3: wat bij een ander hoort, gaat naar die ander.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.dubbelen import find_doubles
from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.bevoegdheid import Bevoegdheden, Bevoegdheid, Partij
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("KDR021", "bevoegdheid-onduidelijk", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an unknown partij, one that stands twice, and a law and domein that stand twice."""
    for located in dossier.walk(Bevoegdheden):
        known = [partij.id for partij in located.value.partijen]
        for row, bevoegdheid in enumerate(located.value.bevoegdheden):
            for index, naam in enumerate(bevoegdheid.partijen):
                if naam not in known:
                    hulp = suggest(naam, known) or f"deze zijn er: {', '.join(known)}"
                    place = located.place.at("bevoegdheden", row, "partijen", index)
                    yield Violation(f"partij {quote(naam)} staat niet bij partijen", place, hulp)
    for place in find_doubles((item.value.id, item.place) for item in dossier.walk(Partij)):
        yield Violation("deze partij staat hier voor de tweede keer", place.at("id"), "houd één over")
    rows = (((item.value.wet, item.value.domein), item.place) for item in dossier.walk(Bevoegdheid))
    for place in find_doubles(rows):
        yield Violation("deze wet en dit domein staan hier voor de tweede keer", place, "houd één regel over")
