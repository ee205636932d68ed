"""
De tekst noemt één norm of meer normen, zoals het er zijn

## Waarom
'De norm die niet gehaald is' wijst er één aan. Zijn het er meer, dan weet niemand welke bedoeld is, en
lijken de andere vergeten.

## Fout
```yaml
# zes normen hebben oordeel voldoet-niet
advies: Zorg dat de aanbieder voldoet aan de norm die niet is gehaald.
```

## Goed
```yaml
advies: Zorg dat de aanbieder voldoet aan de normen die niet zijn gehaald.
```

## Grondslag
Goed gebruik: een advies zegt precies waar het over gaat.

## Let op
Niet gehaald zijn de normen met een oordeel dat een vereiste aanpassing vraagt; vraagt geen oordeel dat, dan
de normen met het ongunstigste oordeel. Een zin die een norm bij het nummer noemt, telt niet.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.enkelvoud import find_niet_gehaald, find_verkeerd_getal
from toezicht_cli.analysis.teksten_onderzoek import walk_rapportteksten
from toezicht_cli.analysis.zinnen import norm_reeks
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_TEKSTEN = ("conclusies", "vervolg", "advies")


@rule(
    "OOR006",
    "norm-in-enkelvoud",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report one norm where several failed, and several where one did."""
    normen = find_niet_gehaald(dossier)
    if not normen or not dossier.onderzoek.is_vanaf_concept:
        return
    for tekst in walk_rapportteksten(dossier):
        if tekst.place.route[-1] in _TEKSTEN:
            for words in find_verkeerd_getal(tekst.tekst, is_een=len(normen) == 1):
                message = (
                    f"de tekst zegt {quote(words)}, maar niet gehaald: {norm_reeks(normen, dossier.kader)}"
                )
                yield Violation(message, tekst.place, "schrijf om welke norm of normen het gaat")
