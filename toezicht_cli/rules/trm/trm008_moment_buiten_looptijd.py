"""
De momenten tot en met de vaststelling vallen in de looptijd

## Waarom
De looptijd gaat van de eerste handeling tot het einde van het onderzoek. Een aankondiging ervoor of een
vaststelling erna betekent dat een van de datums verkeerd is.

## Fout
```yaml
looptijd: 2026-01-12/2026-05
momenten:
  gestart_op: 2025-02-02
```

## Goed
```yaml
looptijd: 2026-01-12/2026-05
momenten:
  gestart_op: 2026-02-02
```

## Let op
Verzenden, openbaar maken en het verbeterplan komen vaak na het einde van het onderzoek. Die worden niet
vergeleken. Vallen er meer momenten buiten de looptijd, dan is er één melding, bij het eerste.

## Grondslag
Afspraak van dit programma over wat de looptijd betekent.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.momenten import known_momenten
from toezicht_cli.analysis.perioden import is_outside
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule

_NA_HET_EINDE = ("verzonden_op", "openbaar_op", "verbeterplan_ontvangen_op")


@rule("TRM008", "moment-buiten-looptijd", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the moments up to the vaststelling that lie certainly outside the looptijd."""
    for located in dossier.walk(Onderzoek):
        looptijd = located.value.looptijd
        if looptijd is None:
            continue
        outside = [
            naam
            for naam, datum in known_momenten(located.value).items()
            if naam not in _NA_HET_EINDE and is_outside(datum, looptijd)
        ]
        if outside:
            verb = "valt" if len(outside) == 1 else "vallen"
            message = f"{join_words(outside)} {verb} buiten de looptijd ({looptijd.leesbaar})"
            place = located.place.at("momenten", outside[0])
            yield Violation(message, place, "ga na of de datum of de looptijd klopt")
