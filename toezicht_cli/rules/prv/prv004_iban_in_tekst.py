"""
Er staat geen rekeningnummer in het onderzoek

## Waarom
Een rekeningnummer is van iemand. Ook bij een onderzoek naar geld hoort het nummer zelf niet in de tekst: genoeg is van
wie de rekening is.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Het geld ging naar NL91ABNA0417164300.
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Het geld ging naar een rekening van de bestuurder.
```

## Let op
De controle kent nummers uit Europa en rekent na of de twee cijfers achter het land kloppen. Zij weet niet of de rekening
van een mens is of van een organisatie. Daarom is het een let-op. Klopt het dat het er staat, dan kun je de melding uitzonderen in `uitzonderingen.yaml`.

Dit is een controle en geen anonimisering: wat zij niet herkent, blijft staan. Zij leest de waarden in de bestanden
van het onderzoek. Opmerkingen achter een `#`, de namen van bestanden en de map `bijlagen` leest zij niet.

## Grondslag
AVG, artikel 5, eerste lid, onder c: je verwerkt niet meer gegevens over mensen dan nodig is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.persoonsnummers import find_iban
from toezicht_cli.analysis.zoektekst import read_zoektekst
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "haal het weg en schrijf van wie de rekening is, zonder naam"


@rule("PRV004", "iban-in-tekst", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each IBAN; never the value."""
    zoek = read_zoektekst(dossier)
    for vondst in find_iban(zoek):
        yield zoek.report(vondst, "hier staat een rekeningnummer (IBAN)", _HELP)
