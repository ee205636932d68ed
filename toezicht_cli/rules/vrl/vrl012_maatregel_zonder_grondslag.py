"""
Bij een maatregel staat waar zij op rust

## Waarom
Wie een maatregel krijgt, mag weten op welke regel of afspraak zij rust. Dat kan bij de maatregel zelf staan, of bij de
trede in `toezicht.yaml`.

## Fout
```yaml
stappen:
  - {datum: 2026-07-01, maatregel: De aanbieder maakt een plan van aanpak., besloten_door: Toezichthouder 1}
```

## Goed
```yaml
stappen:
  - datum: 2026-07-01
    maatregel: De aanbieder maakt een plan van aanpak.
    besloten_door: Toezichthouder 1
    grondslag: Beleidskader toezicht, hoofdstuk 4
```

## Let op
Een veiligheidsafspraak is een afspraak: die hoeft geen grondslag te hebben.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Stap
from toezicht_cli.rules.base import rule


@rule("VRL012", "maatregel-zonder-grondslag", severity=Severity.INFO, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every maatregel that has no grondslag, and neither has its trede."""
    werkmap = dossier.omgeving.werkmap
    ladder = werkmap.interventieladder if werkmap else ()
    gegrond = {trede.id for trede in ladder if trede.grondslag}
    for located in dossier.walk(Stap):
        stap = located.value
        if stap.soort == "maatregel" and stap.grondslag is None and stap.trede not in gegrond:
            message = f"bij de maatregel van {stap.datum.leesbaar} staat geen grondslag"
            yield Violation(message, located.place.at("maatregel"), "vul grondslag in, hier of bij de trede")
