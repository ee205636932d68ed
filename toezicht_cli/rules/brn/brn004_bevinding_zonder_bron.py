"""
Elke bevinding noemt een bron

## Waarom
Een bevinding is een feit dat iemand zag, las of hoorde. Zonder bron kan niemand nagaan waar het
vandaan komt, ook niet als een andere bevinding bij dezelfde norm wel een bron heeft.

## Fout
```yaml
bevindingen:
  - id: a
    tekst: Elk dossier heeft een plan [@D01].
  - id: b
    tekst: De cliënten kennen hun plan.
```

## Goed
```yaml
bevindingen:
  - id: a
    tekst: Elk dossier heeft een plan [@D01].
  - id: b
    tekst: De cliënten kennen hun plan.
    bronnen: [I01, I02]
```

## Let op
Een norm met een oordeel waarbij geen enkele bevinding een bron noemt, meldt BRN003. Dan zwijgt deze
controle. Ook bij een norm die nog open is en waar nog geen bron staat, zwijgt zij.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding) en 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "zet de nummers achter bronnen, of schrijf [@B01] in de tekst"


@rule("BRN004", "bevinding-zonder-bron", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every bevinding without bron, unless its whole normoordeel has none."""
    for located in dossier.normoordelen:
        normoordeel = located.value
        if not normoordeel.alle_bronnen and normoordeel.status is None:
            continue
        for index, bevinding in enumerate(normoordeel.bevindingen):
            if not bevinding.alle_bronnen:
                message = f"bevinding {bevinding.id} bij norm {normoordeel.sleutel} noemt geen bron"
                yield Violation(message, located.place.at("bevindingen", index, "id"), _HELP)
