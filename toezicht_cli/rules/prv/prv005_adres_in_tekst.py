"""
Er staat geen adres van een persoon in het onderzoek

## Waarom
Met een straat en een huisnummer weet je wie er woont. Voor een bevinding is de plaats of de wijk genoeg.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: De cliënt woont op Molenstraat 12 in Proefstad.
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: De cliënt woont in het centrum van Proefstad.
```

## Let op
Het adres van een vestiging mag overal staan, als het bij `vestigingen` in `onderzoek.yaml` is ingevuld. De controle
herkent straten aan het einde van het woord (straat, weg, laan, plein, gracht, kade, dijk, singel, plantsoen, dreef,
steeg) met een huisnummer erachter, en postcodes. Postbussen laat zij staan. Klopt het dat het er staat, dan kun je de melding uitzonderen in `uitzonderingen.yaml`.

Dit is een controle en geen anonimisering: wat zij niet herkent, blijft staan. Zij leest de waarden in de bestanden
van het onderzoek. Opmerkingen achter een `#`, de namen van bestanden en de map `bijlagen` leest zij niet.

## Grondslag
AVG, artikel 5, eerste lid, onder c: je verwerkt niet meer gegevens over mensen dan nodig is.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.contactgegevens import find_adressen
from toezicht_cli.analysis.zoektekst import read_zoektekst
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.betrokkenen import Vestiging
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "haal het weg; is het van een vestiging, zet het dan bij vestigingen in onderzoek.yaml"


@rule("PRV005", "adres-in-tekst", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each address that is not of a vestiging; never the value."""
    zoek = read_zoektekst(dossier)
    adressen = [located.value.adres or "" for located in dossier.walk(Vestiging)]
    for vondst in find_adressen(zoek, adressen):
        yield zoek.report(vondst, "hier staat een adres of een postcode", _HELP)
