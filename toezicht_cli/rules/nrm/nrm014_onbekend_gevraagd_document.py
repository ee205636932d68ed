"""
Elk gevraagd document staat in het kader bij die norm

## Waarom
Het veld `document` verwijst naar een document dat het kader bij de norm vraagt. Verwijst het nergens naar,
dan is het een tikfout of hoort het bij een andere norm.

## Fout
```yaml
uitvraag:
  - {id: U01, norm: "2.1", document: vgo, omschrijving: De VOG's}
```

## Goed
```yaml
uitvraag:
  - {id: U01, norm: "2.1", document: vog, omschrijving: De VOG's}
```

## Grondslag
Afspraak van dit programma. Wie iets vraagt dat niet in het kader staat, laat `document` weg.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.uitvraag import Verzoek
from toezicht_cli.rules.base import rule


@rule("NRM014", "onbekend-gevraagd-document", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every requested document that the norm in the kader lacks."""
    for located in dossier.walk(Verzoek):
        verzoek = located.value
        norm = dossier.kader.find_norm(verzoek.norm)
        if norm is None or verzoek.document is None:
            continue
        known = [document.id for document in norm.documenten]
        if verzoek.document not in known:
            message = f"het kader vraagt bij norm {norm.id} geen document {verzoek.document}"
            help_text = (
                suggest(verzoek.document, known) or "haal document weg als het kader er niet om vraagt"
            )
            yield Violation(message, located.place.at("document"), help_text)
