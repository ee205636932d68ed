"""
`concept_oordeel` is het oordeel dat in het verzonden concept stond

## Waarom
`wederhoor.yaml` bewaart wat er verzonden is. Zegt `concept_oordeel` iets anders, dan staat er in het rapport een
verkeerd verhaal over wat de aanbieder las.

## Fout
```yaml
# wederhoor.yaml: concept: {oordelen: {"1.2": voldoet-niet}}
norm: "1.2"
concept_oordeel: voldoet
oordeel: voldoet-grotendeels
```

## Goed
```yaml
# wederhoor.yaml: concept: {oordelen: {"1.2": voldoet-niet}}
norm: "1.2"
concept_oordeel: voldoet-niet
oordeel: voldoet-grotendeels
```

## Let op
De controle kijkt alleen als het concept aan hetzelfde kader toetste.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.wederhoor import find_verzonden_oordelen
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "WHR005",
    "conceptoordeel-spreekt-concept-tegen",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "wederhoor"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every concept_oordeel that is not what the concept that was sent said."""
    sent = find_verzonden_oordelen(dossier)
    for located in dossier.normoordelen:
        item = located.value
        concept = sent.get(item.sleutel)
        if concept and item.concept_oordeel and item.concept_oordeel != concept:
            message = (
                f"concept_oordeel van norm {item.sleutel} is {item.concept_oordeel}, "
                f"maar in het verzonden concept stond {concept}"
            )
            yield Violation(message, located.place.at("concept_oordeel"), f"maak er {concept} van")
