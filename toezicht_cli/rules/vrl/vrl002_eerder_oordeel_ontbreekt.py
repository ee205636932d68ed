"""
Wat eerder getoetst is, noemt het oordeel van toen

## Waarom
Een lezer van een hertoets wil per norm zien wat het oordeel toen was. Dat staat onder `eerder`. Alleen een hertoets
heeft zo'n eerder oordeel.

## Fout
```yaml
norm: "1.2"
status: eerder-getoetst
reden: Vorig jaar getoetst.
```

## Goed
```yaml
norm: "1.2"
status: eerder-getoetst
reden: Getoetst in linde-2026, met als uitkomst voldoet.
eerder: {onderzoek: linde-2026, oordeel: voldoet, kader: lindeland@2026}
```

## Let op
In een onderzoek dat geen hertoets is, mag de status `eerder-getoetst` zonder `eerder`. Andersom is `eerder` daar
een let-op: vul dan `hertoets_van` in.

## Grondslag
Afspraak van dit programma: toen en nu staan naast elkaar.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.hertoets import EERDER_GETOETST
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("VRL002", "eerder-oordeel-ontbreekt", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a norm of a hertoets without the oordeel of then, and one of then outside a hertoets."""
    is_hertoets = dossier.onderzoek.hertoets_van is not None
    for located in dossier.normoordelen:
        item = located.value
        if is_hertoets and item.status == EERDER_GETOETST and not (item.eerder and item.eerder.oordeel):
            message = f"norm {item.sleutel} is eerder getoetst, maar het oordeel van toen staat er niet"
            hulp = "vul onder eerder in: onderzoek, oordeel en kader"
            yield Violation(message, located.place.at("status"), hulp)
        elif item.eerder and not is_hertoets:
            message = f"norm {item.sleutel} heeft een eerder oordeel, maar dit onderzoek is geen hertoets"
            yield Violation(message, located.place.at("eerder"), "vul hertoets_van in, of haal eerder weg")
