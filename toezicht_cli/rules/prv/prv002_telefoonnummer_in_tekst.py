"""
Er staat geen telefoonnummer van een persoon in het onderzoek

## Waarom
Een telefoonnummer wijst meestal naar één mens. Voor een bevinding heb je het niet nodig. In een rapport kan iedereen het
lezen en bellen.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: De moeder van Cliënt A is te bellen op 06-12345678.
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: De moeder van Cliënt A is goed bereikbaar.
```

## Let op
De controle kent mobiele nummers, vaste nummers met een netnummer en nummers die met + beginnen. Nummers van bedrijven
en diensten (088, 0800, 0900) laat zij staan. Een vast nummer van een organisatie herkent zij niet als zodanig.
Klopt het dat het er staat, dan kun je de melding uitzonderen in `uitzonderingen.yaml`.

Dit is een controle en geen anonimisering: wat zij niet herkent, blijft staan. Zij leest de waarden in de bestanden
van het onderzoek. Opmerkingen achter een `#`, de namen van bestanden en de map `bijlagen` leest zij niet.

## Grondslag
AVG, artikel 5, eerste lid, onder c: je verwerkt niet meer gegevens over mensen dan nodig is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.contactgegevens import find_telefoonnummers
from toezicht_cli.analysis.zoektekst import read_zoektekst
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "haal het weg; is het van een organisatie, dan kun je de melding uitzonderen"


@rule("PRV002", "telefoonnummer-in-tekst", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each telephone number; never the value."""
    zoek = read_zoektekst(dossier)
    for vondst in find_telefoonnummers(zoek):
        yield zoek.report(vondst, "hier staat een telefoonnummer", _HELP)
