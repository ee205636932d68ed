"""
De datum van vaststelling is die van de versie die geldt

## Waarom
De datum staat in het rapport. Zegt `onderzoek.yaml` een andere dag dan de versie die geldt, dan klopt een van
beide niet, en daarmee ook niet wat er voor of na de vaststelling gebeurde.

## Fout
```yaml
# onderzoek.yaml; versie 1 is vastgesteld op 2026-05-18
momenten:
  vastgesteld_op: 2026-05-20
```

## Goed
```yaml
momenten:
  vastgesteld_op: 2026-05-18
```

## Grondslag
Geen wet: het onderzoek en zijn vaststelling moeten hetzelfde zeggen.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.vaststelling import find_geldend
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "VST005",
    "andere-datum-dan-versie",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "vaststelling"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a vastgesteld_op in the onderzoek that the version that counts does not have."""
    geldend = find_geldend(dossier)
    if geldend is None:
        return
    momenten = dossier.onderzoek.momenten
    found = momenten.vastgesteld_op if momenten else None
    if found == geldend.value.vastgesteld_op:
        return
    route = ("momenten", "vastgesteld_op") if found else ("momenten",) if momenten else ("fase",)
    then = geldend.value.vastgesteld_op
    message = f"versie {geldend.value.nummer} is vastgesteld op {then.leesbaar}, en hier staat iets anders"
    yield Violation(message, Place("onderzoek.yaml", route), f"schrijf vastgesteld_op: {then.tekst}")
