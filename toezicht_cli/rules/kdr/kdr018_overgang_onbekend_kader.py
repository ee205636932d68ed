"""
Een overgang gaat tussen twee kaders die er zijn

## Waarom
Zonder een van beide kaders is niet na te kijken of de overgang klopt. Oordelen onder het oude kader zijn dan ook niet meer te
lezen.

## Fout
```yaml
van: lindeland@205
naar: lindeland@2026
```

## Goed
```yaml
van: lindeland@2025
naar: lindeland@2026
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: een besluit vraagt zorgvuldige voorbereiding. Een oordeel verhuist alleen als vaststaat
waarheen.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.rules.base import rule


@rule("KDR018", "overgang-onbekend-kader", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a kader that an overgang names and that is not there, or that it names twice."""
    known = {kader.verwijzing for kader in dossier.omgeving.kaders}
    for located in dossier.walk(Kaderovergang):
        overgang = located.value
        for veld in ("van", "naar"):
            kader = getattr(overgang, veld)
            if kader not in known:
                hulp = "zet het in kaders/toetsing/, of verbeter de naam"
                yield Violation(f"kader {kader} is er niet", located.place.at(veld), hulp)
        if overgang.van == overgang.naar:
            yield Violation("de overgang gaat van een kader naar zichzelf", located.place.at("naar"))
