"""
Cijfers over hetzelfde gaan over hetzelfde moment

## Waarom
Als het rapport een aantal op de ene plek aan juni 2024 hangt en op de andere aan januari 2025, klopt
een van de twee momenten misschien niet. Ook als het aantal zelf gelijk is.

## Fout
```yaml
cijfers:
  clienten_in_hoofdstuk_2: {waarde: 110, peildatum: 2024-06, bronnen: [O01]}
  clienten_bij_norm_3_2: {waarde: 110, peildatum: 2025-01, bronnen: [O01]}
gelijkheden:
  - {cijfers: [clienten_in_hoofdstuk_2, clienten_bij_norm_3_2], grootheid: het aantal cliënten bij het begin}
```

## Goed
```yaml
cijfers:
  clienten_in_hoofdstuk_2: {waarde: 110, peildatum: 2024-06, bronnen: [O01]}
  clienten_bij_norm_3_2: {waarde: 110, peildatum: 2024-06, bronnen: [O01]}
gelijkheden:
  - {cijfers: [clienten_in_hoofdstuk_2, clienten_bij_norm_3_2], grootheid: het aantal cliënten bij het begin}
```

## Let op
Alleen momenten die zeker verschillen tellen: 2024 en juni 2024 kunnen hetzelfde moment zijn. Een cijfer
zonder peildatum doet niet mee.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: een oordeel rust op een motivering die niet met zichzelf in
strijd is.
"""

from collections.abc import Iterator
from itertools import combinations

from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.cijfer import Gelijkheid
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "ga na over welk moment het getal gaat, of leg in het rapport uit hoe het zit"


@rule("CYF010", "peildatum-verschilt", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every gelijkheid of which two figures certainly speak of another moment."""
    cijfers = dossier.cijfers.cijfers
    for gelijkheid in dossier.walk(Gelijkheid):
        peildatums = {
            naam: datum
            for naam in gelijkheid.value.cijfers
            if naam in cijfers and (datum := cijfers[naam].peildatum) is not None
        }
        pairs = combinations(peildatums.values(), 2)
        if any(one.is_later_than(two) or two.is_later_than(one) for one, two in pairs):
            momenten = [f"{naam} is van {datum.leesbaar}" for naam, datum in peildatums.items()]
            message = (
                f"{quote(gelijkheid.value.grootheid)} hangt aan meer dan één moment: {join_words(momenten)}"
            )
            yield Violation(message, gelijkheid.place.at("cijfers"), _HELP)
