"""
De fase past bij de momenten die zijn ingevuld

## Waarom
De fase zegt hoe ver het onderzoek is. Overzichten en termijnen gaan ervan uit dat zij klopt met de datums.

## Fout
```yaml
fase: uitvoering
momenten:
  concept_verzonden_op: 2026-04-20
```

## Goed
```yaml
fase: conceptrapport
momenten:
  concept_verzonden_op: 2026-04-20
```

## Let op
Een fout is het als een moment is ingevuld dat pas in een latere fase kan komen. Een let-op is het als de fase
`reactie-aanbieder` is zonder `concept_verzonden_op`, of `definitief` zonder `vastgesteld_op`. `niet-vermeld` is
genoeg. Ook een versie in `vaststelling.yaml` is genoeg. Een reactie die al binnen is in de fase
`conceptrapport`, is een let-op: zet dan de fase verder.

## Grondslag
Afspraak van dit programma over wat een fase betekent.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.momenten import GEBEURTENISSEN, is_stated, known_momenten
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import FASE_VANAF_CONCEPT, FASEN, Fase, Onderzoek
from toezicht_cli.models.verloop import Versie
from toezicht_cli.rules.base import rule

_EERSTE_FASE: dict[str, Fase] = {
    "concept_verzonden_op": "conceptrapport",
    "reactie_ontvangen_op": "reactie-aanbieder",
    "vastgesteld_op": "definitief",
    "verzonden_op": "definitief",
    "openbaar_op": "definitief",
    "verbeterplan_ontvangen_op": "definitief",
}
_VEREIST: dict[Fase, str] = {
    "reactie-aanbieder": "concept_verzonden_op",
    "definitief": "vastgesteld_op",
}


@rule("TRM005", "fase-past-niet-bij-moment", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the first moment that is too early for the fase, or the one that the fase lacks."""
    has_versie = any(True for _ in dossier.walk(Versie))
    for located in dossier.walk(Onderzoek):
        yield from _check_too_early(located.value, located.place)
        fase = located.value.fase
        vereist = _VEREIST.get(fase)
        if vereist and not is_stated(located.value, vereist) and not has_versie:
            message = f"de fase is {fase}, maar {vereist} is niet ingevuld"
            hulp = f"vul {vereist} in onder momenten, of niet-vermeld als niemand het weet"
            yield Violation(message, located.place.at("fase"), hulp, Severity.WARNING)


def _check_too_early(onderzoek: Onderzoek, place: Place) -> Iterator[Violation]:
    reached = FASEN.index(onderzoek.fase)
    early = [
        naam for naam in known_momenten(onderzoek) if FASEN.index(_EERSTE_FASE.get(naam, FASEN[0])) > reached
    ]
    if early:
        naam = early[-1]
        message = f"{GEBEURTENISSEN[naam]}, maar de fase is nog {onderzoek.fase}"
        only_reactie = naam == "reactie_ontvangen_op" and reached >= FASE_VANAF_CONCEPT
        severity = Severity.WARNING if only_reactie else None
        hulp = f"zet de fase op {_EERSTE_FASE[naam]}, of haal de datum weg"
        yield Violation(message, place.at("momenten", naam), hulp, severity)
