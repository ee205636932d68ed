"""
De map heet naar het onderzoek, en een bevinding naar haar norm

## Waarom
Wie een bestand zoekt, zoekt op naam. Staat in `1.2.yaml` het oordeel over norm 1.3, dan wordt het verkeerde
bestand gelezen, besproken of gewijzigd. Vaak is het een kopie waarin de norm nog niet is aangepast.

## Fout
```yaml
# bestand: bevindingen/1.2.yaml
norm: "1.3"
oordeel: voldoet
```

## Goed
```yaml
# bestand: bevindingen/1.3.yaml
norm: "1.3"
oordeel: voldoet
```

## Grondslag
Afspraak van dit programma: de map heet naar `id` in onderzoek.yaml, een bestand in bevindingen/ naar
`norm`, met `@` en de vestiging erachter als er per vestiging geoordeeld wordt.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.registernaam import find_naam, veld_of
from toezicht_cli.diagnostics import Place, Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("STR015", "naam-past-niet", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a folder or file whose name differs from what stands in it."""
    yield from _check_onderzoek(dossier)
    yield from _check_registers(dossier)


def _check_registers(dossier: Dossier) -> Iterator[Violation]:
    for file, element in dossier.documents.items():
        wanted = find_naam(file, element)
        if wanted is not None:
            veld, rest = veld_of(file), file.partition("/")[2]
            message = f"het bestand heet {quote(rest)}, maar het gaat over {getattr(element, veld)}"
            yield Violation(message, Place(file, (veld,)), f"noem het {wanted}, of wijzig {veld}")


def _check_onderzoek(dossier: Dossier) -> Iterator[Violation]:
    for onderzoek in dossier.walk(Onderzoek):
        if onderzoek.value.id != dossier.naam:
            message = f"de map heet {quote(dossier.naam)}, maar het onderzoek {quote(onderzoek.value.id)}"
            yield Violation(message, onderzoek.place.at("id"), "maak ze gelijk: hernoem de map of wijzig id")
    for normoordeel in dossier.normoordelen:
        sleutel = normoordeel.value.sleutel
        naam = normoordeel.place.file.rpartition("/")[2].removesuffix(".yaml")
        if naam != sleutel:
            message = f"het bestand heet {quote(naam)}, maar het gaat over norm {sleutel}"
            is_taken = f"bevindingen/{sleutel}.yaml" in dossier.documents
            rename = "" if is_taken else f"noem het {sleutel}.yaml, of "
            hulp = f"{rename}wijzig de norm of locatie"
            yield Violation(message, normoordeel.place.at("norm"), hulp)
