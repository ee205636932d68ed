"""
Elke norm van het kader heeft een oordeel, of een status met een reden

## Waarom
Een lezer moet van elke norm zien of er getoetst is en zo niet, waarom. Een norm waar niets bij staat,
lijkt vergeten. Tijdens de voorbereiding en de uitvoering is dat een let-op, vanaf het conceptrapport een
fout.

## Fout
```yaml
norm: "1.3"
```

## Goed
```yaml
norm: "1.3"
status: niet-getoetst
reden: De cliënt trok de toestemming om het dossier te lezen in.
```

## Grondslag
Goed gebruik: het kader bepaalt wat er getoetst wordt. Wie daarvan afwijkt, legt dat uit (Algemene wet
bestuursrecht, artikel 3:46).

## Let op
De normen zonder bestand staan samen in één melding, bij `kader` in onderzoek.yaml. Met een kader per
locatie telt elke norm voor elke vestiging. Een norm die het onderzoek bij `niet_onderzocht` noemt, krijgt
ook een bestand, met `status: buiten-reikwijdte` of `niet-getoetst`.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.normen import Ontbrekend, find_ontbrekende_normen
from toezicht_cli.analysis.zinnen import norm_reeks
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule

_HELP = "geef een oordeel, of een status met een reden"


@rule(
    "NRM001",
    "norm-nog-open",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every norm without oordeel or status; the normen without a file are one finding."""
    severity = Severity.ERROR if dossier.onderzoek.is_vanaf_concept else Severity.WARNING
    for located in dossier.normoordelen:
        if _is_open(located.value):
            message = f"norm {located.value.sleutel} heeft geen oordeel en geen status"
            yield Violation(message, located.place.at("norm"), _HELP, severity)
    missing = find_ontbrekende_normen(dossier)
    if missing:
        names = ", ".join(_name(item, dossier.kader) for item in missing)
        place = next(dossier.walk(Onderzoek)).place.at("kader")
        yield Violation(
            f"er is nog geen bestand voor {names}", place, f"maak het bestand en {_HELP}", severity
        )


def _is_open(normoordeel: Normoordeel) -> bool:
    """Whether nothing was filled in; a reden without status is a fault of its own (NRM004)."""
    filled = (normoordeel.oordeel, normoordeel.status, normoordeel.reden)
    return all(value is None for value in filled)


def _name(item: Ontbrekend, kader: Toetsingskader) -> str:
    reeks = norm_reeks(item.normen, kader)
    return f"{reeks} op {item.locatie}" if item.locatie else reeks
