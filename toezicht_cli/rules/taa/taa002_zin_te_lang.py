"""
Een zin heeft niet meer dan 25 woorden

## Waarom
Wie een lange zin leest, weet aan het eind niet meer hoe die begon. Korte zinnen zijn voor iedereen
makkelijker, ook voor wie veel leest.

## Fout
```yaml
beschrijving: |
  De aanbieder, die in 2014 begon met begeleiding aan huis en later ook
  dagbesteding ging geven, heeft nu een kantoor in de stad, waar cliënten zonder
  afspraak kunnen binnenlopen.
```

## Goed
```yaml
beschrijving: |
  De aanbieder begon in 2014 met begeleiding aan huis. Later kwam daar
  dagbesteding bij. Op het kantoor in de stad kunnen cliënten zonder afspraak
  binnenlopen.
```

## Let op
De grens van 25 woorden is ruim. Wie voor taalniveau B1 schrijft, mikt op gemiddeld tien tot vijftien woorden per
zin. Dat is een gemiddelde, dus een langere zin mag best. Boven de 25 woorden is knippen bijna altijd beter.

Een punt in een opsomming en een kop zijn zinnen op zichzelf. Een tabel en een tekst achter `>` tellen niet mee. Een
verwijzing als `[@B01]` is geen woord, en wat tussen dubbele aanhalingstekens staat telt als één woord. Bij twijfel
over het eind van een zin telt de controle de kortste.

Er is geen score voor de hele tekst, zoals die van Flesch en Douma. Zo'n getal zegt niet welke zin beter kan.

## Grondslag
Afspraak van dit programma. Direct Duidelijk, de aanpak voor duidelijke taal bij de overheid, vraagt om teksten
die iedereen begrijpt.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.leesteksten import read_leesstof
from toezicht_cli.analysis.leeszinnen import find_lange_zinnen
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

MEEST = 25
_HELP = "knip de zin in tweeën, of maak er een opsomming van"


@rule("TAA002", "zin-te-lang", severity=Severity.INFO, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every sentence of more words than a reader can hold."""
    for item in read_leesstof(dossier).teksten:
        for zin, aantal in find_lange_zinnen(item.tekst, MEEST):
            message = f"deze zin heeft {aantal} woorden, meer dan {MEEST}"
            yield Violation(message, item.place, _HELP, passage=zin)
