"""
Elk cijfer noemt zijn bron

## Waarom
Een getal zonder bron is niet na te gaan. Juist getallen worden later overgenomen door anderen.

## Fout
```yaml
cijfers:
  medewerkers: {waarde: 18}
```

## Goed
```yaml
cijfers:
  medewerkers: {waarde: 18, bronnen: [O01]}
```

## Let op
Een totaal heeft geen eigen bron nodig als al zijn delen er een hebben, en een percentage niet als zijn
deel en geheel er een hebben. Ook een cijfer dat `onbekend` of `niet-vermeld` is, telt niet mee. Er komt
één melding met het aantal.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 en 3:46: feiten zijn zorgvuldig verzameld en kenbaar.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.cijfers import find_zonder_bron
from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("CYF006", "cijfer-zonder-bron", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report how many figures have no bron of their own and follow from none that have."""
    for cijfers in dossier.walk(Cijfers):
        namen = find_zonder_bron(cijfers.value)
        if namen:
            verb = "heeft" if len(namen) == 1 else "hebben"
            message = f"{len(namen)} van de {len(cijfers.value.cijfers)} cijfers {verb} geen bron"
            place = cijfers.place.at_key("cijfers")
            yield Violation(
                f"{message}: {join_some(namen)}", place, "zet bij bronnen waar het getal vandaan komt"
            )
