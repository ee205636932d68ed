"""
Een gemeente in een register staat in toezicht.yaml

## Waarom
Cijfers worden per gemeente geteld. Een naam die net anders is, valt buiten elke telling.

## Fout
```yaml
# signalen/2026/S-2026-001.yaml
gemeente: Waterstadt
```

## Goed
```yaml
# toezicht.yaml
gemeenten:
  - naam: Waterstad
# signalen/2026/S-2026-001.yaml
gemeente: Waterstad
```

## Let op
Noemt toezicht.yaml geen gemeenten, dan wordt hier niets gemeld. Bij een onderzoek is het een let-op: soms doet een team een onderzoek voor een andere gemeente.

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Place, Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.register import Gesprek, Melding, Registeraanbieder, Signaal
from toezicht_cli.rules.base import rule


@rule("REG003", "gemeente-onbekend", severity=Severity.ERROR, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an entry or aanbieder, or an onderzoek, with a gemeente that the werkmap does not name."""
    werkmap = dossier.omgeving.werkmap
    known = [gemeente.naam for gemeente in werkmap.gemeenten] if werkmap else []
    if not known:
        return
    for naam, place in _walk_gemeenten(dossier):
        if naam not in known:
            hulp = suggest(naam, known) or f"deze staan in toezicht.yaml: {', '.join(known)}"
            yield Violation(f"gemeente {quote(naam)} staat niet in toezicht.yaml", place, hulp)
    for onderzoek in dossier.omgeving.onderzoeken:
        for index, gemeente in enumerate(onderzoek.value.gemeenten):
            if gemeente.naam not in known:
                hulp = suggest(gemeente.naam, known) or "dit onderzoek telt bij geen gemeente van de werkmap"
                message = f"gemeente {quote(gemeente.naam)} staat niet in toezicht.yaml"
                place = onderzoek.place.at("gemeenten", index, "naam")
                yield Violation(message, place, hulp, Severity.WARNING)


def _walk_gemeenten(dossier: Dossier) -> Iterator[tuple[str, Place]]:
    """Yield every gemeente that a register names, with its place."""
    single: list[Located[Signaal] | Located[Melding]] = [*dossier.walk(Signaal), *dossier.walk(Melding)]
    several: list[Located[Gesprek] | Located[Registeraanbieder]] = [
        *dossier.walk(Gesprek),
        *dossier.walk(Registeraanbieder),
    ]
    for one in single:
        if one.value.gemeente is not None:
            yield one.value.gemeente, one.place.at("gemeente")
    for many in several:
        for index, naam in enumerate(many.value.gemeenten):
            yield naam, many.place.at("gemeenten", index)
