"""
Een document is niet jonger dan de dag waarop het binnenkwam

## Waarom
Een document dat nog niet bestond, kan niet zijn ontvangen. Eén van de twee datums klopt dan niet, of er
kwam later een andere versie.

## Fout
```yaml
bronnen:
  - {id: B01, soort: beleidsdocument, titel: Klachtenregeling, ontvangen_op: 2026-02-03, documentdatum: 2026-03-01}
```

## Goed
```yaml
bronnen:
  - {id: B01, soort: beleidsdocument, titel: Klachtenregeling, ontvangen_op: 2026-03-03, documentdatum: 2026-03-01}
```

## Let op
Noemt het document zijn datum niet zelf en is die afgeleid (`documentdatum_uit`), dan is het een let-op.
Een presentatie met "maart" in de titel kan best in januari zijn gestuurd.

Er komt alleen een melding als het zeker is. Een document van `2026-02` dat op 3 februari binnenkwam, is
in orde.

## Grondslag
Goed gebruik: de gegevens van een bron kloppen met elkaar.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.perioden import known
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "ga na welke datum klopt, en of dit de versie is die binnenkwam"


@rule("BRN009", "document-later-dan-ontvangst", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every bron whose own date is certainly later than its receipt."""
    for located in dossier.bronnen:
        bron = located.value
        document, ontvangst = known(bron.documentdatum), known(bron.ontvangen_op)
        if document is None or ontvangst is None or not document.is_later_than(ontvangst):
            continue
        afgeleid = f" (afgeleid uit: {bron.documentdatum_uit})" if bron.documentdatum_uit else ""
        ontvangen = f"later dan de ontvangst ({ontvangst.leesbaar})"
        message = f"bron {bron.id} is van {document.leesbaar}{afgeleid}, {ontvangen}"
        severity = Severity.WARNING if bron.documentdatum_uit else None
        yield Violation(message, located.place.at("documentdatum"), _HELP, severity)
