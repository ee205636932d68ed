"""
Een aanbieder in een register staat in aanbieders/

## Waarom
Eerdere signalen worden gezocht bij de naam van de aanbieder. Met een tikfout lijkt het alsof er niets eerder was.

## Fout
```yaml
# signalen/2026/S-2026-001.yaml
aanbieder: de-kadde
```

## Goed
```yaml
# signalen/2026/S-2026-001.yaml, met aanbieders/de-kade.yaml
aanbieder: de-kade
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.ingangen import list_ingangen
from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Registeraanbieder
from toezicht_cli.rules.base import rule


@rule("REG002", "aanbieder-onbekend", severity=Severity.ERROR, since="0.1", needs=("aanbieders",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an entry, or an onderzoek, that names an aanbieder without a file."""
    known = {located.value.id for located in dossier.walk(Registeraanbieder)}
    for located in list_ingangen(dossier):
        naam = located.value.aanbieder
        if naam is not None and naam not in known:
            hulp = suggest(naam, known) or "maak hem met: toezicht aanbieder nieuw"
            yield Violation(f"aanbieder {quote(naam)} is er niet", located.place.at("aanbieder"), hulp)
    for onderzoek in dossier.omgeving.onderzoeken:
        naam = onderzoek.value.aanbieder.id
        if naam is not None and naam not in known:
            hulp = suggest(naam, known) or "maak hem met: toezicht aanbieder nieuw"
            message = f"aanbieder {quote(naam)} is er niet"
            yield Violation(message, onderzoek.place.at("aanbieder", "id"), hulp)
