"""
Een ongunstig oordeel steunt op meer dan één soort bron

## Waarom
Een oordeel waar een vereiste aanpassing uit volgt, raakt de aanbieder. Het staat sterker als het beeld
uit verschillende hoeken komt: wat mensen zeggen, wat in dossiers staat en wat het beleid zegt.

## Fout
```yaml
norm: "1.2"
oordeel: voldoet-niet
bevindingen:
  - id: a
    tekst: Twee cliënten zeggen dat er geen gesprek was.
    bronnen: [I01, I02]
```

## Goed
```yaml
norm: "1.2"
oordeel: voldoet-niet
bevindingen:
  - id: a
    tekst: Twee cliënten zeggen dat er geen gesprek was.
    bronnen: [I01, I02]
  - id: b
    tekst: In de dossiers staat ook geen verslag.
    bronnen: [D01]
```

## Let op
Het gaat om een oordeel in een categorie die volgens het kader een vereiste aanpassing vraagt. Bij
interviews telt de rol: een cliënt en een medewerker zijn twee soorten. De soort en de rol `overig` zijn
verzamelbakken: daar telt elke bron als een eigen soort.

Soms is één soort bron genoeg. Of er een VOG is, zie je alleen in de personeelsdossiers. Maak dan een
uitzondering met die reden.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: een bestuursorgaan verzamelt de nodige kennis over de feiten.
Dat daar meer dan één soort bron bij hoort, is goed gebruik in onderzoek.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import kind_of_bron
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "ga na of een andere soort bron hetzelfde laat zien"


@rule(
    "BRN006",
    "oordeel-op-een-soort-bron",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "kader", "bronnen"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every oordeel that asks a vereiste aanpassing and rests on bronnen of one kind."""
    ongunstig = {
        categorie.id
        for categorie in dossier.kader.schaal.from_best[1:]
        if categorie.vraagt == "vereiste-aanpassing"
    }
    kind_by_id = {bron.value.id: kind_of_bron(bron.value) for bron in dossier.bronnen}
    for located in dossier.normoordelen:
        normoordeel = located.value
        kinds = {kind_by_id.get(bron_id) for bron_id in normoordeel.alle_bronnen}
        if normoordeel.oordeel not in ongunstig or len(kinds) != 1:
            continue
        if kind := kinds.pop():
            message = f"het oordeel '{normoordeel.oordeel}' op norm {normoordeel.sleutel} steunt alleen op {kind[1]}"
            yield Violation(message, located.place.at("oordeel"), _HELP)
