"""
Een oordeel dat anders is dan in het verzonden concept, heeft een reden

## Waarom
`wederhoor.yaml` bewaart wat er in het concept stond dat de aanbieder kreeg. Is een oordeel daarna anders geworden,
dan moet hij kunnen lezen wie dat deed en waarom.

## Fout
```yaml
# wederhoor.yaml: concept: {oordelen: {"1.2": voldoet-niet}}
norm: "1.2"
oordeel: voldoet-grotendeels
```

## Goed
```yaml
norm: "1.2"
concept_oordeel: voldoet-niet
oordeel: voldoet-grotendeels
gewijzigd_door: Toezichthouder 1
motivering: De aanbieder stuurde de verslagen na.
```

## Let op
Ook een status telt: van een oordeel naar `niet-van-toepassing` is een wijziging. Staat `concept_oordeel` erbij, dan
kijkt OOR010. Zolang het onderzoek niet definitief is, is dit een let-op. Daarna is het een fout.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.wederhoor import find_verzonden_oordelen, walk_wijzigingen, weigh
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "WHR004",
    "oordeel-anders-dan-concept",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "wederhoor"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every oordeel that differs from the concept that was sent, without who and why."""
    sent = find_verzonden_oordelen(dossier)
    severity = weigh(dossier)
    for wijziging in walk_wijzigingen(dossier):
        item = wijziging.located.value
        # With concept_oordeel it is OOR010 or WHR005 that says it.
        if item.sleutel not in sent or item.concept_oordeel is not None:
            continue
        fields = (("gewijzigd_door", item.gewijzigd_door), ("motivering", item.motivering))
        if missing := [name for name, value in fields if value is None]:
            message = (
                f"norm {item.sleutel} was in het verzonden concept {wijziging.concept} en is nu {wijziging.nu}, "
                f"maar {join_words(missing)} staat er niet bij"
            )
            hulp = f"zet erbij: concept_oordeel: {wijziging.concept}, gewijzigd_door en motivering"
            place = wijziging.located.place.at("oordeel" if item.oordeel else "status")
            yield Violation(message, place, hulp, severity)
