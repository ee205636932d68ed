"""
De tabel van een afwegingskader gebruikt de woorden van het kader

## Waarom
Een cel met een tikfout in de ernst wordt nooit gevonden. Dan lijkt het alsof niemand de cel invulde.

## Fout
```yaml
ernst:
  - {id: veiligheid, titel: Veiligheid}
tabel:
  - {ernst: veilighied, omvang: klein, prioriteit: rood}
```

## Goed
```yaml
tabel:
  - {ernst: veiligheid, omvang: klein, prioriteit: rood}
```

## Grondslag
Algemene wet bestuursrecht, artikel 4:84: een bestuursorgaan handelt volgens zijn beleidsregel. Dan moet die te volgen zijn.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.afweging import Afwegingskader
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("KDR020", "cel-buiten-kader", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a cell with an ernst, omvang or prioriteit that its afwegingskader does not have."""
    for located in dossier.walk(Afwegingskader):
        kader = located.value
        known = {
            "ernst": [item.id for item in kader.ernst],
            "omvang": [item.id for item in kader.omvang],
            "prioriteit": [item.id for item in kader.prioriteiten],
        }
        for index, cel in enumerate(kader.tabel):
            for veld, words in known.items():
                word = getattr(cel, veld)
                if word is not None and word not in words:
                    hulp = suggest(word, words) or f"kies uit: {', '.join(words)}"
                    place = located.place.at("tabel", index, veld)
                    yield Violation(f"{veld} {quote(word)} staat niet in dit kader", place, hulp)
