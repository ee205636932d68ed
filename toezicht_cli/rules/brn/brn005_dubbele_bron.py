"""
Een bron staat één keer in de lijst

## Waarom
Staat een document of een gesprek twee keer in de lijst, dan lijkt het oordeel op meer te steunen dan
er is. Ook weet een lezer niet welke van de twee regels bedoeld is.

## Fout
```yaml
bronnen:
  - {id: B12, soort: beleidsdocument, titel: gedragscode cliënten, ontvangen_op: 2026-02-03}
  - {id: B22, soort: beleidsdocument, titel: Gedragscode cliënten, ontvangen_op: 2026-02-09}
```

## Goed
```yaml
bronnen:
  - {id: B12, soort: beleidsdocument, titel: Gedragscode cliënten, versie: "1", ontvangen_op: 2026-02-03}
  - {id: B22, soort: beleidsdocument, titel: Gedragscode cliënten, versie: "2", ontvangen_op: 2026-02-09}
```

## Let op
Hoofdletters, accenten en leestekens tellen niet mee. Twee regels met dezelfde titel zijn toch twee
bronnen als zij allebei een versie, documentdatum, geldigheid, aantal, steekproef, frequentie of
toelichting hebben en die verschilt. Een andere dag van ontvangst is niet genoeg: één document kan twee
keer binnenkomen. Bij een stapel, zoals meldingen van elke week, telt die dag wel.

Een gesprek, bezoek of dossier is pas dubbel als ook de rol en de dagen gelijk zijn.

## Grondslag
Goed gebruik: elk stuk heeft in de bronnenlijst één nummer.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bronnen import find_dubbele
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "voeg de regels samen, of noem de versie of de documentdatum waarin zij verschillen"


@rule("BRN005", "dubbele-bron", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every row of the list that seems to be the same bron as an earlier one."""
    for bron, eerdere in find_dubbele(dossier.bronnen):
        naam = quote(bron.value.naam)
        message = f"bron {bron.value.id} lijkt dezelfde als bron {eerdere.value.id}: {naam}"
        yield Violation(message, bron.place.at("titel" if bron.value.titel else "aanduiding"), _HELP)
