"""
Een reden gaat over de norm waar zij bij staat

## Waarom
Een reden wordt snel gekopieerd van een andere norm. Gaat die norm over iets anders, dan past de reden
misschien maar bij één van de twee.

## Fout
```yaml
# bevindingen/2.3.yaml, over gebouwen voor dagbesteding; bij 2.2 over wonen staat dezelfde zin
norm: "2.3"
status: niet-getoetst
reden: Er wonen geen cliënten op een locatie.
```

## Goed
```yaml
norm: "2.3"
status: niet-getoetst
reden: De aanbieder biedt geen dagbesteding en heeft geen gebouw voor cliënten.
```

## Grondslag
Goed gebruik: een reden per norm. Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).

## Let op
Het programma zwijgt als de normen voor precies dezelfde voorzieningen gelden, als het om alle normen van
een thema gaat, en als meer dan drie normen de reden delen: dan is het een keuze en geen vergissing.
Dezelfde norm bij een andere vestiging telt niet mee. Alleen de statussen niet-getoetst en
niet-van-toepassing doen mee. Een reden met alleen of uitsluitend, bij normen die niet gaan over wat de
aanbieder biedt, telt ook niet mee. Past de reden bij beide normen, dan is er niets aan de hand.
"""

import re
from collections.abc import Iterator

from toezicht_cli.analysis.normen import is_van_toepassing
from toezicht_cli.analysis.teksten import normalize
from toezicht_cli.analysis.zinnen import norm_reeks
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.rules.base import rule

_STATUSSEN = ("niet-getoetst", "niet-van-toepassing")
_MAX_OVERGENOMEN = 3
_ALLEEN = re.compile(r"\b(?:alleen|uitsluitend|enkel|slechts)\b", re.IGNORECASE)


@rule(
    "NRM006",
    "reden-overgenomen",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report once per reden that two or three different normen share."""
    kader = dossier.kader
    for group in _group_by_reden(dossier).values():
        normen = tuple(dict.fromkeys(located.value.norm for located in group))
        if 1 < len(normen) <= _MAX_OVERGENOMEN and not (
            _belong_together(normen, kader) or _is_about_aanbod(group, normen, dossier)
        ):
            last = next(located for located in group if located.value.norm == normen[-1])
            others = norm_reeks(normen[:-1], kader)
            message = f"de reden bij norm {normen[-1]} staat woord voor woord ook bij {others}"
            yield Violation(message, last.place.at("reden"), "ga na of de reden ook bij deze norm past")


def _group_by_reden(dossier: Dossier) -> dict[str, list[Located[Normoordeel]]]:
    order = {norm.id: index for index, norm in enumerate(dossier.kader.normen)}
    groups: dict[str, list[Located[Normoordeel]]] = {}
    known = [located for located in dossier.normoordelen if located.value.norm in order]
    for located in sorted(known, key=lambda found: order[found.value.norm]):
        if located.value.reden and located.value.status in _STATUSSEN:
            groups.setdefault(normalize(located.value.reden), []).append(located)
    return groups


def _belong_together(normen: tuple[str, ...], kader: Toetsingskader) -> bool:
    """Whether one reden can hold for all: the same voorzieningen, or all the normen of one thema."""
    found = [norm for norm in kader.normen if norm.id in normen]
    voorzieningen = {frozenset(normalize(item) for item in norm.van_toepassing_op) for norm in found}
    if len(voorzieningen) == 1 and voorzieningen != {frozenset()}:
        return True
    return any({norm.id for norm in thema.normen} == set(normen) for thema in kader.themas)


def _is_about_aanbod(group: list[Located[Normoordeel]], normen: tuple[str, ...], dossier: Dossier) -> bool:
    """Whether the reden says what the aanbieder does offer, and none of these normen is about that.

    "Alleen begeleiding thuis" holds for every norm about wonen and dagbesteding.
    """
    voorzieningen = dossier.onderzoek.reikwijdte.voorzieningen if dossier.onderzoek.reikwijdte else ()
    found = [norm for norm in dossier.kader.normen if norm.id in normen]
    return bool(
        voorzieningen
        and _ALLEEN.search(group[0].value.reden or "")
        and not any(is_van_toepassing(norm, voorzieningen) for norm in found)
    )
