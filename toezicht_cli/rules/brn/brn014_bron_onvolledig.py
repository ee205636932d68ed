"""
Een lezer kan elke bron herkennen en in de tijd plaatsen

## Waarom
Een bronnenlijst is er om iets terug te vinden. Daarvoor moet een lezer weten wie er sprak of hoe het
document heet, en van wanneer het is.

## Fout
```yaml
bronnen:
  - {id: I01, soort: interview, aanduiding: Cliënt A}
  - {id: B01, soort: beleidsdocument, ontvangen_op: 2026-02-03}
```

## Goed
```yaml
bronnen:
  - {id: I01, soort: interview, rol: client, aanduiding: Cliënt A, datum: 2026-02-10}
  - {id: B01, soort: beleidsdocument, titel: Klachtenregeling, ontvangen_op: 2026-02-03}
```

## Let op
`niet-vermeld` is ook een antwoord: dan is gezegd dat het niet bekend is. Een van de velden `datum`, `data`,
`ontvangen_op` en `documentdatum` is genoeg. Van de soort `overig` vraagt de controle geen datum, want een
website of een wet heeft die niet altijd. Dossiers hebben geen titel nodig.

## Grondslag
Goed gebruik: een bronnenlijst maakt elke bron vindbaar.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_MET_TITEL = ("beleidsdocument", "melding", "observatie", "overig")


@rule("BRN014", "bron-onvolledig", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every row that a reader cannot recognise or place in time."""
    for located in dossier.bronnen:
        bron = located.value
        if missing := tuple(_missing(bron)):
            message = f"bron {bron.id} ({bron.soort}) heeft geen {join_words(missing)}"
            hulp = "vul het aan; schrijf niet-vermeld waar dat kan en niemand het weet"
            yield Violation(message, located.place.at("id"), hulp)


def _missing(bron: Bron) -> Iterator[str]:
    if bron.soort in _MET_TITEL and not (bron.titel or bron.aanduiding):
        yield "titel"
    if bron.soort == "interview" and bron.rol is None:
        yield "rol"
    dated = bron.datum or bron.data or bron.ontvangen_op or bron.documentdatum
    if bron.soort != "overig" and not dated:
        yield "datum"
