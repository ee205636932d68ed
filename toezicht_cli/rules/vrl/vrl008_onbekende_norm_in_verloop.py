"""
Een stap van handhaving gaat over een norm van het kader

## Waarom
Een stap van handhaving hoort bij een norm. Bestaat die norm niet, dan is niet te vinden waar de stap over gaat.

## Fout
```yaml
stappen:
  - {datum: 2026-07-01, norm: "9.9", maatregel: Plan van aanpak, besloten_door: Toezichthouder 1}
```

## Goed
```yaml
stappen:
  - {datum: 2026-07-01, norm: "1.2", maatregel: Plan van aanpak, besloten_door: Toezichthouder 1}
```

## Let op
Een onbekende norm in een andere lijst, zoals de collegiale toets, hoort bij NRM002.

## Grondslag
Het toetsingskader van het onderzoek.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Stap
from toezicht_cli.rules.base import rule


@rule("VRL008", "onbekende-norm-in-verloop", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every norm in handhaving that the kader does not have."""
    known = [norm.id for norm in dossier.kader.normen]
    for located in dossier.walk(Stap):
        norm = located.value.norm
        if norm is not None and norm not in known:
            message = f"norm {quote(norm)} staat niet in het kader"
            yield Violation(message, located.place.at("norm"), suggest(norm, known))
