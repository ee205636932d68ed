"""
Een norm met een oordeel staat in het rapport

## Waarom
Een norm die later een oordeel kreeg, is in een rapport van eerder niet te vinden. De aanbieder weet dan niet dat
er over geoordeeld is.

## Fout
```yaml
# norm 2.1 heeft een oordeel; het rapport heeft een deel over norm 1.1, 1.2 en 2.10, maar niet over 2.1
```

## Goed
```yaml
# het rapport heeft een deel over elke norm met een oordeel
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).

## Let op
Deze controle draait alleen met `toezicht rapport --controleer`, en alleen voor een rapport dat per norm is
opgebouwd: ten minste drie van elke vier normen met een oordeel hebben er een eigen kop. Over een samenvatting of
brief zwijgt zij, en ook als het nummer van de norm ergens anders in het rapport staat.
"""

import re
from collections.abc import Iterator

from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_MIN_NORMEN = 3


@rule(
    "RAP006",
    "norm-niet-in-rapport",
    severity=Severity.WARNING,
    since="0.2",
    needs=("onderzoek", "kader", "bevindingen", "rapporttekst"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the normen with an oordeel that a report by norm does not name."""
    # Not above: most checks look at no report and need not wait for these.
    from toezicht_cli.analysis.rapportdelen import walk_passages

    judged = dict.fromkeys(item.value.norm for item in dossier.normoordelen if item.value.oordeel)
    for rapport in dossier.rapporten:
        found = {passage.norm for passage in walk_passages(rapport.regels, dossier.kader)} & set(judged)
        if len(found) < _MIN_NORMEN or len(found) * 4 < len(judged) * 3:
            continue
        tekst = "\n".join(regel.tekst for regel in rapport.regels)
        for norm in judged:
            if norm not in found and not re.search(rf"(?<![\w.]){re.escape(norm)}(?![\w]|\.\w)", tekst):
                message = f"norm {norm} heeft een oordeel, maar staat niet in dit rapport"
                yield Violation(message, Place(rapport.bestand), "maak het rapport opnieuw, of vul het aan")
