"""
Een percentage hoort bij zijn deel en zijn geheel

## Waarom
Een percentage is uit te rekenen uit twee getallen die ook in het rapport staan. Als dat iets anders
geeft, klopt een van de drie niet.

## Fout
```yaml
cijfers:
  aanbieders: {waarde: 251, bronnen: [O01]}
  met_signaal: {waarde: 44, bronnen: [O01]}
  met_signaal_procent: {waarde: 17.6, eenheid: procent}
aandelen:
  - {deel: met_signaal, geheel: aanbieders, percentage: met_signaal_procent}
```

## Goed
```yaml
cijfers:
  aanbieders: {waarde: 251, bronnen: [O01]}
  met_signaal: {waarde: 44, bronnen: [O01]}
  met_signaal_procent: {waarde: 17.5, eenheid: procent}
aandelen:
  - {deel: met_signaal, geheel: aanbieders, percentage: met_signaal_procent}
```

## Let op
Het percentage wordt afgerond op zoveel cijfers achter de komma als er staan. Een half mag naar boven en
naar het even getal. Is een van de drie `onbekend` of `niet-vermeld`, dan zwijgt de controle.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: de feiten kloppen voordat er een oordeel op rust.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.cijfers import calculate_percentages, find_waarde, format_getal
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.cijfer import Aandeel
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("CYF002", "percentage-klopt-niet", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every stated percentage that its deel and geheel do not give."""
    for aandeel in dossier.walk(Aandeel):
        deel = find_waarde(dossier.cijfers, aandeel.value.deel)
        geheel = find_waarde(dossier.cijfers, aandeel.value.geheel)
        percentage = find_waarde(dossier.cijfers, aandeel.value.percentage)
        if deel is None or not geheel or percentage is None:
            continue
        goed = calculate_percentages(deel, geheel, percentage)
        if percentage not in goed:
            gesteld = f"{aandeel.value.percentage} is {format_getal(percentage)}"
            breuk = f"{format_getal(deel)} van de {format_getal(geheel)}"
            message = f"{gesteld}, maar {breuk} is {format_getal(max(goed))} procent"
            yield Violation(message, aandeel.place.at("percentage"), "ga na welk van de drie niet klopt")
