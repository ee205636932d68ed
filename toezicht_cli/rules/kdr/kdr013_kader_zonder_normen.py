"""
Een kader dat gebruikt wordt heeft normen

## Waarom
Zonder normen valt er niets te toetsen of te tellen. Een kader mag onvolledig zijn zolang het niet gebruikt
wordt, als erbij staat wat er mist en waarom.

## Fout
```yaml
themas:
  - {id: veiligheid, titel: Veiligheid}
```

## Goed
```yaml
themas:
  - id: "1"
    titel: Veiligheid
    normen:
      - {id: "1.1", titel: Risico's, omschrijving: De aanbieder kent de risico's.}
```

## Grondslag
Afspraak van dit programma: een onderzoek toetst aan ten minste één norm.

## Let op
In een onderzoek is dit een fout. Bij `toezicht kader controleer` is het een tip als in `onvolledig` staat
wat er ontbreekt, en anders een fout.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("KDR013", "kader-zonder-normen", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a kader that holds no norm, where it is used or else in itself."""
    onderzoek = next(dossier.walk(Onderzoek), None)
    for kader in dossier.walk(Toetsingskader):
        if kader.value.normen:
            continue
        if onderzoek is not None:
            message = f"kader {kader.value.verwijzing} heeft geen normen: er is niets te toetsen"
            yield Violation(message, onderzoek.place.at("kader"), "kies een kader met normen, of vul het aan")
            continue
        place = kader.place.at_key("themas")
        if kader.value.onvolledig:
            hulp = "vul de normen aan voordat een onderzoek dit kader gebruikt"
            yield Violation("dit kader heeft nog geen normen", place, hulp, Severity.INFO)
        else:
            hulp = "vul de normen aan, of schrijf in onvolledig wat er mist en waarom"
            yield Violation("dit kader heeft geen normen", place, hulp)
