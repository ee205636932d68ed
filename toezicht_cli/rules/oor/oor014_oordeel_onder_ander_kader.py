"""
Een oordeel onder een andere editie van het kader is opnieuw bekeken

## Waarom
Een nieuwe editie van een kader kan een norm anders vragen. Een oordeel dat onder de oude editie is gegeven, hoeft onder
de nieuwe niet te kloppen. Iemand moet het heroverwegen.

## Fout
```yaml
# onderzoek.yaml: kader: lindeland@2026
norm: "1.2"
oordeel: voldoet
kader: lindeland@2025
```

## Goed
```yaml
# onderzoek.yaml: kader: lindeland@2026
norm: "1.2"
oordeel: voldoet
```

## Let op
Heb je het oordeel heroverwogen, haal dan `kader` weg bij de norm. Is het hele onderzoek na het concept of na een
vaststelling naar een ander kader gegaan, dan staat de melding één keer, bij `kader` in `onderzoek.yaml`.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: een oordeel rust op een motivering die klopt.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("OOR014", "oordeel-onder-ander-kader", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report oordelen that were given under another kader than the onderzoek names now."""
    kader = dossier.onderzoek.kader
    for located in dossier.normoordelen:
        item = located.value
        if item.oordeel and item.kader and item.kader != kader:
            message = f"het oordeel op norm {item.sleutel} is gegeven onder {item.kader}, en nu geldt {kader}"
            yield Violation(
                message, located.place.at("kader"), "heroverweeg het oordeel, en haal kader dan weg"
            )
    eerder = _find_eerder_kader(dossier)
    for onderzoek in dossier.walk(Onderzoek):
        if eerder and eerder[0] != kader and any(item.value.oordeel for item in dossier.normoordelen):
            message = f"{eerder[1]} toetste aan {eerder[0]}, en nu geldt {kader}"
            yield Violation(
                message, onderzoek.place.at("kader"), "heroverweeg de oordelen onder het nieuwe kader"
            )


def _find_eerder_kader(dossier: Dossier) -> tuple[str, str] | None:
    """Return the kader of the version that counts, else of the concept, and what it was the kader of."""
    geldend = [versie for versie in dossier.vaststelling.versies if versie.status == "geldend"]
    if geldend:
        return geldend[-1].kader, f"versie {geldend[-1].nummer}"
    concept = dossier.wederhoor.concept
    return (concept.kader, "het concept") if concept else None
