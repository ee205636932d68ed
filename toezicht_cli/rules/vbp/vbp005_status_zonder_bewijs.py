"""
Bij de stand van een punt staat waaruit die blijkt

## Waarom
Wie opschrijft dat een punt klaar is, moet kunnen laten zien hoe hij dat weet. Dat geldt het meest
als de toezichthouder het zelf vaststelt.

## Fout
```yaml
opvolging:
  - datum: 2026-09-14
    status: geborgd-vastgesteld
```

## Goed
```yaml
opvolging:
  - datum: 2026-09-14
    status: geborgd-vastgesteld
    bewijs: [B07]
    beoordeeld_door: Toezichthouder 1
```

## Let op
Bij `geborgd-vastgesteld` zonder bron of zonder beoordelaar is het een fout, bij elke stap. Bij `deels`
en `gereed-volgens-aanbieder` zonder bron en bij `vervallen` zonder toelichting is het een let-op, alleen
voor de laatste stap. Punten met dezelfde stand staan dan in één melding.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: wie vaststelt, verzamelt eerst de feiten.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.punten import VASTGESTELD, group_punten, mist_bij_vastgesteld, name_punten
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.rules.base import rule


@rule("VBP005", "status-zonder-bewijs", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report what was established without evidence, and the latest status of points without any."""
    for punt in dossier.verbeterpunten:
        yield from _vastgesteld(punt)
    for (status, mist), punten in group_punten(dossier.verbeterpunten, _laatste_zonder).items():
        message = f"{name_punten(punten)} met stand '{status}': {mist} ontbreekt"
        last = len(punten[0].value.opvolging) - 1
        yield Violation(message, punten[0].place.at("opvolging", last, "status"))


def _vastgesteld(punt: Located[Verbeterpunt]) -> Iterator[Violation]:
    for index, stap in enumerate(punt.value.opvolging):
        mist = mist_bij_vastgesteld(stap)
        if mist:
            message = f"punt {punt.value.id} heeft stand '{VASTGESTELD}' zonder {' en zonder '.join(mist)}"
            place = punt.place.at("opvolging", index, "status")
            yield Violation(message, place, "zet erbij waaruit het blijkt en wie het zag", Severity.ERROR)


def _laatste_zonder(punt: Verbeterpunt) -> tuple[str, str] | None:
    """Return the latest status and what it lacks, None when it lacks nothing."""
    stap = punt.opvolging[-1] if punt.opvolging else None
    if stap is None:
        return None
    if stap.status in ("deels", "gereed-volgens-aanbieder") and not stap.bewijs:
        return stap.status, "bewijs"
    return (stap.status, "de toelichting") if stap.status == "vervallen" and not stap.toelichting else None
