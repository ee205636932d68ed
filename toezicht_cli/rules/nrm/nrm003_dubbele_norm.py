"""
Over elke norm is er één bestand, met een kader per locatie één per vestiging

## Waarom
Twee bestanden over dezelfde norm kunnen elkaar tegenspreken, en de telling zou de norm dubbel tellen.

## Fout
```yaml
# bevindingen/1.2.yaml, terwijl bevindingen/1.1.yaml er ook is
norm: "1.1"
oordeel: voldoet
```

## Goed
```yaml
# bevindingen/1.2.yaml
norm: "1.2"
oordeel: voldoet
```

## Grondslag
Afspraak van dit programma: één bestand is één oordeel.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.rules.base import rule

_HELP = "houd één van de twee bestanden, of wijzig het nummer van de norm"


@rule("NRM003", "dubbele-norm", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every normoordeel on a norm that has one already, the one with the wrong file name last."""
    file_by_sleutel: dict[str, str] = {}
    for located in sorted(dossier.normoordelen, key=_is_misnamed):
        sleutel = located.value.sleutel
        first = file_by_sleutel.setdefault(sleutel, located.place.file)
        if first != located.place.file:
            message = f"norm {sleutel} staat ook al in {first}"
            yield Violation(message, located.place.at("norm"), _HELP)


def _is_misnamed(located: Located[Normoordeel]) -> bool:
    return located.place.file != f"bevindingen/{located.value.sleutel}.yaml"
