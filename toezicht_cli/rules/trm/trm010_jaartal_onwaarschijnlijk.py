"""
Een bron is niet tientallen jaren ouder dan het onderzoek

## Waarom
Een jaartal als 1925 of 0205 is meestal een tikfout. Geen andere controle ziet dat, want een document mag ouder
zijn dan het onderzoek.

## Fout
```yaml
# onderzoek.yaml: onderzoeksperiode: 2026-02/2026-03
bronnen:
  - {id: B01, soort: beleidsdocument, titel: Klachtenregeling, ontvangen_op: 1926-02-03}
```

## Goed
```yaml
# onderzoek.yaml: onderzoeksperiode: 2026-02/2026-03
bronnen:
  - {id: B01, soort: beleidsdocument, titel: Klachtenregeling, ontvangen_op: 2026-02-03}
```

## Let op
De grens ligt op dertig jaar voor de onderzoeksperiode. Een datum ver in de toekomst vinden andere controles:
BRN007, BRN009 en TRM002. Ligt meer dan de helft van alle datums te ver terug, dan staat waarschijnlijk de
onderzoeksperiode zelf verkeerd. Dan is er één melding, bij de periode.

## Grondslag
Goed gebruik: een datum die niet waarschijnlijk is, wordt nagekeken.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import walk_gebruiksdatums
from toezicht_cli.analysis.perioden import known
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule

_JAREN = 30
_HELP = "ga na of het jaar goed is getypt"


@rule("TRM010", "jaartal-onwaarschijnlijk", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every date of a bron that lies more than thirty years before the onderzoeksperiode."""
    datums = [found for bron in dossier.bronnen for found in _walk_datums(bron)]
    for located in dossier.walk(Onderzoek):
        periode = located.value.onderzoeksperiode
        if periode is None:
            continue
        old = [
            (datum, place)
            for datum, place in datums
            if datum.laatst and periode.vroegst.year - datum.laatst.year > _JAREN
        ]
        if len(old) * 2 > len(datums):
            message = (
                f"de onderzoeksperiode ({periode.leesbaar}) ligt meer dan {_JAREN} jaar na bijna alle bronnen"
            )
            yield Violation(message, located.place.at("onderzoeksperiode"), _HELP)
            continue
        for datum, place in old:
            message = (
                f"{datum.leesbaar} ligt meer dan {_JAREN} jaar voor de onderzoeksperiode ({periode.leesbaar})"
            )
            yield Violation(message, place, _HELP)


def _walk_datums(bron: Located[Bron]) -> Iterator[tuple[Datum, Place]]:
    yield from walk_gebruiksdatums(bron)
    if documentdatum := known(bron.value.documentdatum):
        yield documentdatum, bron.place.at("documentdatum")
