"""
Een norm staat onder het thema van haar nummer

## Waarom
Norm 2.1 onder thema 1 is vaak een tikfout of een norm die bij het kopiëren op de verkeerde plek kwam. De
telling per thema klopt dan niet met wat de lezer verwacht.

## Fout
```yaml
themas:
  - id: "1"
    titel: De cliënt
    normen:
      - {id: "2.1", titel: Plan, omschrijving: Er is een plan.}
```

## Goed
```yaml
themas:
  - id: "1"
    titel: De cliënt
    normen:
      - {id: "1.1", titel: Plan, omschrijving: Er is een plan.}
```

## Grondslag
Goed gebruik: in een kader met nummers begint het nummer van een norm met dat van het thema.

## Let op
Deze controle kijkt alleen naar kaders waarin elk thema een getal als nummer heeft, en naar normen waarvan
het nummer met een getal begint. Er is één melding per thema.
"""

import re
from collections.abc import Iterator

from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Thema
from toezicht_cli.rules.base import rule

_NUMMER = re.compile(r"([0-9]{1,4})[.-]", re.ASCII)


@rule("KDR005", "norm-buiten-thema", severity=Severity.WARNING, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report per thema the normen whose number begins with that of another thema."""
    themas = tuple(dossier.walk(Thema))
    if not all(thema.value.id.isdecimal() for thema in themas):
        return
    for thema in themas:
        vreemd = [
            (index, norm.id)
            for index, norm in enumerate(thema.value.normen)
            if (match := _NUMMER.match(norm.id)) and match[1] != thema.value.id
        ]
        if vreemd:
            nummers = join_words([norm_id for _, norm_id in vreemd])
            message = f"onder thema {thema.value.id} staat een norm met een ander nummer: {nummers}"
            yield Violation(message, thema.place.at("normen", vreemd[0][0], "id"))
