"""
Van elke dag waarover een termijn loopt, is bekend of het een feestdag is

## Waarom
Het programma kent de feestdagen van een aantal jaren. Loopt een termijn daarbuiten, dan telt het alleen zaterdagen
en zondagen niet mee. De laatste dag kan dan te vroeg zijn.

## Fout
```yaml
# de kalender gaat tot en met 31 december 2028; de termijn is 10 werkdagen
momenten:
  concept_verzonden_op: 2028-12-20
```

## Goed
```yaml
# de kalender gaat tot en met 31 december 2028; de termijn is 10 werkdagen
momenten:
  concept_verzonden_op: 2028-11-06
```

## Let op
Zet je een eigen kalender in de werkmap (`kaders/termijnen/kalender.yaml`), dan telt die. Een nieuwere versie van dit
programma kent latere jaren. Een termijn in weken die niet doorschuift, heeft geen kalender nodig.

## Grondslag
Algemene termijnenwet, artikel 3: welke dagen met een feestdag gelijk zijn gesteld, wordt elk jaar opnieuw besloten.
"""

from collections.abc import Iterator
from datetime import date

from toezicht_cli.analysis.termijnen import list_standen
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.termijn import Termijn
from toezicht_cli.models.uitvraag import Verzoek
from toezicht_cli.rules.base import rule

_HELP = "reken de laatste dag zelf na, of zet een eigen kalender in de werkmap"


@rule(
    "TRM012",
    "termijn-buiten-kalender",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "omgeving", "uitvraag"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each term of which it is not known on all its days whether they are free."""
    werkmap = dossier.omgeving.werkmap
    for termijn in werkmap.termijnen if werkmap else ():
        standen = list(list_standen(termijn, dossier, date.max))
        unknown = next((index for index, stand in enumerate(standen) if stand.waarschuwing), None)
        if unknown is not None:
            message = f"de termijn {termijn.id} is niet zeker: {standen[unknown].waarschuwing}"
            yield Violation(message, _place(termijn, dossier, unknown), _HELP)


def _place(termijn: Termijn, dossier: Dossier, index: int) -> Place:
    """Return where the day stands that the term begins on."""
    if termijn.vanaf == "gevraagd_op":
        return list(dossier.walk(Verzoek))[index].place.at("gevraagd_op")
    onderzoek = next(dossier.walk(Onderzoek))
    if termijn.vanaf == "laatste_bezoek":
        return onderzoek.place.at_key("bezoeken")
    return onderzoek.place.at("momenten", termijn.vanaf)
