"""
De locatie van een punt is een vestiging van de aanbieder

## Waarom
Een punt moet bij de vestiging terechtkomen waar iets beter moet. Als het kader per locatie oordeelt,
hoort elk punt bij één oordeel en dus bij één vestiging.

## Fout
```yaml
# onderzoek.yaml: vestigingen: [{id: L1, naam: Kantoor}]
verbeterpunten:
  - id: V01
    norm: "1.2"
    locatie: L2
    soort: verbeterpunt
    tekst: Maak van elk gesprek een verslag.
```

## Goed
```yaml
# onderzoek.yaml: vestigingen: [{id: L1, naam: Kantoor}]
verbeterpunten:
  - id: V01
    norm: "1.2"
    locatie: L1
    soort: verbeterpunt
    tekst: Maak van elk gesprek een verslag.
```

## Let op
Bij een kader dat per aanbieder oordeelt, mag een punt een vestiging noemen, maar het hoeft niet.

## Grondslag
Afspraak van dit programma: elk nummer van een vestiging staat in onderzoek.yaml.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.punten import lijst_place
from toezicht_cli.diagnostics import Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "VBP007",
    "locatie-van-punt-onbekend",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "kader"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every point at an unknown vestiging, and points without one where the kader asks it."""
    known = tuple(vestiging.id for vestiging in dossier.onderzoek.aanbieder.vestigingen)
    zonder = []
    for punt in dossier.verbeterpunten:
        locatie = punt.value.locatie
        if locatie is None:
            zonder.append(punt)
        elif locatie not in known:
            message = f"locatie {locatie} van punt {punt.value.id} staat niet bij de vestigingen"
            yield Violation(message, punt.place.at("locatie"), suggest(locatie, known))
    if zonder and dossier.kader.per == "locatie":
        noemt = "noemt" if len(zonder) == 1 else "noemen"
        message = f"{len(zonder)} van de {len(dossier.verbeterpunten)} punten {noemt} geen locatie"
        yield Violation(f"{message}, maar het kader oordeelt per locatie", lijst_place(zonder))
