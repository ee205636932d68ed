"""
Wat het rapport zegt over geleverde documenten, klopt met de uitvraag

## Waarom
Als de werkwijze zegt dat de gevraagde documenten er zijn, en de uitvraag dat er een niet kwam, weet de
lezer niet wat er bekeken is.

## Fout
```yaml
# onderzoek.yaml
werkwijze: De aanbieder leverde de gevraagde documenten aan.
# uitvraag.yaml
uitvraag:
  - {id: U02, norm: "3.1", omschrijving: Overzicht van calamiteiten, ontvangen: niet-geleverd, reden: Het is er niet.}
```

## Goed
```yaml
# onderzoek.yaml
werkwijze: De aanbieder leverde de gevraagde documenten aan, behalve het overzicht van calamiteiten.
```

## Let op
Alleen een zin die over gevraagde documenten of overzichten gaat en zegt dat zij geleverd, ontvangen of
aangeleverd zijn telt. Een zin met een beperking (niet, geen, behalve, op … na, deels, meeste) is goed, en ook een tekst die
verderop zegt welk stuk ontbreekt.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: de feiten zijn zorgvuldig vergaard en weergegeven.
"""

import re
from collections.abc import Iterator

from toezicht_cli.analysis.teksten_onderzoek import walk_rapportteksten
from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.uitvraag import NIET_GELEVERD
from toezicht_cli.rules.base import rule

_ZIN = re.compile(r"(?<=[.!?])\s+")
_GEVRAAGD = re.compile(r"\b(?:op)?gevraagde (?:documenten|stukken|overzichten)\b", re.IGNORECASE)
_GELEVERD = re.compile(r"\b(?:aan)?(?:geleverd|leverde|ontvangen|ontving|binnengekomen)\b", re.IGNORECASE)
_BEPERKT = re.compile(
    r"\b(?:niet|geen|behalve|uitgezonderd|deels|gedeeltelijk|meeste|sommige|na)\b", re.IGNORECASE
)
# "Eén stuk ontbreekt" may stand in the next sentence.
_ONTBREEKT = re.compile(
    r"\b(?:ontbr(?:eekt|eken|ak|aken)|uitgezonderd|behalve|(?:niet|geen) (?:\w{1,30} ){0,4}(?:aan)?(?:geleverd|ontvangen))\b",
    re.IGNORECASE,
)
_HELP = "zeg in de tekst welk document er niet kwam, of pas de uitvraag aan"


@rule(
    "NRM017",
    "levering-tegengesproken",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "uitvraag"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a text that says the requested documents came, while the uitvraag says that one did not."""
    missing = [item.id for item in dossier.uitvraag.uitvraag if item.ontvangen == NIET_GELEVERD]
    if not missing:
        return
    for tekstplaats in walk_rapportteksten(dossier):
        tekst = " ".join(tekstplaats.tekst.split())
        if not _ONTBREEKT.search(tekst) and any(_says_all_came(zin) for zin in _ZIN.split(tekst)):
            message = (
                f"de tekst zegt dat de gevraagde documenten er zijn, maar niet geleverd: {join_some(missing)}"
            )
            yield Violation(message, tekstplaats.place, _HELP)


def _says_all_came(zin: str) -> bool:
    return bool(_GEVRAAGD.search(zin) and _GELEVERD.search(zin) and not _BEPERKT.search(zin))
