"""
Een stap staat op een trede van de interventieladder

## Waarom
Een organisatie legt in `toezicht.yaml` vast welke stappen zij heeft, waar elke stap op rust en wie erover besluit. Een
trede die daar niet bij staat, is een verschrijving, of een stap waarvoor niets is afgesproken.

## Fout
```yaml
stappen:
  - {datum: 2026-07-06, trede: plan-aanpak, maatregel: Plan van aanpak, besloten_door: Toezichthouder 1}
```

## Goed
```yaml
stappen:
  - {datum: 2026-07-06, trede: plan-van-aanpak, maatregel: Plan van aanpak, besloten_door: Toezichthouder 1}
```

## Let op
Zonder interventieladder in `toezicht.yaml` zwijgt deze controle. Ook twee treden met dezelfde naam zijn een fout.

## Grondslag
De interventieladder van de organisatie zelf.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Stap
from toezicht_cli.rules.base import rule


@rule("VRL004", "trede-onbekend", severity=Severity.ERROR, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every stap on a trede that the organisation does not have, or has twice."""
    werkmap = dossier.omgeving.werkmap
    if werkmap is None or not werkmap.interventieladder:
        return
    names = [trede.id for trede in werkmap.interventieladder]
    for located in dossier.walk(Stap):
        trede = located.value.trede
        if trede is None:
            continue
        place = located.place.at("trede")
        if trede not in names:
            hulp = suggest(trede, names) or f"deze zijn er: {', '.join(names)}"
            yield Violation(f"trede {quote(trede)} staat niet in toezicht.yaml", place, hulp)
        elif names.count(trede) > 1:
            message = f"trede {quote(trede)} staat meer dan eens in toezicht.yaml"
            yield Violation(message, place, "geef elke trede een eigen naam")
