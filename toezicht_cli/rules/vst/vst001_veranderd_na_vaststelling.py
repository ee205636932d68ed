"""
Na de vaststelling verandert er niets meer aan het onderzoek

## Waarom
Een vastgesteld rapport rust op de gegevens van dat moment. Wie daarna een oordeel, een bron of alleen een komma
verandert, heeft een onderzoek dat niet meer zegt wat het rapport zegt. Daarom bewaart het programma bij het
vaststellen een vingerafdruk van elk bestand.

## Fout
```yaml
# bevindingen/1.2.yaml, veranderd na de vaststelling van versie 1
norm: "1.2"
oordeel: voldoet-niet
```

## Goed
```
toezicht vaststellen --herzie --reden "De aanbieder leverde alsnog het verslag."
```

Maak een nieuwe versie, of zet terug wat er stond. `toezicht verifieer` laat zien wat er veranderde.

## Let op
Opmaak en commentaar tellen niet mee. Wat pas na de vaststelling komt ook niet: de opvolging van punten, latere
maatregelen en hun bronnen, de openbaarmaking, en de datums van verzending, openbaarmaking en verbeterplan. Je
kunt deze controle niet uitzonderen.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: het rapport rust op wat er is vastgesteld.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.vaststelling import compare_invoer, find_geldend
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "zet terug wat er stond, of maak een nieuwe versie: toezicht vaststellen --herzie --reden"


@rule(
    "VST001",
    "veranderd-na-vaststelling",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "bevindingen", "bronnen", "verbeterpunten", "cijfers", "uitvraag", "vaststelling"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every file whose content is another than in the version that counts."""
    geldend = find_geldend(dossier)
    if geldend is None:
        return
    for stand in compare_invoer(dossier, geldend.value):
        if stand.inhoud == "veranderd":
            message = f"dit is veranderd na de vaststelling van versie {geldend.value.nummer}"
            yield Violation(message, Place(stand.bestand), _HELP)
