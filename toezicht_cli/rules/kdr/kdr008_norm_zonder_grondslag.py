"""
Elke norm van een kader noemt haar grondslag

## Waarom
Met de grondslag erbij kan iedereen nagaan op welke wet of welk beleid een norm rust. Dat helpt in een
gesprek met de aanbieder en bij een besluit.

## Fout
```yaml
normen:
  - {id: "1.1", titel: Plan, omschrijving: Er is een plan.}
```

## Goed
```yaml
normen:
  - id: "1.1"
    titel: Plan
    omschrijving: Er is een plan.
    grondslag: [{bepaling: "Wmo 2015, artikel 3.1", eigen_lezing: ja}]
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:47: bij de motivering hoort zo mogelijk het voorschrift waar zij op
rust.

## Let op
Er is één tip voor alle normen samen. Noemt het kader zelf geen grondslag, dan mag een eigen lezing, met
`eigen_lezing: ja`.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.woorden import join_words, plural
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Norm
from toezicht_cli.rules.base import rule

_MEEST = 5


@rule("KDR008", "norm-zonder-grondslag", severity=Severity.INFO, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report, in one finding, the normen that name no ground."""
    zonder = [norm for norm in dossier.walk(Norm) if not norm.value.grondslag]
    if zonder:
        nummers = [norm.value.id for norm in zonder[:_MEEST]]
        if len(zonder) > _MEEST:
            nummers.append("andere")
        aantal = plural(len(zonder), "norm noemt", "normen noemen")
        message = f"{aantal} geen grondslag: {join_words(nummers)}"
        yield Violation(message, zonder[0].place.at("id"), "noem de wet en het artikel in grondslag")
