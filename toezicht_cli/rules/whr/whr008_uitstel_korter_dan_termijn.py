"""
Uitstel geeft de aanbieder meer tijd, niet minder

## Waarom
De laatste dag met uitstel ligt na de laatste dag die in de brief stond. Anders is een van de twee verkeerd
ingevuld, en rekent het programma met de verkeerde dag.

## Fout
```yaml
uiterlijk: 2026-05-04
uitstel: {tot: 2026-04-11, reden: De bestuurder was ziek.}
```

## Goed
```yaml
uiterlijk: 2026-05-04
uitstel: {tot: 2026-05-11, reden: De bestuurder was ziek.}
```

## Grondslag
Afspraak van dit programma over wat de twee velden betekenen.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Wederhoor
from toezicht_cli.rules.base import rule


@rule("WHR008", "uitstel-korter-dan-termijn", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report uitstel that ends before the term itself did."""
    for located in dossier.walk(Wederhoor):
        uiterlijk, uitstel = located.value.uiterlijk, located.value.uitstel
        if uiterlijk and uitstel and uiterlijk.is_later_than(uitstel.tot):
            message = (
                f"het uitstel loopt tot {uitstel.tot.leesbaar}, "
                f"maar de aanbieder had al tot {uiterlijk.leesbaar} de tijd"
            )
            yield Violation(
                message, located.place.at("uitstel", "tot"), "ga na welke van de twee dagen klopt"
            )
