"""
Een document is uit de periode waarover het gevraagd is

## Waarom
Wie notulen van januari vraagt en notulen van april krijgt, heeft geen antwoord op de vraag. Dat kan een
vergissing zijn, of een goede reden hebben die in het rapport hoort.

## Fout
```yaml
# bronnen.yaml: O01 heeft documentdatum 2021-04-07
uitvraag:
  - {id: U07, norm: "4.5", omschrijving: Notulen, over_periode: 2021-01/2021-03, ontvangen: O01}
```

## Goed
```yaml
# bronnen.yaml: O01 heeft documentdatum 2021-02-07
uitvraag:
  - {id: U07, norm: "4.5", omschrijving: Notulen, over_periode: 2021-01/2021-03, ontvangen: O01}
```

## Grondslag
Goed gebruik: een bron past bij wat er gevraagd is.

## Let op
Een overzicht, verslag over een jaar of registratie wordt na afloop gemaakt. Bij zulke stukken telt alleen
een datum vóór de periode. Bij een plan, een rooster of een begroting is het andersom. Zonder datum van het document zwijgt het programma.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.uitvragen import find_buiten_periode
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "NRM013",
    "document-buiten-periode",
    severity=Severity.WARNING,
    since="0.1",
    needs=("bronnen", "uitvraag", "kader"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every document whose own date lies wholly outside the period that was asked for."""
    for found in find_buiten_periode(dossier):
        verzoek = found.verzoek.value
        message = (
            f"bron {verzoek.bron} is van {found.datum.leesbaar}, maar {verzoek.id} vraagt een stuk "
            f"over {found.periode.leesbaar}"
        )
        yield Violation(message, found.verzoek.place.at("over_periode"), "ga na of dit het gevraagde stuk is")
