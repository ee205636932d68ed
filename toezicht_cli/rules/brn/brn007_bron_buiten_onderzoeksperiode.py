"""
Een bron hoort niet bij de tijd na de onderzoeksperiode

## Waarom
De onderzoeksperiode zegt waar het oordeel over gaat. Een stuk dat later binnenkwam, kan over een andere
situatie gaan. De lezer moet dan kunnen zien waarom het meetelt.

## Fout
```yaml
# onderzoek.yaml: onderzoeksperiode: 2026-02/2026-03
bronnen:
  - {id: B09, soort: beleidsdocument, titel: Scholingsplan, ontvangen_op: 2026-04-20}
  - {id: O01, soort: overig, titel: Meldingen, ontvangen_op: 2025-07/2026-05, frequentie: wekelijks}
```

## Goed
```yaml
# onderzoek.yaml: onderzoeksperiode: 2026-02/2026-03
bronnen:
  - {id: B09, soort: beleidsdocument, titel: Scholingsplan, ontvangen_op: 2026-03-20}
  - {id: O01, soort: overig, titel: Meldingen, ontvangen_op: 2025-07/2026-03, frequentie: wekelijks}
```

## Let op
Het gaat om wanneer er is gesproken, gekeken of gelezen (`datum`, `data`) en wanneer een stuk binnenkwam
(`ontvangen_op`). Een stuk van vóór de periode is gewoon en wordt niet gemeld. Wat niet zeker is ook niet:
een maand waar de periode midden in eindigt, kan er nog binnen vallen.

Een bron die alleen bewijs is bij de opvolging van een punt, mag later zijn. Een bron van na de
vaststelling meldt BRN008.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding) en 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import (
    find_later_gebruik,
    find_opvolgingsbronnen,
    find_vastgesteld_op,
    walk_gebruiksdatums,
)
from toezicht_cli.analysis.perioden import einde, ends_after
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.rules.base import rule

_HELP = "ga na of de bron bij dit onderzoek hoort, of pas de onderzoeksperiode aan"


@rule(
    "BRN007",
    "bron-buiten-onderzoeksperiode",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "bevindingen", "cijfers", "uitvraag", "verbeterpunten"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every bron that is from after the onderzoeksperiode, or runs past its end."""
    periode = dossier.onderzoek.onderzoeksperiode
    if periode is None:
        return
    later_expected = find_opvolgingsbronnen(dossier)
    vastgesteld_op = find_vastgesteld_op(dossier)
    for bron in dossier.bronnen:
        if bron.value.id not in later_expected and not find_later_gebruik(bron, vastgesteld_op):
            yield from _compare(bron, periode)


def _compare(bron: Located[Bron], periode: Datum) -> Iterator[Violation]:
    for datum, place in walk_gebruiksdatums(bron):
        if not ends_after(datum, periode):
            continue
        laatste = einde(datum)
        if datum.is_later_than(periode):
            what = f"is van {datum.leesbaar}, na de onderzoeksperiode"
        elif laatste is None:
            what = "heeft geen einde en loopt door na de onderzoeksperiode"
        else:
            what = f"loopt tot en met {laatste.leesbaar}, langer dan de onderzoeksperiode"
        yield Violation(f"bron {bron.value.id} {what} ({periode.leesbaar})", place, _HELP)
        return
