"""
Een weging gebruikt de woorden van haar afwegingskader

## Waarom
Alleen met de woorden van het kader is later na te gaan waarom het ene signaal eerder aan de beurt was dan het andere.

## Fout
```yaml
wegingen:
  - afwegingskader: waterlanden@2025
    ernst: heel-erg
```

## Goed
```yaml
wegingen:
  - afwegingskader: waterlanden@2025
    ernst: basale-veiligheid
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Place, Severity, Violation, quote, suggest
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.register import Signaal, Weging
from toezicht_cli.rules.base import rule


@rule("REG007", "weging-buiten-kader", severity=Severity.ERROR, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a weging that names a kader, ernst, omvang, omstandigheid or prioriteit that is not there."""
    kaders = {kader.verwijzing: kader for kader in dossier.omgeving.afwegingskaders}
    for located in dossier.walk(Weging):
        verwijzing = located.value.afwegingskader
        if verwijzing in kaders:
            yield from _check_words(located, kaders[verwijzing])
        else:
            yield from _report_kader(verwijzing, located.place, dossier)
    werkmap = dossier.omgeving.werkmap
    gewoon = werkmap.afwegingskader if werkmap else None
    if gewoon is not None and gewoon not in kaders and any(dossier.walk(Signaal)):
        yield from _report_kader(gewoon, Place("toezicht.yaml"), dossier)


def _report_kader(verwijzing: str, place: Place, dossier: Dossier) -> Iterator[Violation]:
    """Report an afwegingskader that is not there; one that cannot be read is told of by itself."""
    if f"afweging:{verwijzing}" not in dossier.onleesbaar:
        known = [kader.verwijzing for kader in dossier.omgeving.afwegingskaders]
        hulp = suggest(verwijzing, known) or "zet het in kaders/afweging/, of verbeter de naam"
        message = f"afwegingskader {quote(verwijzing)} is er niet"
        yield Violation(message, place.at("afwegingskader"), hulp)


def _check_words(located: Located[Weging], kader: Afwegingskader) -> Iterator[Violation]:
    weging = located.value
    prioriteiten = {item.id for item in kader.prioriteiten}
    words = [
        ("ernst", weging.ernst, {item.id for item in kader.ernst}),
        ("omvang", weging.omvang, {item.id for item in kader.omvang}),
        ("volgens_tabel", weging.volgens_tabel, prioriteiten),
        ("prioriteit", weging.prioriteit, prioriteiten),
    ]
    omstandigheden = {item.id for item in kader.omstandigheden}
    for veld, word, known in words:
        if word is not None and word not in known:
            hulp = suggest(word, known) or f"kies uit: {', '.join(sorted(known))}"
            yield Violation(f"{quote(word)} staat niet in {kader.verwijzing}", located.place.at(veld), hulp)
    for index, word in enumerate(weging.omstandigheden):
        if word not in omstandigheden:
            hulp = suggest(word, omstandigheden) or f"kies uit: {', '.join(sorted(omstandigheden))}"
            message = f"{quote(word)} staat niet in {kader.verwijzing}"
            yield Violation(message, located.place.at("omstandigheden", index), hulp)
