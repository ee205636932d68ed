"""
Het kader is niet veranderd sinds het onderzoek begon

## Waarom
Een oordeel geldt bij de woorden van de norm op dat moment. In `kader_hash` staat een vingerafdruk van de
inhoud van het kader. Past die niet meer, dan is er na het begin van het onderzoek iets aan het kader
gewijzigd, of is het een ander kader met dezelfde naam.

## Fout
```yaml
kader: ggd-gelderland-zuid@2019-07
# de vingerafdruk van een eerdere inhoud
kader_hash: "0000000000000000000000000000000000000000000000000000000000000000"
```

## Goed
```yaml
# geen vingerafdruk, of die van het kader zoals het nu is
kader: ggd-gelderland-zuid@2019-07
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: de motivering moet kloppen met de norm die is gebruikt. De
vingerafdruk is een afspraak van dit programma.

## Let op
Tot het rapport definitief is, is dit een let-op: kijk of de oordelen nog passen en zet dan de nieuwe
vingerafdruk neer. Daarna is het een fout: het rapport en het kader horen dan niet bij elkaar. Zet in dat
geval het kader van toen in `kaders/` van de werkmap. De vingerafdruk hangt niet af van opmerkingen,
aanhalingstekens of de volgorde van velden.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("KDR002", "kader-gewijzigd", severity=Severity.WARNING, since="0.1", needs=("onderzoek", "kader"))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a kader whose content has another fingerprint than the onderzoek noted."""
    for located in dossier.walk(Onderzoek):
        genoteerd = located.value.kader_hash
        if genoteerd is None or dossier.kader_hash in (None, genoteerd):
            continue
        severity = Severity.ERROR if located.value.fase == "definitief" else None
        message = f"het kader {located.value.kader} heeft nu een andere inhoud dan toen dit genoteerd werd"
        hulp = "kijk of de oordelen nog passen, of zet het kader van toen in kaders/ van de werkmap"
        yield Violation(message, located.place.at("kader_hash"), hulp, severity)
