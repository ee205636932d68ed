"""
Een maatregel van het college komt na het vastgestelde rapport

## Waarom
Het college besluit op een rapport dat vaststaat, en waar de aanbieder op kon reageren. Een afspraak over veiligheid die
niet kan wachten, is iets anders: die heeft de soort `veiligheidsafspraak`.

## Fout
```yaml
# onderzoek.yaml: vastgesteld_op: 2026-06-10
stappen:
  - {datum: 2026-05-01, trede: clientenstop, maatregel: Cliëntenstop, besloten_door: college van Lindenstad}
```

## Goed
```yaml
stappen:
  - {datum: 2026-07-01, trede: clientenstop, maatregel: Cliëntenstop, besloten_door: college van Lindenstad}
```

## Let op
Dit gaat alleen over treden in de groep `corrigerend`. Soms kan een maatregel echt niet wachten: accepteer de melding
dan met de reden.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bevriezen import find_eerste_vaststelling
from toezicht_cli.analysis.momenten import known_momenten
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Stap
from toezicht_cli.rules.base import rule


@rule(
    "VRL007",
    "maatregel-voor-vaststelling",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "omgeving"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a corrective maatregel of before the vaststelling, or while there is none."""
    werkmap = dossier.omgeving.werkmap
    zwaar = (
        {trede.id for trede in werkmap.interventieladder if trede.groep == "corrigerend"}
        if werkmap
        else set()
    )
    vastgesteld = known_momenten(dossier.onderzoek).get("vastgesteld_op")
    if vastgesteld is None and dossier.onderzoek.fase == "definitief":
        return  # the day is not known
    if vastgesteld:
        vastgesteld = find_eerste_vaststelling(dossier, vastgesteld)
    for located in dossier.walk(Stap):
        stap = located.value
        if stap.soort != "maatregel" or stap.trede not in zwaar:
            continue
        if vastgesteld is None or vastgesteld.is_later_than(stap.datum):
            message = f"de maatregel van {stap.datum.leesbaar} is van voor het vastgestelde rapport"
            hulp = "is het een afspraak die niet kon wachten, geef dan soort: veiligheidsafspraak"
            yield Violation(message, located.place.at("datum"), hulp)
