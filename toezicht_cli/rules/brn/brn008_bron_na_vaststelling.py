"""
Geen bron is van na de vaststelling van het rapport

## Waarom
Wat na de vaststelling binnenkwam, kan niet in het rapport zijn meegewogen. Staat het er toch als bron,
dan klopt een datum niet of is het rapport daarna veranderd.

## Fout
```yaml
# onderzoek.yaml: vastgesteld_op: 2026-05-11
bronnen:
  - {id: B09, soort: beleidsdocument, titel: Scholingsplan, ontvangen_op: 2026-06-02}
```

## Goed
```yaml
# onderzoek.yaml: vastgesteld_op: 2026-05-11
bronnen:
  - {id: B09, soort: beleidsdocument, titel: Scholingsplan, ontvangen_op: 2026-04-02}
```

## Let op
Bewijs dat later binnenkomt, hoort bij de opvolging van een punt. Noem de bron daar bij `bewijs`: een
bron die alleen daar staat, mag van na de vaststelling zijn.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 en 3:46: een besluit steunt op feiten die toen bekend waren.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import find_later_gebruik, find_opvolgingsbronnen, find_vastgesteld_op
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "verbeter de datum, of noem de bron alleen als bewijs bij de opvolging"


@rule(
    "BRN008",
    "bron-na-vaststelling",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "bevindingen", "cijfers", "uitvraag", "verbeterpunten"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every bron that was certainly used or received after the report was made definitive."""
    vastgesteld_op = find_vastgesteld_op(dossier)
    if vastgesteld_op is None:
        return
    opvolging = find_opvolgingsbronnen(dossier)
    for bron in dossier.bronnen:
        found = find_later_gebruik(bron, vastgesteld_op)
        if found and bron.value.id not in opvolging:
            datum, place = found
            when = f"is van {datum.leesbaar}, na de vaststelling op {vastgesteld_op.leesbaar}"
            yield Violation(f"bron {bron.value.id} {when}", place, _HELP)
