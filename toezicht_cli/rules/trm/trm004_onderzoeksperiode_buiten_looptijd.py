"""
De onderzoeksperiode valt binnen de looptijd

## Waarom
De looptijd gaat van de eerste handeling tot het einde. De periode waarin is onderzocht, ligt daarbinnen.

## Fout
```yaml
onderzoeksperiode: 2026-02/2026-06
looptijd: 2026-01-12/2026-05
```

## Goed
```yaml
onderzoeksperiode: 2026-02/2026-03
looptijd: 2026-01-12/2026-05
```

## Grondslag
Afspraak van dit programma over wat de twee velden betekenen.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.perioden import ends_after, starts_before
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule

_HELP = "ga na welke van de twee klopt"


@rule("TRM004", "onderzoeksperiode-buiten-looptijd", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an onderzoeksperiode that certainly begins before or ends after the looptijd."""
    for located in dossier.walk(Onderzoek):
        periode, looptijd = located.value.onderzoeksperiode, located.value.looptijd
        if periode is None or looptijd is None:
            continue
        if starts_before(periode, looptijd) or ends_after(periode, looptijd):
            message = f"de onderzoeksperiode ({periode.leesbaar}) valt niet binnen de looptijd ({looptijd.leesbaar})"
            yield Violation(message, located.place.at("onderzoeksperiode"), _HELP)
