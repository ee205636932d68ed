"""
Bij elk criterium van een getoetste norm staat een bevinding

## Waarom
Wie bij een norm aangeeft over welke criteria een bevinding gaat, laat zo ook zien welke criteria nog
niet besproken zijn. Dat kan een keuze zijn, of een gat.

## Fout
```yaml
norm: "1.2"            # het kader heeft bij 1.2 de criteria a en b
oordeel: voldoet
bevindingen:
  - {id: a, tekst: Het gesprek is gevoerd., bronnen: [I01], criteria: [a]}
```

## Goed
```yaml
norm: "1.2"
oordeel: voldoet
bevindingen:
  - {id: a, tekst: Het gesprek is gevoerd., bronnen: [I01], criteria: [a]}
  - {id: b, tekst: Er is een verslag., bronnen: [D01], criteria: [b]}
```

## Grondslag
Goed gebruik: het kader noemt waar naar gekeken wordt.

## Let op
Noemt geen enkele bevinding bij een norm een criterium, dan zwijgt het programma: dan werkt het onderzoek
niet met criteria. Een bevinding over een criterium geldt ook voor de onderdelen daarvan.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.normen import find_onbehandelde_criteria
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("NRM007", "criterium-zonder-bevinding", severity=Severity.INFO, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report once per norm which criteria no bevinding names, if any bevinding names one."""
    for located in dossier.normoordelen:
        norm = dossier.kader.find_norm(located.value.norm)
        named = [criterium for item in located.value.bevindingen for criterium in item.criteria]
        if norm is None or not named or not located.value.is_beoordeeld:
            continue
        if missing := find_onbehandelde_criteria(norm, named):
            what = "criterium" if len(missing) == 1 else "criteria"
            message = (
                f"bij norm {located.value.sleutel} gaat geen bevinding over {what} {join_words(missing)}"
            )
            yield Violation(message, located.place.at_key("bevindingen"))
