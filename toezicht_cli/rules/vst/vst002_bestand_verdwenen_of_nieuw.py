"""
Na de vaststelling verdwijnt er geen bestand en komt er geen bij

## Waarom
Het vastgestelde rapport rust op alle bestanden van het onderzoek. Is er een weg, dan is een deel van het oordeel
niet meer te onderbouwen. Is er een bij, dan staat er iets in het onderzoek dat niet in het rapport staat.

## Fout
```yaml
# vaststelling.yaml noemt dit bestand, en het is er niet meer
invoer:
  bevindingen/1.2.yaml: {bestand: 9f86d081…, inhoud: 60303ae2…}
```

## Goed
```
toezicht vaststellen --herzie --reden "Norm 1.2 hoort niet bij dit onderzoek."
```

Zet het bestand terug of haal het weg, of maak een nieuwe versie.

## Let op
Alleen bestanden die het rapport kan laten zien tellen mee. Een `handhaving.yaml` met alleen maatregelen van na de
vaststelling mag er later bij komen.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: het rapport rust op wat er is vastgesteld.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.vaststelling import compare_invoer, find_geldend
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "VST002",
    "bestand-verdwenen-of-nieuw",
    severity=Severity.ERROR,
    since="0.1",
    needs=(
        *("onderzoek", "bevindingen", "bronnen", "verbeterpunten", "cijfers", "uitvraag"),
        *("wederhoor", "handhaving", "vaststelling"),
    ),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the files that the version that counts has and the onderzoek has not, and the other way round."""
    geldend = find_geldend(dossier)
    if geldend is None:
        return
    nummer = geldend.value.nummer
    for stand in compare_invoer(dossier, geldend.value):
        if stand.inhoud == "nieuw":
            message = f"dit bestand is er bij gekomen na de vaststelling van versie {nummer}"
            hulp = "haal het weg, of maak een nieuwe versie: toezicht vaststellen --herzie --reden"
            yield Violation(message, Place(stand.bestand), hulp)
        elif stand.inhoud == "verdwenen":
            message = f"{stand.bestand} hoort bij versie {nummer} en is er niet meer"
            hulp = "zet het terug, of maak een nieuwe versie: toezicht vaststellen --herzie --reden"
            yield Violation(message, geldend.place.at("invoer").at_key(stand.bestand), hulp)
