"""
De aantallen in het rapport kloppen met de bronnenlijst en de punten

## Waarom
De werkwijze vertelt met hoeveel mensen er is gesproken, en de samenvatting hoeveel verbeterpunten er zijn. Komt
er nog een bron of punt bij, dan blijft het oude getal in een rapport staan.

## Fout
```yaml
# verbeterpunten.yaml heeft zeven punten met soort verbeterpunt
rapport: Er zijn acht verbeterpunten geformuleerd.
```

## Goed
```yaml
rapport: Er zijn zeven verbeterpunten geformuleerd.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 en 3:46: wat over het onderzoek wordt gezegd, klopt met wat er is
gedaan.

## Let op
Deze controle draait alleen met `toezicht rapport --controleer`. Bronnen telt zij alleen na onder een kop met
werkwijze, met dezelfde regels als BRN011. Punten telt zij alleen in een zin die over niets anders gaat; een
getal dat klopt voor één thema is ook goed.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "verbeter het rapport, of vul de gegevens aan"


@rule(
    "RAP004",
    "aantal-in-rapport",
    severity=Severity.WARNING,
    since="0.2",
    needs=("onderzoek", "kader", "bronnen", "verbeterpunten", "rapporttekst"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the numbers of bronnen and points in a report that the data do not bear out."""
    # Not above: most checks look at no report and need not wait for these.
    from toezicht_cli.analysis.rapportaantallen import find_bronaantallen, find_puntaantallen
    from toezicht_cli.analysis.rapportdelen import walk_passages
    from toezicht_cli.analysis.rapportmelding import place_in, prefix

    for rapport in dossier.rapporten:
        passages = tuple(walk_passages(rapport.regels, dossier.kader))
        for find in (find_bronaantallen, find_puntaantallen):
            for tekst, gegevens, passage in find(passages, dossier):
                message = f"{prefix(passage)}het rapport zegt {quote(tekst)}, maar {gegevens}"
                yield Violation(message, place_in(rapport, passage, tekst), _HELP)
