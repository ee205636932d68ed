"""
Er geldt één versie, en de versies staan op volgorde

## Waarom
Iedereen moet kunnen zien welk rapport geldt. Gelden er twee, of heeft een nieuwe versie een lager nummer of een
eerdere datum dan de vorige, dan weet een lezer dat niet.

## Fout
```yaml
versies:
  - nummer: 1
    status: geldend
  - nummer: 2
    status: geldend
```

## Goed
```yaml
versies:
  - nummer: 1
    status: vervangen
    reden: De aanbieder leverde alsnog het verslag.
  - nummer: 2
    status: geldend
```

## Let op
Het programma schrijft dit bestand zelf. Een melding hier komt meestal van het samenvoegen van twee kopieën.

## Grondslag
Algemene wet bestuursrecht, artikel 3:41: wie een besluit krijgt, moet weten welk besluit geldt.
"""

from collections.abc import Iterator
from itertools import pairwise

from toezicht_cli.analysis.vaststelling import number_of
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.verloop import Versie
from toezicht_cli.rules.base import rule


@rule(
    "VST003", "versies-in-verkeerde-volgorde", severity=Severity.ERROR, since="0.1", needs=("vaststelling",)
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a second version that counts, and one with a number or a day that is not after the last."""
    versies = tuple(dossier.walk(Versie))
    geldend = [located for located in versies if located.value.status == "geldend"]
    for located in geldend[:-1]:
        message = f"versie {located.value.nummer} geldt, en versie {geldend[-1].value.nummer} ook"
        yield Violation(message, located.place.at("status"), "zet de oudste op vervangen, met een reden")
    for last, located in pairwise(versies):
        yield from _compare(last.value, located)


def _compare(last: Versie, located: Located[Versie]) -> Iterator[Violation]:
    versie = located.value
    if not _is_next(last.nummer, versie.nummer):
        message = f"versie {versie.nummer} staat na versie {last.nummer}"
        yield Violation(
            message, located.place.at("nummer"), "elke versie heeft een hoger nummer dan de vorige"
        )
    if last.vastgesteld_op.is_later_than(versie.vastgesteld_op):
        message = f"versie {versie.nummer} is vastgesteld voor versie {last.nummer}"
        yield Violation(message, located.place.at("vastgesteld_op"), "ga na welke van de twee datums klopt")


def _is_next(last: str, nummer: str) -> bool:
    """Whether a number comes after another; of what is no number only that it is another is known."""
    before, after = number_of(last), number_of(nummer)
    if before is not None and after is not None:
        return after > before
    return last != nummer
