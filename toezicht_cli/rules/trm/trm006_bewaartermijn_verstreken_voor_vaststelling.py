"""
Een onderzoek wordt bewaard tot na het einde ervan

## Waarom
Wie de gegevens weggooit voordat het onderzoek klaar is, kan het oordeel niet meer onderbouwen. De datum bij
`bewaren_tot` is dan verkeerd.

## Fout
```yaml
looptijd: 2026-01-12/2026-05
bewaren_tot: 2026-03
```

## Goed
```yaml
looptijd: 2026-01-12/2026-05
bewaren_tot: 2036-12-31
```

## Let op
De controle rekent geen bewaartermijn uit: die staat in de selectielijst van de organisatie.

## Grondslag
Archiefwet: wat een overheid maakt en ontvangt, blijft bewaard zolang dat is voorgeschreven.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import find_vastgesteld_op
from toezicht_cli.analysis.perioden import einde
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule(
    "TRM006",
    "bewaartermijn-verstreken-voor-vaststelling",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek",),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a bewaren_tot that lies certainly before the vaststelling or the end of the looptijd."""
    vastgesteld_op = find_vastgesteld_op(dossier)
    for located in dossier.walk(Onderzoek):
        bewaren_tot, looptijd = located.value.bewaren_tot, located.value.looptijd
        afloop = einde(looptijd) if looptijd else None
        grenzen = ((vastgesteld_op, "de vaststelling"), (afloop, "het einde van de looptijd"))
        for grens, wat in grenzen:
            if bewaren_tot and grens and grens.is_later_than(bewaren_tot):
                message = f"bewaren_tot ({bewaren_tot.leesbaar}) ligt voor {wat} ({grens.leesbaar})"
                yield Violation(message, located.place.at("bewaren_tot"))
                break
