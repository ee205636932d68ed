"""
Elk criterium bij een bevinding hoort bij de norm

## Waarom
Een criterium dat de norm niet heeft, is een tikfout of hoort bij een andere norm.

## Fout
```yaml
norm: "1.2"            # het kader heeft bij 1.2 de criteria a en b
bevindingen:
  - {id: a, tekst: Het gesprek is gevoerd., bronnen: [I01], criteria: [c]}
```

## Goed
```yaml
norm: "1.2"
bevindingen:
  - {id: a, tekst: Het gesprek is gevoerd., bronnen: [I01], criteria: [a]}
```

## Grondslag
Afspraak van dit programma: het kader is de enige lijst van criteria.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.kader import Norm
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.rules.base import rule


@rule("NRM008", "onbekend-criterium", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every criterium that the norm in the kader lacks."""
    for located in dossier.normoordelen:
        norm = dossier.kader.find_norm(located.value.norm)
        if norm is not None:
            yield from _check_norm(located, norm)


def _check_norm(located: Located[Normoordeel], norm: Norm) -> Iterator[Violation]:
    known = [criterium.id for criterium in norm.walk_criteria()]
    for row, bevinding in enumerate(located.value.bevindingen):
        for index, criterium in enumerate(bevinding.criteria):
            if criterium not in known:
                message = f"norm {norm.id} heeft in het kader geen criterium {criterium}"
                place = located.place.at("bevindingen", row, "criteria", index)
                yield Violation(message, place, suggest(criterium, known) or _choices(known))


def _choices(known: list[str]) -> str | None:
    return f"kies uit {', '.join(known)}" if known else None
