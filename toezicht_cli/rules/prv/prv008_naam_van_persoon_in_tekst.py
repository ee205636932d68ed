"""
Er staat geen naam van een cliënt, naaste of medewerker in het onderzoek

## Waarom
Wie zijn naam in een rapport leest, herkent zichzelf, en anderen doen dat ook. Een aanduiding zoals Cliënt A zegt voor een
oordeel genoeg.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Mevrouw Jansen kent haar plan niet.
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Cliënt A kent haar plan niet.
```

## Let op
De controle kent alleen een naam achter een aanspreekvorm of titel: de heer, mevrouw, dhr., mw., dr. en dergelijke. Een
naam zonder zo'n woord ziet zij niet. Zij zwijgt over namen die het onderzoek zelf geeft: de aanbieder, vestigingen,
gemeenten, onderzoekers en wie oordeelde, tegenlas of besloot. "Mevrouw A" is een aanduiding en geen naam. Klopt het dat het er staat, dan kun je de melding uitzonderen in `uitzonderingen.yaml`.

Dit is een controle en geen anonimisering: wat zij niet herkent, blijft staan. Zij leest de waarden in de bestanden
van het onderzoek. Opmerkingen achter een `#`, de namen van bestanden en de map `bijlagen` leest zij niet.

## Grondslag
AVG, artikel 4, onder 1: wie met een naam te vinden is, is te herleiden.
AVG, artikel 5, eerste lid, onder c: je verwerkt niet meer gegevens over mensen dan nodig is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.personalia import find_namen
from toezicht_cli.analysis.zoektekst import read_zoektekst
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "schrijf een aanduiding, zoals Cliënt A; moet de naam er staan, dan kun je de melding uitzonderen"


@rule("PRV008", "naam-van-persoon-in-tekst", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each name behind a title that the case does not give in the open itself; never the value."""
    zoek = read_zoektekst(dossier)
    for vondst in find_namen(zoek, dossier):
        yield zoek.report(vondst, "hier staat de naam van een persoon", _HELP)
