"""
Vraagt een oordeel een punt, dan staat dat punt er

## Waarom
Wie oordeelt dat iets beter moet, zegt ook wat. Zonder punt weet de aanbieder niet wat er moet gebeuren en
kan niemand het opvolgen. Vanaf het conceptrapport is dit een fout, daarvoor een let-op.

## Fout
```yaml
# bevindingen/2.1.yaml; in verbeterpunten.yaml staat niets bij norm 2.1
norm: "2.1"
oordeel: voldoet-niet
```

## Goed
```yaml
# verbeterpunten.yaml
verbeterpunten:
  - id: A01
    norm: "2.1"
    soort: vereiste-aanpassing
    tekst: Zorg dat iedere medewerker een VOG heeft.
    uiterlijk: 2026-06-01
```

## Grondslag
Afspraak van dit programma. Welk soort punt een oordeel vraagt, staat in de schaal van het kader.

## Let op
Staat er bij de norm wel een punt maar van het andere soort, dan meldt OOR003 dat.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.oordeelpunten import find_oordelen_zonder_punt
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "OOR002",
    "categorie-zonder-punt",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "kader", "verbeterpunten"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every oordeel of which the norm lacks the soort of point that it asks."""
    severity = Severity.ERROR if dossier.onderzoek.is_vanaf_concept else Severity.WARNING
    for located, soort in find_oordelen_zonder_punt(dossier):
        item = located.value
        message = f"oordeel {item.oordeel} vraagt een {soort} bij norm {item.sleutel}, en die is er niet"
        yield Violation(message, located.place.at("oordeel"), "zet het punt in verbeterpunten.yaml", severity)
