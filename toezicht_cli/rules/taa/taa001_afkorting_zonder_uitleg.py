"""
Elke afkorting in het rapport is ergens uitgelegd

## Waarom
Een cliënt, een naaste of een raadslid kent de afkortingen van de zorg niet. Wat een MDO of
een POG is, staat daarom één keer in het rapport zelf.

## Fout
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - {id: a, tekst: Het verslag van het MDO ontbreekt., bronnen: [D01]}
```

## Goed
```yaml
# onderzoek.yaml
begrippen:
  - {term: MDO, uitleg: Multidisciplinair overleg}
```
Of in de tekst zelf: "Het verslag van het multidisciplinair overleg (MDO) ontbreekt."

## Let op
De controle kijkt naar woorden van twee tot zes hoofdletters en naar awb, ggz, lvb, nah, pgb, wkkgz, wlz, wtza,
wvggz, wzd en zvw. Elke afkorting geeft één melding, bij haar eerste plek in het rapport.

Uitgelegd is zij met een begrip, of met een tekst als "multidisciplinair overleg (MDO)", "MDO (multidisciplinair
overleg)", "kortweg MDO" of "MDO staat voor …". Zo'n tekst mag overal staan, ook in het kader.

De controle zwijgt over afkortingen die bijna elke lezer kent, zoals bsn, hbo, GGD, Wmo en UWV. Zij zwijgt ook
over deel van een naam of van de titel van een bron, over cijfers als IV, en over een gewoon woord dat voor de
nadruk in hoofdletters staat.

## Grondslag
Afspraak van dit programma. Direct Duidelijk, de aanpak voor duidelijke taal bij de overheid, vraagt om teksten
die iedereen begrijpt.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.afkortingen import find_onbekende_afkortingen
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = (
    "zet de afkorting bij begrippen, of schrijf de eerste keer alle woorden met de afkorting tussen haakjes"
)


@rule(
    "TAA001",
    "afkorting-zonder-uitleg",
    severity=Severity.INFO,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen", "bronnen", "verbeterpunten"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every abbreviation that nothing explains, at its first use."""
    for onbekend in find_onbekende_afkortingen(dossier):
        message = f"de afkorting {quote(onbekend.afkorting)} wordt nergens uitgelegd"
        yield Violation(message, onbekend.place, _HELP, passage=onbekend.passage)
