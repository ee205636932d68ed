"""
Een rapport dat het programma maakte, zegt wat uit de gegevens volgt

## Waarom
Een rapport kan na het maken met de hand zijn aangepast, of ouder zijn dan het onderzoek. Wie het leest, leest
dan iets anders dan er is vastgesteld. Deze controle maakt het rapport opnieuw en noemt de verschillen.

## Fout
```
Het rapport zegt:              De aanbieder voldoet aan zeven normen.
Uit de gegevens volgt:         De aanbieder voldoet aan zes normen.
```

## Goed
```
toezicht rapport
```

Pas het onderzoek aan en maak het rapport opnieuw.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: het rapport rust op wat er is vastgesteld.

## Let op
Deze controle draait alleen met `toezicht rapport --controleer`. Zij kijkt naar bestanden in `rapport/` met de naam
die het programma geeft, zoals `2026-linde-standaard.pdf`. Is de lopende tekst gelijk en het bestand toch anders, dan is het
een let-op: de huisstijl, het sjabloon of de versie is anders, of iemand veranderde een plaatje, een link of een kopregel. Van elk rapport zie je de eerste
twintig verschillen.
"""

from collections.abc import Iterator
from itertools import islice

from toezicht_cli.analysis.rapportverschil import Verschil, find_verschillen, show_around
from toezicht_cli.diagnostics import Place, Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.rapporttekst import Rapporttekst
from toezicht_cli.rules.base import rule

_MOST = 20
_AGAIN = "pas het onderzoek aan en maak het rapport opnieuw: toezicht rapport"


@rule("RAP008", "rapport-wijkt-af", severity=Severity.ERROR, since="0.2", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report where a report says something else than what the data give now."""
    for rapport in dossier.rapporten:
        if rapport.verwacht is None or rapport.is_gelijk:
            continue
        verschillen = list(islice(find_verschillen(rapport.regels, rapport.verwacht), _MOST))
        for verschil in verschillen:
            yield Violation(_tell(verschil), _place(rapport, verschil), _AGAIN)
        if not verschillen:
            message = "de lopende tekst is gelijk, maar iets anders in dit bestand niet"
            hulp = "kijk naar opmaak, kop- en voetregels, plaatjes en links, of maak het rapport opnieuw"
            yield Violation(message, Place(rapport.bestand), hulp, Severity.WARNING)


def _tell(verschil: Verschil) -> str:
    where = f"{verschil.regel.waar}: " if verschil.regel and not verschil.regel.nummers else ""
    if not verschil.hoort:
        return f"{where}dit volgt niet uit de gegevens: {quote(verschil.staat)}"
    if not verschil.staat:
        return f"{where}hier ontbreekt wat uit de gegevens volgt: {quote(verschil.hoort)}"
    staat, hoort = show_around(verschil.staat, verschil.hoort)
    return f"{where}hier staat {quote(staat)}, uit de gegevens volgt {quote(hoort)}"


def _place(rapport: Rapporttekst, verschil: Verschil) -> Place:
    nummers = verschil.regel.nummers if verschil.regel else ()
    return Place(rapport.bestand, (nummers[0],)) if nummers else Place(rapport.bestand)
