"""
Elk punt heeft een dag waarop het klaar moet zijn

## Waarom
Zonder dag weet de aanbieder niet wanneer iets klaar moet zijn en kan niemand vaststellen dat het te
laat is. "Zo spoedig mogelijk" leest iedereen anders.

## Fout
```yaml
verbeterpunten:
  - id: V01
    norm: "1.2"
    soort: verbeterpunt
    tekst: Maak van elk gesprek een verslag.
    uiterlijk: zo-spoedig-mogelijk
```

## Goed
```yaml
verbeterpunten:
  - id: V01
    norm: "1.2"
    soort: verbeterpunt
    tekst: Maak van elk gesprek een verslag.
    uiterlijk: 2026-09-01
```

## Let op
De controle begint bij het conceptrapport: eerder hoeven de dagen nog niet bekend te zijn. Een punt
dat is vervallen of waarvan de toezichthouder heeft vastgesteld dat het is geborgd, telt niet mee. Er
komt één melding met het aantal. Soms is het een keuze: de aanbieder noemt de dagen dan in het
verbeterplan.

## Grondslag
Goed gebruik: een verbeterpunt is pas te volgen als vaststaat wanneer het klaar moet zijn.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.punten import is_afgerond, lijst_place
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("VBP001", "punt-zonder-datum", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report, from the conceptrapport on, how many running points have no day."""
    lopend = [punt for punt in dossier.verbeterpunten if not is_afgerond(punt.value)]
    zonder = [punt for punt in lopend if not isinstance(punt.value.uiterlijk, Datum)]
    if not zonder or not dossier.onderzoek.is_vanaf_concept:
        return
    soort = "punten" if len(lopend) == len(dossier.verbeterpunten) else "lopende punten"
    verb = "heeft" if len(zonder) == 1 else "hebben"
    message = f"{len(zonder)} van de {len(lopend)} {soort} {verb} geen datum"
    yield Violation(message, lijst_place(lopend), "spreek per punt een dag af en zet die bij uiterlijk")
