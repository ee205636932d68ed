"""
Elke bron uit de lijst wordt ergens genoemd

## Waarom
Een bron die nergens wordt genoemd, roept een vraag op. Is zij vergeten bij een bevinding, of heeft
zij niet meegeteld? Wie de bronnenlijst leest, mag denken dat het oordeel erop steunt.

## Fout
```yaml
# bronnen.yaml
bronnen:
  - {id: B01, soort: beleidsdocument, titel: Werkwijze plannen}
  - {id: B02, soort: beleidsdocument, titel: Klachtenregeling}   # geen bevinding noemt B02
```

## Goed
```yaml
# bevindingen/1.1.yaml
bevindingen:
  - id: a
    tekst: Het beleid beschrijft het plan en de klachten.
    bronnen: [B01, B02]
```

## Let op
Tot en met vijf ongebruikte bronnen krijgt elke bron een eigen melding, op haar eigen regel. Je kunt er
dan één uitzonderen, met `plaats: B02`. Zijn het er meer, dan is er één melding over de hele lijst: het
is dan één vraag en niet dertig. Die zonder je uit met `plaats: bronnen`.

Een bron is genoemd als haar nummer staat bij een bevinding, een cijfer, een stap in de opvolging of een
gevraagd document, of als `[@B02]` in een tekst staat. De controle begint bij het conceptrapport: tot
dan groeit de lijst nog.

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: een besluit rust op een deugdelijke motivering. Een lijst die
klopt met de tekst maakt dat na te gaan.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import name_bronnen
from toezicht_cli.analysis.verwijzingen import walk_bronverwijzingen
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_MAX_APART = 5
_HELP = "noem de bron bij de bevinding die erop steunt, of haal de regel weg"


@rule(
    "BRN001",
    "ongebruikte-bron",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "bevindingen", "bronnen", "verbeterpunten", "cijfers", "uitvraag"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the bronnen that nothing names: each one when they are few, else all at once."""
    if not dossier.onderzoek.is_vanaf_concept:
        return
    named = {verwijzing.bron_id for verwijzing in walk_bronverwijzingen(dossier)}
    unused = [bron for bron in dossier.bronnen if bron.value.id not in named]
    if len(unused) > _MAX_APART:
        ids = name_bronnen([bron.value.id for bron in unused])
        message = f"{len(unused)} van de {len(dossier.bronnen)} bronnen worden nergens genoemd: {ids}"
        yield Violation(message, Place(unused[0].place.file).at_key("bronnen"), _HELP)
        return
    for bron in unused:
        yield Violation(f"bron {bron.value.id} wordt nergens genoemd", bron.place.at("id"), _HELP)
