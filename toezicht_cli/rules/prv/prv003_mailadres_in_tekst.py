"""
Er staat geen e-mailadres van een persoon in het onderzoek

## Waarom
In een e-mailadres staat vaak een hele naam, met de werkgever erbij. Voor een bevinding heb je het niet nodig.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Klachten gaan naar a.jansen@voorbeeld.nl.
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Klachten gaan naar de kwaliteitsmedewerker.
```

## Let op
Adressen van een organisatie, zoals die met info, contact, secretariaat of toezicht beginnen, laat de controle staan.
Klopt het dat het er staat, dan kun je de melding uitzonderen in `uitzonderingen.yaml`.

Dit is een controle en geen anonimisering: wat zij niet herkent, blijft staan. Zij leest de waarden in de bestanden
van het onderzoek. Opmerkingen achter een `#`, de namen van bestanden en de map `bijlagen` leest zij niet.

## Grondslag
AVG, artikel 5, eerste lid, onder c: je verwerkt niet meer gegevens over mensen dan nodig is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.contactgegevens import find_mailadressen
from toezicht_cli.analysis.zoektekst import read_zoektekst
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "haal het weg en schrijf wie het is zonder naam, zoals de kwaliteitsmedewerker"


@rule("PRV003", "mailadres-in-tekst", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each e-mail address of a person; never the value."""
    zoek = read_zoektekst(dossier)
    for vondst in find_mailadressen(zoek):
        yield zoek.report(vondst, "hier staat een e-mailadres", _HELP)
