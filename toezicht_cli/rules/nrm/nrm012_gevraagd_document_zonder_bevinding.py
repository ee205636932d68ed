"""
Over elk gevraagd document staat een bevinding bij de norm

## Waarom
Een document dat gevraagd is en waar het rapport daarna over zwijgt, roept vragen op: is het gekomen, is
het gelezen, en wat stond erin?

## Fout
```yaml
# uitvraag.yaml: de VOG's zijn gevraagd voor norm 2.1 en ontvangen als P01
norm: "2.1"
oordeel: voldoet
bevindingen:
  - {id: a, tekst: Medewerkers zijn aardig., bronnen: [I01]}
```

## Goed
```yaml
norm: "2.1"
oordeel: voldoet
bevindingen:
  - {id: a, tekst: Elke medewerker heeft een VOG., bronnen: [P01]}
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:2: wat is verzameld, wordt ook gewogen.

## Let op
Zolang het onderzoek loopt, telt alleen een norm die al een oordeel heeft. Vanaf het conceptrapport tellen
alle normen, ook een norm zonder oordeel en een verzoek waar niet bij staat wat ervan kwam. Een document
dat niet geleverd is, telt niet mee: daar hoort een reden bij (NRM015).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.uitvragen import NooitBehandeld, find_onbehandelde_verzoeken
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "NRM012",
    "gevraagd-document-zonder-bevinding",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "kader", "bevindingen", "bronnen", "uitvraag"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every request after which no bevinding of its norm speaks of the document."""
    for found in find_onbehandelde_verzoeken(dossier):
        yield Violation(_message(found), found.verzoek.place, "neem er een bevinding over op")


def _message(found: NooitBehandeld) -> str:
    verzoek = found.verzoek.value
    what = f"{verzoek.id} {quote(verzoek.omschrijving)}"
    if verzoek.bron is None:
        return f"{what} is gevraagd, maar bij norm {verzoek.norm} staat geen bevinding"
    if found.has_bevindingen:
        return f"{what} kwam binnen als {verzoek.bron}, maar geen bevinding bij norm {verzoek.norm} noemt die bron"
    return f"{what} kwam binnen als {verzoek.bron}, maar bij norm {verzoek.norm} staat geen bevinding"
