"""
Een verbeterpunt zegt wat er moet gebeuren

## Waarom
De aanbieder moet weten wat hij gaat doen, en later moet te zien zijn of het is gelukt. "Meer aandacht voor
risico's" is geen opdracht. "Verbeter de rapportage" is dat wel, maar zegt niet wanneer het goed is.

## Fout
```yaml
verbeterpunten:
  - {id: V01, norm: "1.2", soort: verbeterpunt, tekst: Meer aandacht voor risico's., uiterlijk: 2026-09-01}
  - {id: V02, norm: "1.2", soort: verbeterpunt, tekst: Verbeter de rapportage., uiterlijk: 2026-09-01}
```

## Goed
```yaml
verbeterpunten:
  - {id: V01, norm: "1.2", soort: verbeterpunt, tekst: Zet in elk plan welke risico's er zijn., uiterlijk: 2026-09-01}
  - {id: V02, norm: "1.2", soort: verbeterpunt, tekst: Rapporteer bij elk doel uit het plan., uiterlijk: 2026-09-01}
```

## Let op
Het programma begrijpt de tekst niet. Het meldt een punt zonder werkwoord alleen als geen enkel woord een
werkwoord kan zijn. Een punt zonder resultaat meldt het alleen als het hele punt niet meer zegt dan "Verbeter …",
"Besteed aandacht aan …" of "Let op …".

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: wie iets vraagt, zegt duidelijk wat en waarom. Dat dit een werkwoord en een
resultaat is, is een afspraak van dit programma.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.puntzinnen import has_werkwoord, is_vaag
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "begin met wat de aanbieder doet, zoals: Zet in elk plan welke risico's er zijn"


@rule("TAA003", "punt-zegt-niet-wat", severity=Severity.INFO, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every point without a verb, and those that name no result."""
    for located in dossier.verbeterpunten:
        punt = located.value
        if not has_werkwoord(punt.tekst):
            message = f"punt {punt.id} heeft geen werkwoord: wat er moet gebeuren, staat er niet"
        elif is_vaag(punt.tekst):
            message = f"punt {punt.id} zegt niet wanneer het klaar is"
        else:
            continue
        yield Violation(message, located.place.at("tekst"), _HELP)
