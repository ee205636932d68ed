"""
De status van de openbaarmaking past bij de dag van openbaarmaking

## Waarom
De openbaarmaking loopt naast de fasen. Overzichten tellen welke rapporten openbaar zijn, sinds wanneer, en welke
niet. Dat kan alleen als de status en de dag hetzelfde zeggen.

## Fout
```yaml
momenten:
  openbaar_op: 2026-06-01
openbaarmaking:
  status: voorgenomen
```

## Goed
```yaml
momenten:
  openbaar_op: 2026-06-01
openbaarmaking:
  status: openbaar
```

## Let op
Weet niemand meer wanneer het rapport openbaar werd, schrijf dan `openbaar_op: niet-vermeld`. Een dag waarop het
rapport nog openbaar moet worden, hoort niet bij `openbaar_op`: daar staat wat gebeurd is.

## Grondslag
Afspraak van dit programma over wat de twee velden betekenen.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.momenten import is_stated, known_momenten
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule

_MOMENT = "openbaar_op"


@rule("TRM013", "openbaarmaking-past-niet-bij-moment", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a status that says openbaar without a day, or something else with one."""
    for located in dossier.walk(Onderzoek):
        onderzoek = located.value
        if onderzoek.openbaarmaking is None:
            continue
        status = onderzoek.openbaarmaking.status
        place = located.place.at("openbaarmaking", "status")
        datum = known_momenten(onderzoek).get(_MOMENT)
        if status == "openbaar" and not is_stated(onderzoek, _MOMENT):
            hulp = f"vul {_MOMENT} in onder momenten, of niet-vermeld als niemand het weet"
            yield Violation(f"de status is openbaar, maar {_MOMENT} is niet ingevuld", place, hulp)
        if status != "openbaar" and datum:
            message = f"de status is {status}, maar het rapport is openbaar gemaakt ({datum.leesbaar})"
            yield Violation(message, place, f"zet de status op openbaar, of haal {_MOMENT} weg")
