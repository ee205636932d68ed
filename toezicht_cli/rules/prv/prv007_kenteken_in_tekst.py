"""
Er staat geen kenteken in het onderzoek

## Waarom
Een kenteken wijst naar de eigenaar van de auto. Voor een bevinding over vervoer heb je het niet nodig.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: De bus met kenteken GB-001-B heeft geen keuring.
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Eén van de twee bussen heeft geen keuring.
```

## Let op
De controle kent de vormen van Nederlandse kentekens met streepjes, en achter het woord "kenteken" ook zonder. Een code
van een document kan op een kenteken lijken. Klopt het dat het er staat, dan kun je de melding uitzonderen in `uitzonderingen.yaml`.

Dit is een controle en geen anonimisering: wat zij niet herkent, blijft staan. Zij leest de waarden in de bestanden
van het onderzoek. Opmerkingen achter een `#`, de namen van bestanden en de map `bijlagen` leest zij niet.

## Grondslag
AVG, artikel 5, eerste lid, onder c: je verwerkt niet meer gegevens over mensen dan nodig is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.persoonsnummers import find_kentekens
from toezicht_cli.analysis.zoektekst import read_zoektekst
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "haal het weg en schrijf bijvoorbeeld: een van de bussen"


@rule("PRV007", "kenteken-in-tekst", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each number plate; never the value."""
    zoek = read_zoektekst(dossier)
    for vondst in find_kentekens(zoek):
        yield zoek.report(vondst, "hier staat een kenteken", _HELP)
