"""
De delen van een optelling zijn samen het totaal

## Waarom
Een lezer telt na. Als 14, 1, 1 en 1 samen 18 heten, twijfelt hij ook aan de rest van het rapport.

## Fout
```yaml
cijfers:
  dossiers: {waarde: 7, bronnen: [D01]}
  met_verslag: {waarde: 4, bronnen: [D01]}
  zonder_verslag: {waarde: 2, bronnen: [D01]}
optellingen:
  - {som: dossiers, delen: [met_verslag, zonder_verslag]}
```

## Goed
```yaml
cijfers:
  dossiers: {waarde: 7, bronnen: [D01]}
  met_verslag: {waarde: 4, bronnen: [D01]}
  zonder_verslag: {waarde: 3, bronnen: [D01]}
optellingen:
  - {som: dossiers, delen: [met_verslag, zonder_verslag]}
```

## Let op
Is een van de getallen `onbekend` of `niet-vermeld`, dan zwijgt de controle: dat is geen 0. Hele getallen
moeten precies kloppen. Bij percentages en bij getallen achter de komma mag het verschil zo groot zijn
als afronden kan verklaren: 33,3 en 33,3 en 33,3 mogen samen 100 heten. Noemt een bron zelf twee totalen
die niet bij elkaar passen, leg dat dan vast als gelijkheid en niet als optelling.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: de feiten kloppen voordat er een oordeel op rust.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.cijfers import compare_som, format_getal
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.cijfer import Optelling
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("CYF001", "som-klopt-niet", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every optelling of which the parts are not the total."""
    for optelling in dossier.walk(Optelling):
        som = compare_som(dossier.cijfers, optelling.value)
        if som is not None and not som.sluit:
            telling = " + ".join(format_getal(deel) for deel in som.delen)
            gesteld = f"{optelling.value.som} is {format_getal(som.gesteld)}"
            message = f"{gesteld}, maar {telling} = {format_getal(som.uitkomst)}"
            yield Violation(message, optelling.place.at("som"), "ga na welk van de getallen niet klopt")
