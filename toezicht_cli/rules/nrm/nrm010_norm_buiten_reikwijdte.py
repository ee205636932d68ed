"""
Een norm die niet onderzocht is, heeft geen oordeel

## Waarom
In onderzoek.yaml staat bij `niet_onderzocht` wat er niet onderzocht is en welke normen daardoor buiten de
reikwijdte vallen. Een oordeel op zo'n norm spreekt dat tegen.

## Fout
```yaml
# onderzoek.yaml
reikwijdte:
  niet_onderzocht:
    - {wat: beschermd wonen, normen: ["2.10"]}
# bevindingen/2.10.yaml
norm: "2.10"
oordeel: voldoet
```

## Goed
```yaml
# bevindingen/2.10.yaml
norm: "2.10"
status: buiten-reikwijdte
reden: Beschermd wonen is niet onderzocht.
```

## Grondslag
Goed gebruik: een onderzoek zegt open wat het niet onderzocht, en houdt zich daaraan.

## Let op
Met een kader per locatie is er pas een melding als de norm op alle vestigingen een oordeel heeft: het
kan zijn dat hij op één vestiging niet onderzocht is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.normen import group_normoordelen, walk_niet_onderzochte_normen
from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "NRM010",
    "norm-buiten-reikwijdte",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an unknown norm under niet_onderzocht, and a known one that has only oordelen."""
    known = tuple(norm.id for norm in dossier.kader.normen)
    groups = group_normoordelen(dossier)
    for verwijzing in walk_niet_onderzochte_normen(dossier):
        found = groups.get(verwijzing.norm, ())
        if verwijzing.norm not in known:
            message = f"norm {quote(verwijzing.norm)} staat niet in kader {dossier.kader.verwijzing}"
            yield Violation(message, verwijzing.place, suggest(verwijzing.norm, known))
        elif found and all(located.value.is_beoordeeld for located in found):
            message = f"norm {verwijzing.norm} staat bij niet_onderzocht, maar heeft een oordeel"
            help_text = f"haal de norm hier weg, of geef hem in {found[0].place.file} een status"
            yield Violation(message, verwijzing.place, help_text)
