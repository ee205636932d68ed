"""
Een stap of opmerking gaat over een norm van het kader

## Waarom
Een stap van handhaving en een opmerking van een collega horen bij een norm. Bestaat die norm niet, dan is niet te
vinden waar het over gaat.

## Fout
```yaml
opmerkingen:
  - {datum: 2026-05-06, door: Toezichthouder 2, norm: "9.9", opmerking: Waar blijkt dit uit?}
```

## Goed
```yaml
opmerkingen:
  - {datum: 2026-05-06, door: Toezichthouder 2, norm: "1.2", opmerking: Waar blijkt dit uit?}
```

## Grondslag
Het toetsingskader van het onderzoek.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.verloop import Stap, Toetsopmerking
from toezicht_cli.rules.base import rule


@rule("VRL008", "onbekende-norm-in-verloop", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every norm in handhaving or collegiale toets that the kader does not have."""
    known = [norm.id for norm in dossier.kader.normen]
    found: list[Located[Stap] | Located[Toetsopmerking]] = [
        *dossier.walk(Stap),
        *dossier.walk(Toetsopmerking),
    ]
    for located in found:
        norm = located.value.norm
        if norm is not None and norm not in known:
            message = f"norm {quote(norm)} staat niet in het kader"
            yield Violation(message, located.place.at("norm"), suggest(norm, known))
