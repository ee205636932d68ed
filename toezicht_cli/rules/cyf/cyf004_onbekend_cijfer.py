"""
Elk genoemd cijfer staat in cijfers.yaml

## Waarom
`{cijfer:naam}` in een tekst wordt in het rapport een getal. Dat kan alleen als de naam bestaat en de
schrijfwijze klopt. Anders staat er een gat in de zin.

## Fout
```yaml
bevindingen:
  - id: a
    tekst: In {cijfer:zonder-verslag} van de dossiers ontbreekt een verslag.
    bronnen: [D01]
```

## Goed
```yaml
bevindingen:
  - id: a
    tekst: In {cijfer:zonder_verslag} van de dossiers ontbreekt een verslag.
    bronnen: [D01]
```

## Let op
De controle kijkt naar alle teksten van het onderzoek en naar de optellingen, aandelen en gelijkheden.
Ook iets wat erop lijkt wordt gemeld, zoals `{cijfer: naam}` met een spatie of `{cijfr:naam}`. Dezelfde
naam telt per tekst één keer.

## Grondslag
Afspraak van dit programma: elk getal heeft één plek.
"""

from collections.abc import Iterator, Sequence

from toezicht_cli.analysis.cijfers import walk_cijfernamen
from toezicht_cli.analysis.cijfers_in_tekst import Cijferverwijzing, walk_cijferverwijzingen
from toezicht_cli.diagnostics import Place, Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("CYF004", "onbekend-cijfer", severity=Severity.ERROR, since="0.1", needs=("cijfers",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every name of a figure that cijfers.yaml does not hold, and every malformed call."""
    known = tuple(dossier.cijfers.cijfers)
    for naam, place in walk_cijfernamen(dossier):
        if naam not in known:
            yield _unknown(naam, place, known)
    for verwijzing in walk_cijferverwijzingen(dossier):
        if verwijzing.letterlijk is not None:
            yield _malformed(verwijzing, known)
        elif verwijzing.naam not in known:
            yield _unknown(verwijzing.naam, verwijzing.place, known)


def _unknown(naam: str, place: Place, known: Sequence[str]) -> Violation:
    return Violation(f"cijfer {naam} staat niet in cijfers.yaml", place, suggest(naam, known))


def _malformed(verwijzing: Cijferverwijzing, known: Sequence[str]) -> Violation:
    message = f"{quote(verwijzing.letterlijk or '')} is geen goede verwijzing naar een cijfer"
    if verwijzing.naam in known:
        return Violation(message, verwijzing.place, f"schrijf {{cijfer:{verwijzing.naam}}}")
    return Violation(message, verwijzing.place, suggest(verwijzing.naam, known) or "schrijf {cijfer:naam}")
