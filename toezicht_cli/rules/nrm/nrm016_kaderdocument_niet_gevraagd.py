"""
Wat het kader bij een getoetste norm vraagt, is ook gevraagd

## Waarom
Het kader noemt bij sommige normen documenten. Is er een lijst van gevraagde documenten, dan valt op wat
er niet op staat. Dat kan een keuze zijn.

## Fout
```yaml
# het kader vraagt bij norm 2.1 de VOG's
uitvraag:
  - {id: U01, norm: "1.1", omschrijving: Werkwijze plannen}
```

## Goed
```yaml
uitvraag:
  - {id: U01, norm: "1.1", omschrijving: Werkwijze plannen}
  - {id: U02, norm: "2.1", document: vog, omschrijving: De VOG's van medewerkers}
```

## Grondslag
Goed gebruik: het kader noemt waar naar gevraagd wordt.

## Let op
Alleen een norm met een oordeel telt. Is er bij een norm iets gevraagd zonder te zeggen welk document van
het kader het is, dan zwijgt het programma over die norm.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.uitvragen import find_niet_gevraagde_documenten
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.uitvraag import Uitvraag
from toezicht_cli.rules.base import rule


@rule(
    "NRM016",
    "kaderdocument-niet-gevraagd",
    severity=Severity.INFO,
    since="0.1",
    needs=("kader", "bevindingen", "uitvraag"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report in one finding which documents of the kader no request asks for."""
    for uitvraag in dossier.walk(Uitvraag):
        missing = find_niet_gevraagde_documenten(dossier)
        if uitvraag.value.uitvraag and missing:
            names = join_words([f"{document} (norm {norm})" for norm, document in missing])
            message = f"het kader vraagt ook {names}, maar dat staat niet in de uitvraag"
            yield Violation(message, uitvraag.place.at_key("uitvraag"))
