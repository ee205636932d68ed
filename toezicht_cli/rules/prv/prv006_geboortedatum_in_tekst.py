"""
Er staat geen geboortedatum in het onderzoek

## Waarom
Een geboortedatum wijst samen met een plaats of een aanbieder vaak naar één mens. Doet de leeftijd ertoe, dan is een
jaartal of "rond de zestig" genoeg.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Cliënt A, geboren op 3 mei 1961, woont alleen.
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Cliënt A is rond de zestig en woont alleen.
```

## Let op
De controle zoekt een hele datum bij "geboren", "geb." of "geboortedatum". Alleen een jaar meldt zij niet. Klopt het dat het er staat, dan kun je de melding uitzonderen in `uitzonderingen.yaml`.

Dit is een controle en geen anonimisering: wat zij niet herkent, blijft staan. Zij leest de waarden in de bestanden
van het onderzoek. Opmerkingen achter een `#`, de namen van bestanden en de map `bijlagen` leest zij niet.

## Grondslag
AVG, artikel 5, eerste lid, onder c: je verwerkt niet meer gegevens over mensen dan nodig is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.personalia import find_geboortedatums
from toezicht_cli.analysis.zoektekst import read_zoektekst
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "haal de datum weg; een leeftijd in ronde jaren is meestal genoeg"


@rule("PRV006", "geboortedatum-in-tekst", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each day of birth; never the value."""
    zoek = read_zoektekst(dossier)
    for vondst in find_geboortedatums(zoek):
        yield zoek.report(vondst, "hier staat een geboortedatum", _HELP)
