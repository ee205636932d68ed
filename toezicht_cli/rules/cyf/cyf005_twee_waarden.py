"""
Cijfers over hetzelfde hebben dezelfde waarde

## Waarom
Als het rapport op de ene plek 18 medewerkers noemt en op de andere 20, wil de lezer weten hoe dat zit.
Vaak is er een goede verklaring, maar die moet er dan staan.

## Fout
```yaml
cijfers:
  medewerkers: {waarde: 18, bronnen: [O01]}
  personeelsdossiers: {waarde: 20, bronnen: [P01]}
gelijkheden:
  - {cijfers: [medewerkers, personeelsdossiers], grootheid: het aantal medewerkers}
```

## Goed
```yaml
cijfers:
  medewerkers: {waarde: 18, bronnen: [O01]}
  personeelsdossiers: {waarde: 18, bronnen: [P01]}
gelijkheden:
  - {cijfers: [medewerkers, personeelsdossiers], grootheid: het aantal medewerkers}
```

## Let op
18 en 18.0 zijn dezelfde waarde. `onbekend` en `niet-vermeld` doen niet mee.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: een oordeel rust op een motivering die niet met zichzelf in
strijd is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.cijfers import find_waarde, format_getal
from toezicht_cli.analysis.woorden import join_words, number_word
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.cijfer import Gelijkheid
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "ga na welke waarde klopt, of leg in het rapport uit waar het verschil vandaan komt"


@rule("CYF005", "twee-waarden", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every gelijkheid of which the known figures differ."""
    for gelijkheid in dossier.walk(Gelijkheid):
        waarde_by_naam = {
            naam: waarde
            for naam in gelijkheid.value.cijfers
            if (waarde := find_waarde(dossier.cijfers, naam)) is not None
        }
        aantal = len(set(waarde_by_naam.values()))
        if aantal > 1:
            waarden = [f"{naam} is {format_getal(waarde)}" for naam, waarde in waarde_by_naam.items()]
            grootheid = quote(gelijkheid.value.grootheid)
            message = f"{grootheid} heeft {number_word(aantal)} waarden: {join_words(waarden)}"
            yield Violation(message, gelijkheid.place.at("cijfers"), _HELP)
