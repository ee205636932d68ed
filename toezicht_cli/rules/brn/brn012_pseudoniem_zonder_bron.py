"""
Wie in de tekst een pseudoniem heeft, staat in de bronnenlijst

## Waarom
Staan Cliënt A en Cliënt B in de bronnenlijst en noemt een bevinding Cliënt C, dan weet niemand wie dat
is. Meestal is het een tikfout of ontbreekt er een interview.

## Fout
```yaml
# bevindingen/1.1.yaml; in bronnen.yaml staan Cliënt A en Cliënt B
bevindingen:
  - id: a
    tekst: Cliënt C kent het plan niet.
    bronnen: [I02]
```

## Goed
```yaml
# bevindingen/1.1.yaml; in bronnen.yaml staan Cliënt A en Cliënt B
bevindingen:
  - id: a
    tekst: Cliënt B kent het plan niet.
    bronnen: [I02]
```

## Let op
Het kan iemand zijn over wie is gesproken en met wie niet. Dan is er niets mis, maar een lezer vraagt het
zich wel af. Geef die persoon liever geen letter uit dezelfde reeks.

Een reeks is een woord met een letter of een getal, zoals in `aanduiding: Cliënt A`, die met A of 1 begint.
De controle leest `onderzoek.yaml`, de bevindingen en de punten. Zij ziet niet wat in een opsomming achter het
eerste staat, zoals de E in "de cliënten A en E".

## Grondslag
Goed gebruik: een pseudoniem wijst naar precies één bron.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import name_bronnen
from toezicht_cli.analysis.pseudoniemen import Pseudoniem, find_onbekende, find_reeksen
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.verbeterpunt import Verbeterpunten
from toezicht_cli.rules.base import rule


@rule("BRN012", "pseudoniem-zonder-bron", severity=Severity.WARNING, since="0.1", needs=("bronnen",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each pseudonym of a series in the list that the list itself lacks, where it first stands."""
    reeksen = find_reeksen([bron.value for bron in dossier.bronnen])
    files = {
        item.place.file for kind in (Onderzoek, Normoordeel, Verbeterpunten) for item in dossier.walk(kind)
    }
    seen: set[Pseudoniem] = set()
    for tekstplaats in dossier.teksten if reeksen else ():
        if tekstplaats.place.file not in files:
            continue
        for pseudoniem, words in find_onbekende(tekstplaats.tekst, reeksen):
            if pseudoniem in seen:
                continue
            seen.add(pseudoniem)
            known = name_bronnen(sorted(reeksen[pseudoniem.woord], key=_order))
            message = f"{quote(words)} staat niet in de bronnenlijst, die kent {known}"
            yield Violation(message, tekstplaats.place, "verbeter de letter, of zet de bron in de lijst")


def _order(letter: str) -> tuple[int, str]:
    return (len(letter), letter)
