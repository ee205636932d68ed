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

from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.register import Weging
from toezicht_cli.rules.base import rule


@rule("REG007", "weging-buiten-kader", severity=Severity.ERROR, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a weging that names a kader, ernst, omvang, omstandigheid or prioriteit that is not there."""
    kaders = {kader.verwijzing: kader for kader in dossier.omgeving.afwegingskaders}
    for located in dossier.walk(Weging):
        verwijzing = located.value.afwegingskader
        if verwijzing in kaders:
            yield from _check_words(located, kaders[verwijzing])
        elif f"afweging:{verwijzing}" not in dossier.onleesbaar:
            message = f"afwegingskader {quote(verwijzing)} is er niet"
            hulp = suggest(verwijzing, kaders) or "toezicht kader lijst toont welke er zijn"
            yield Violation(message, located.place.at("afwegingskader"), hulp)


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
