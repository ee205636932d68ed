"""
Er staat geen burgerservicenummer in het onderzoek

## Waarom
Met een BSN weet je zeker over wie het gaat, en het opent deuren bij andere organisaties. Voor een oordeel over een
aanbieder is het nooit nodig. Wat in een bestand staat, blijft ook in de geschiedenis van dat bestand staan.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: De cliënt met BSN 999990019 heeft geen plan.
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Cliënt B heeft geen plan.
```

## Let op
Een BSN heeft negen cijfers die samen aan een rekenregel voldoen: de elfproef. Staat er "BSN",
"burgerservicenummer" of "sofinummer" bij, dan is het een fout. Staat dat er niet bij, of klopt de elfproef niet
achter dat woord, dan is het een let-op: van alle getallen van negen cijfers voldoet één op de elf toch aan de regel.

Telefoonnummers, datums en het nummer van de Kamer van Koophandel tellen niet mee.

Dit is een controle en geen anonimisering: wat zij niet herkent, blijft staan. Zij leest de waarden in de bestanden
van het onderzoek. Opmerkingen achter een `#`, de namen van bestanden en de map `bijlagen` leest zij niet.

## Grondslag
Uitvoeringswet AVG, artikel 46: een BSN gebruik je alleen als een wet dat bepaalt.
AVG, artikel 5, eerste lid, onder c: je verwerkt niet meer gegevens over mensen dan nodig is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.persoonsnummers import find_bsn
from toezicht_cli.analysis.zoektekst import read_zoektekst
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "haal het nummer weg en schrijf bijvoorbeeld Cliënt A"
_HELP_MISSCHIEN = "is het een BSN, haal het dan weg; anders kun je de melding uitzonderen"


@rule("PRV001", "bsn-in-tekst", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each BSN, as a let-op where it may be another number; never the value."""
    zoek = read_zoektekst(dossier)
    for vondst in find_bsn(zoek):
        if vondst.zeker:
            yield zoek.report(vondst, "hier staat een burgerservicenummer", _HELP)
        else:
            message = "hier staat een nummer dat een burgerservicenummer kan zijn"
            yield zoek.report(vondst, message, _HELP_MISSCHIEN, severity=Severity.WARNING)
