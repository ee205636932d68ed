"""
De conclusie zegt hetzelfde als het oordeel

## Waarom
Een oordeel wordt soms laat nog gewijzigd. Blijft de oude zin staan, dan zegt het rapport twee dingen, en
kiest de lezer zelf.

## Fout
```yaml
norm: "1.2"
oordeel: voldoet
conclusie: De aanbieder voldoet niet aan deze norm.
```

## Goed
```yaml
norm: "1.2"
oordeel: voldoet-niet
conclusie: De aanbieder voldoet niet aan deze norm.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: de motivering draagt het oordeel.

## Let op
Alleen duidelijke zinnen tellen, met de woorden van de schaal en met deze norm als onderwerp: 'voldoet
grotendeels aan de norm', 'aan deze norm wordt niet voldaan'. Een zin met een voorwaarde, een voorbehoud of een
wens, een zin over een onderdeel en een alinea over een eerder moment tellen niet. Noemt de conclusie ook de goede categorie,
dan zwijgt het programma.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.conclusies import find_oordelen
from toezicht_cli.analysis.uitspraken import make_taal
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "OOR004",
    "conclusie-spreekt-oordeel-tegen",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "kader"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a conclusion that names other categorieen and not the one of the oordeel."""
    schaal, taal = dossier.kader.schaal, make_taal(dossier)
    for located in dossier.normoordelen:
        item = located.value
        if item.oordeel is None or schaal.find(item.oordeel) is None:
            continue
        said = list(find_oordelen(item.conclusie or "", item.norm, schaal, taal))
        if said and item.oordeel not in {uitspraak.categorie for uitspraak in said}:
            message = f"de conclusie bij norm {item.sleutel} zegt {quote(said[0].tekst)}, het oordeel is {item.oordeel}"
            yield Violation(message, located.place.at("conclusie"), "maak de conclusie en het oordeel gelijk")
