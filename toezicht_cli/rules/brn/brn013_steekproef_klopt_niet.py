"""
Een steekproef klopt met de bronnen die eruit komen

## Waarom
De omvang van een steekproef zegt hoe stevig een bevinding staat. Zijn er volgens de bronnenlijst meer of
minder stukken bekeken, dan weet de lezer niet wat er echt is gedaan.

## Fout
```yaml
# onderzoek.yaml
steekproeven:
  - {id: dossiers, wat: cliëntdossiers, populatie: 20, omvang: 5, wijze: aselect}
# bronnen.yaml
bronnen:
  - {id: D01, soort: clientdossier, aantal: 4, datum: 2026-02-11, steekproef: dossiers}
```

## Goed
```yaml
# onderzoek.yaml
steekproeven:
  - {id: dossiers, wat: cliëntdossiers, populatie: 20, omvang: 4, wijze: aselect}
# bronnen.yaml
bronnen:
  - {id: D01, soort: clientdossier, aantal: 4, datum: 2026-02-11, steekproef: dossiers}
```

## Let op
De controle telt de stukken van alle regels bij elkaar. Komt dat niet uit, dan is het ook goed als één soort
bron op de omvang uitkomt en de andere soorten eronder blijven: van dezelfde cliënten kun je het dossier lezen
en een deel spreken. Hebben alle regels van een soort precies de omvang, dan gaan zij over dezelfde mensen,
zoals de VOG's en de diploma's van zes medewerkers.

Een populatie die `onbekend` of `niet-vermeld` is, wordt niet vergeleken. Vóór het conceptrapport is een
verschil een let-op, en mag een steekproef nog zonder bronnen zijn.

## Grondslag
Goed gebruik: een steekproef is na te rekenen.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from toezicht_cli.analysis.woorden import plural
from toezicht_cli.diagnostics import Place, Severity, Violation, suggest
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Steekproef
from toezicht_cli.rules.base import rule


@rule(
    "BRN013",
    "steekproef-klopt-niet",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "bronnen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report unknown, unused and miscounted steekproeven, and those larger than their populatie."""
    known = [steekproef.id for steekproef in dossier.onderzoek.steekproeven]
    bronnen: defaultdict[str, list[Bron]] = defaultdict(list)
    for bron in dossier.bronnen:
        naam = bron.value.steekproef
        if naam and naam not in known:
            message = f"steekproef {naam} van bron {bron.value.id} staat niet in onderzoek.yaml"
            yield Violation(message, bron.place.at("steekproef"), suggest(naam, known))
        elif naam:
            bronnen[naam].append(bron.value)
    for steekproef in dossier.walk(Steekproef):
        yield from _check_populatie(steekproef.value, steekproef.place)
        rows = bronnen[steekproef.value.id]
        yield from _check_omvang(
            steekproef.value, rows, steekproef.place, is_final=dossier.onderzoek.is_vanaf_concept
        )


def _check_populatie(steekproef: Steekproef, place: Place) -> Iterator[Violation]:
    populatie = steekproef.populatie
    if isinstance(populatie, Decimal) and steekproef.omvang > populatie:
        message = f"steekproef {steekproef.id} telt {steekproef.omvang} stuks, meer dan de populatie van {populatie:f}"
        yield Violation(message, place.at("omvang"))


def _check_omvang(
    steekproef: Steekproef, rows: Sequence[Bron], place: Place, *, is_final: bool
) -> Iterator[Violation]:
    if not rows and is_final:
        message = f"geen bron komt uit steekproef {steekproef.id}"
        hulp = f"zet steekproef: {steekproef.id} bij de bronnen die eruit komen"
        yield Violation(message, place.at("id"), hulp, Severity.WARNING)
    if rows and not _fits(steekproef.omvang, rows):
        total = sum(bron.stuks for bron in rows)
        counted = plural(total, "stuk", "stuks")
        message = f"steekproef {steekproef.id} heeft omvang {steekproef.omvang}, maar de bronnenlijst telt {counted}"
        hulp = f"het gaat om {', '.join(bron.id for bron in rows)}"
        yield Violation(message, place.at("omvang"), hulp, None if is_final else Severity.WARNING)


def _fits(omvang: int, rows: Sequence[Bron]) -> bool:
    """Whether all rows together are the sample, or the rows of one soort alone."""
    counts_by_soort: defaultdict[str, list[int]] = defaultdict(list)
    for bron in rows:
        counts_by_soort[bron.soort].append(bron.stuks)
    largest = max(_people(omvang, counts) for counts in counts_by_soort.values())
    return omvang in (largest, sum(bron.stuks for bron in rows))


def _people(omvang: int, counts: Sequence[int]) -> int:
    """Return how many people the rows of one soort are about: VOG's and diploma's of six are six."""
    return omvang if set(counts) == {omvang} else sum(counts)
