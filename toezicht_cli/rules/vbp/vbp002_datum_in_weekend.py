"""
Een punt moet klaar zijn op een werkdag

## Waarom
Op zaterdag en zondag kan de aanbieder meestal niets inleveren en kijkt niemand of het er is. Daarna
ontstaat de vraag of maandag te laat is.

## Fout
```yaml
verbeterpunten:
  - id: V01
    norm: "1.2"
    soort: verbeterpunt
    tekst: Maak van elk gesprek een verslag.
    uiterlijk: 2026-08-30
```

## Goed
```yaml
verbeterpunten:
  - id: V01
    norm: "1.2"
    soort: verbeterpunt
    tekst: Maak van elk gesprek een verslag.
    uiterlijk: 2026-08-31
```

## Let op
De controle kent nog geen feestdagen. Punten met dezelfde dag staan in één melding. Een punt dat is
afgerond of vervallen telt niet mee.

## Grondslag
Afspraak van dit programma. De Algemene termijnenwet verlengt in artikel 1 een termijn uit een wet
die in het weekend eindigt. Die regel gaat niet over een dag die de toezichthouder zelf noemt.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.punten import group_punten, is_afgerond, name_punten
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.rules.base import rule

_WEEKEND = {5: "zaterdag", 6: "zondag"}


@rule("VBP002", "datum-in-weekend", severity=Severity.INFO, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every day in a weekend on which points must be ready."""
    for dag, punten in group_punten(dossier.verbeterpunten, _weekend).items():
        naam = _WEEKEND[dag.vroegst.weekday()]
        message = f"{dag.leesbaar} is een {naam} ({name_punten(punten)})"
        yield Violation(message, punten[0].place.at("uiterlijk"), "kies een werkdag")


def _weekend(punt: Verbeterpunt) -> Datum | None:
    """Return the day of a running point when it falls in a weekend."""
    dag = punt.uiterlijk
    if not isinstance(dag, Datum) or is_afgerond(punt):
        return None
    return dag if dag.vroegst.weekday() in _WEEKEND else None
