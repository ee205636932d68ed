"""
De laatste dag in de brief is de dag die de termijn geeft

## Waarom
In de brief bij het concept staat tot en met welke dag de aanbieder kan reageren. Rekent iemand die dag met de hand
uit, dan gaat het mis bij feestdagen. Krijgt de aanbieder minder dagen dan is afgesproken, dan kan hij daarover
klagen.

## Fout
```yaml
# concept verzonden op 6 mei 2026; de termijn is 10 werkdagen
uiterlijk: 2026-05-20
```

## Goed
```yaml
# concept verzonden op 6 mei 2026; 14 en 15 mei tellen niet mee
uiterlijk: 2026-05-22
```

## Let op
De controle kijkt naar de termijn in `toezicht.yaml` met `klaar_met: reactie_ontvangen_op`. Is die er niet, of is de
dag van verzenden niet bekend, dan valt er niets te vergelijken. Kreeg de aanbieder met opzet meer tijd, noteer dat
dan bij `uitstel`, met de reden, en laat `uiterlijk` de dag zijn die de termijn geeft.

## Grondslag
De termijn in `toezicht.yaml`, met de bron die daarbij staat.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.termijnen import find_reactietermijn
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Wederhoor
from toezicht_cli.rules.base import rule

_HELP = "ga na welke dag in de brief staat; noteer extra tijd bij uitstel"


@rule(
    "TRM011",
    "brief-anders-dan-termijn",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "omgeving"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a last day in the letter that is not the one that the term gives."""
    for located in dossier.walk(Wederhoor):
        uiterlijk = located.value.uiterlijk
        berekend = find_reactietermijn(dossier) if uiterlijk else None
        if uiterlijk and berekend and uiterlijk.vroegst != berekend.einde:
            message = (
                f"in de brief staat {uiterlijk.leesbaar}, "
                f"de termijn geeft {in_words(berekend.einde)} ({berekend.uitleg})"
            )
            yield Violation(message, located.place.at("uiterlijk"), _HELP)
