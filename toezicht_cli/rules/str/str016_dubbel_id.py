"""
Elk nummer en elke naam komt maar één keer voor

## Waarom
Met twee bronnen I01 is niet te zien op welke een bevinding steunt. Hetzelfde geldt voor punten, verzoeken,
steekproeven, vestigingen, reacties en begrippen, en voor de bevindingen bij één norm.

## Fout
```yaml
bronnen:
  - {id: I01, soort: interview, rol: client, aanduiding: Cliënt A}
  - {id: I01, soort: interview, rol: client, aanduiding: Cliënt B}
```

## Goed
```yaml
bronnen:
  - {id: I01, soort: interview, rol: client, aanduiding: Cliënt A}
  - {id: I02, soort: interview, rol: client, aanduiding: Cliënt B}
```

## Grondslag
Afspraak van dit programma: onderdelen zijn te vinden op hun nummer, en nooit op hun plaats in een lijst.

## Let op
Een nummer mag wel in twee soorten voorkomen: bron B01 en punt B01 storen elkaar niet. Bevinding a mag bij
elke norm opnieuw.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.dubbelen import find_doubles
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.betrokkenen import Vestiging
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import Bevinding
from toezicht_cli.models.onderzoek import Begrip, Steekproef
from toezicht_cli.models.uitvraag import Verzoek
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.models.verloop import Reactie
from toezicht_cli.rules.base import rule

_MetId = Bron | Verbeterpunt | Verzoek | Steekproef | Vestiging | Reactie | Bevinding
_SOORTEN: tuple[tuple[type[_MetId], str], ...] = (
    (Bron, "bron"),
    (Verbeterpunt, "punt"),
    (Verzoek, "verzoek"),
    (Steekproef, "steekproef"),
    (Vestiging, "vestiging"),
    (Reactie, "reactie"),
    (Bevinding, "bevinding"),
)


@rule("STR016", "dubbel-id", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every id that an earlier element of its kind has; per file, so per norm for bevindingen."""
    for soort, naam in _SOORTEN:
        items = list(dossier.walk(soort))
        id_by_place = {item.place: item.value.id for item in items}
        for place in find_doubles(((item.place.file, item.value.id), item.place) for item in items):
            message = f"{naam} {id_by_place[place]} staat hier voor de tweede keer"
            yield Violation(message, place.at("id"), "geef elk een eigen nummer, en kijk de verwijzingen na")
    term_by_place = {item.place: item.value.term for item in dossier.walk(Begrip)}
    for place in find_doubles((" ".join(term.split()), place) for place, term in term_by_place.items()):
        message = f"begrip {quote(term_by_place[place])} staat hier voor de tweede keer"
        yield Violation(message, place.at("term"), "houd één uitleg over")
