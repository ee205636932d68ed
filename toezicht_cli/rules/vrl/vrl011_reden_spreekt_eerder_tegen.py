"""
De reden noemt het oordeel van toen zoals het onder eerder staat

## Waarom
Bij een norm die eerder getoetst is, staat het oordeel van toen op twee plekken: in de reden, die een mens leest, en onder
`eerder`, waarmee het programma rekent. Zeggen die iets anders, dan staat er in het rapport iets dat niet waar is.

## Fout
```yaml
status: eerder-getoetst
reden: "Getoetst in linde-2026 (lindeland@2026): voldoet."
eerder: {onderzoek: linde-2026, oordeel: voldoet-niet, kader: lindeland@2026}
```

## Goed
```yaml
status: eerder-getoetst
reden: "Getoetst in linde-2026 (lindeland@2026): voldoet niet."
eerder: {onderzoek: linde-2026, oordeel: voldoet-niet, kader: lindeland@2026}
```

## Let op
Alleen een reden die eindigt op een dubbele punt met een oordeel telt mee, zoals `toezicht hertoets nieuw` haar schrijft.
Uit een andere zin leest het programma geen oordeel. Was het kader toen een ander, dan blijft het stil.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.hertoets import EERDER_GETOETST
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.rules.base import rule


@rule(
    "VRL011",
    "reden-spreekt-eerder-tegen",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "kader"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a reden that ends with another oordeel than is noted of the earlier onderzoek."""
    for located in dossier.normoordelen:
        item = located.value
        if item.status != EERDER_GETOETST or item.eerder is None or item.eerder.oordeel is None:
            continue
        if item.eerder.kader.partition("@")[0] != dossier.kader.naam:
            continue
        said = _read_oordeel(item.reden or "", dossier.kader)
        if said is not None and said != item.eerder.oordeel:
            message = (
                f"norm {item.sleutel}: de reden zegt {said}, en onder eerder staat {item.eerder.oordeel}"
            )
            yield Violation(message, located.place.at("reden"), "kijk in het eerdere onderzoek wat klopt")


def _read_oordeel(reden: str, kader: Toetsingskader) -> str | None:
    """Return the categorie that a reden ends with behind a colon, None when it ends otherwise."""
    _, colon, tail = " ".join(reden.split()).rpartition(": ")
    words = tail.rstrip(".").casefold()
    names = (
        (item.id, {item.id, item.label.casefold(), item.zin.casefold()}) for item in kader.schaal.categorieen
    )
    return next((found for found, forms in names if colon and words in forms), None)
