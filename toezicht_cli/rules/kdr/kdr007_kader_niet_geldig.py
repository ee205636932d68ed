"""
Het kader gold in de periode van het onderzoek

## Waarom
Een aanbieder mag verwachten dat hij getoetst wordt aan de normen die golden. Ligt de hele periode van het
onderzoek voor het begin of na het einde van het kader, dan is misschien een verkeerde versie gekozen.

## Fout
```yaml
# het kader geldt vanaf 2025-01-06
onderzoeksperiode: 2024-03/2024-05
```

## Goed
```yaml
# het kader geldt vanaf 2025-01-06
onderzoeksperiode: 2025-03/2025-05
```

## Grondslag
Rechtszekerheid, een algemeen beginsel van behoorlijk bestuur: men wordt getoetst aan de regels die golden.

## Let op
Dit is een punt om na te gaan: een toezichthouder kan met goede redenen een ouder kader gebruiken. De
controle zwijgt als een datum niet vermeld is, en zolang de periode deels binnen de geldigheid valt. Werkt
een kader terug (`terugwerkend_tot`), dan telt die datum als begin.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("KDR007", "kader-niet-geldig", severity=Severity.WARNING, since="0.1", needs=("onderzoek", "kader"))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an onderzoek that lies entirely outside the time in which its kader holds."""
    for located in dossier.walk(Onderzoek):
        periode = located.value.onderzoeksperiode or located.value.looptijd
        begin = dossier.kader.terugwerkend_tot or dossier.kader.geldig_vanaf
        einde = dossier.kader.geldig_tot
        if periode is None:
            continue
        place = located.place.at("kader")
        hulp = "kijk of dit de goede versie van het kader is"
        if isinstance(begin, Datum) and begin.is_later_than(periode):
            message = (
                f"het onderzoek ({periode.leesbaar}) ligt voor het begin van het kader ({begin.leesbaar})"
            )
            yield Violation(message, place, hulp)
        elif einde is not None and periode.is_later_than(einde):
            message = f"het onderzoek ({periode.leesbaar}) ligt na het einde van het kader ({einde.leesbaar})"
            yield Violation(message, place, hulp)
