"""
Een rapport in `rapport/` is gemaakt van de gegevens zoals ze nu zijn

## Waarom
Wie na het maken van een rapport nog een oordeel, bron of datum verandert, heeft een rapport dat iets anders
zegt dan het onderzoek. Dat zie je er niet aan. Daarom zet het programma in elk rapport een vingerafdruk van
de gegevens, en vergelijkt het die bij elke controle.

## Fout
```yaml
# bevindingen/1.2.yaml, veranderd nadat rapport/2026-linde-standaard.pdf was gemaakt
norm: "1.2"
oordeel: voldoet-niet
```

## Goed
```
toezicht rapport
```

Maak het rapport opnieuw na de laatste verandering.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: het rapport rust op wat er is vastgesteld.

## Let op
De vingerafdruk gaat over alles wat een rapport kan laten zien, en over het kader. Commentaar in de bestanden
telt niet mee, en uitzonderingen, de collegiale toets, `verzonden.yaml` en `vaststelling.yaml` ook niet. Een
rapport dat niet met dit programma is gemaakt heeft geen vingerafdruk; daarover zwijgt deze controle. Zij kijkt
naar de eerste 200 rapporten en slaat links en bestanden boven 50 MB over: `toezicht rapport --controleer`
meldt die wel.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("RAP001", "rapport-ouder-dan-gegevens", severity=Severity.ERROR, since="0.2", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every report that was made from other data than there are now."""
    made = [rapport for rapport in dossier.rapporten if rapport.gegevens]
    if not made:
        return
    # Not above: most onderzoeken have no report and need not wait for this.
    from toezicht_cli.analysis.vingerafdruk import fingerprint, is_volledig

    if not is_volledig(dossier):
        return
    now = fingerprint(dossier)
    for rapport in made:
        if rapport.gegevens != now:
            message = "na het maken van dit rapport zijn de gegevens veranderd"
            yield Violation(message, Place(rapport.bestand), "maak het rapport opnieuw: toezicht rapport")
