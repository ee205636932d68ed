"""
Het rapport wordt niet vastgesteld voordat de tijd om te reageren om is

## Waarom
De aanbieder kreeg tot een dag de tijd om op het concept te reageren. Wie eerder vaststelt, heeft niet naar hem
geluisterd. Is de reactie er al, of schreef de aanbieder dat hij niet reageert, dan hoeft niemand te wachten.

## Fout
```yaml
# onderzoek.yaml: momenten: {concept_verzonden_op: 2026-04-20, vastgesteld_op: 2026-04-28}
uiterlijk: 2026-05-04
```

## Goed
```yaml
# onderzoek.yaml: momenten: {concept_verzonden_op: 2026-04-20, vastgesteld_op: 2026-04-28}
uiterlijk: 2026-05-04
afstand: {datum: 2026-04-24, stuk: brief van de aanbieder van 24 april 2026}
```

## Let op
Staat er geen `uiterlijk` in `wederhoor.yaml`, dan telt de termijn uit `toezicht.yaml`.
Met uitstel telt de dag van het uitstel. Op de laatste dag zelf mag de aanbieder nog reageren; vaststellen kan vanaf
de dag erna.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding). De termijn zelf is een afspraak van de organisatie.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import find_vastgesteld_op
from toezicht_cli.analysis.wederhoor import is_gereageerd
from toezicht_cli.analysis.wederhooroverzicht import find_laatste
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "wacht, of noteer de reactie (reactie_ontvangen_op) of het bericht dat die niet komt (afstand)"


@rule(
    "WHR006",
    "vastgesteld-voor-einde-termijn",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "wederhoor", "omgeving"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a vaststelling that is certainly not after the last day to react, with no reaction in."""
    laatste, _ = find_laatste(dossier)
    vastgesteld = find_vastgesteld_op(dossier)
    if laatste is None or vastgesteld is None or is_gereageerd(dossier, vastgesteld):
        return
    if vastgesteld.laatst is not None and vastgesteld.laatst <= laatste.vroegst:
        message = (
            f"het rapport is vastgesteld op {vastgesteld.leesbaar}, "
            f"maar de aanbieder mocht tot en met {laatste.leesbaar} reageren"
        )
        yield Violation(message, Place("onderzoek.yaml").at("momenten", "vastgesteld_op"), _HELP)
