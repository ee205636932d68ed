"""
Op elke reactie van de aanbieder komt een antwoord

## Waarom
De aanbieder reageert op het concept. Hij mag weten wat er met elke reactie is gedaan. Mensen beslissen van welke
soort een reactie is en of zij verwerkt wordt; het programma vult dat nooit in.

## Fout
```yaml
reacties:
  - id: R01
    norm: "1.2"
    reactie: De gesprekken waren er wel.
```

## Goed
```yaml
reacties:
  - id: R01
    soort: feitelijke-onjuistheid
    norm: "1.2"
    reactie: De gesprekken waren er wel.
    verwerkt: ja
    gewijzigd: De bevinding bij norm 1.2.
```

## Let op
Zolang het onderzoek niet definitief is, is dit een let-op. Daarna is het een fout. Een zienswijze die is verwerkt,
heeft een `motivering` of `gewijzigd` nodig: anders leest de aanbieder geen antwoord.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding) en artikel 3:46 (deugdelijke motivering).
"""

from collections.abc import Iterator

from toezicht_cli.analysis.wederhoor import lacks_antwoord, weigh
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Reactie
from toezicht_cli.rules.base import rule

_HELP = "vul in wat ermee gedaan is; mensen beslissen dat, niet het programma"


@rule("WHR001", "reactie-niet-afgehandeld", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every reaction of which the soort, what was done with it, or the answer is missing."""
    severity = weigh(dossier)
    for located in dossier.walk(Reactie):
        reactie = located.value
        missing = [naam for naam in ("soort", "verwerkt") if getattr(reactie, naam) is None]
        if lacks_antwoord(reactie):
            missing.append("motivering")
        if missing:
            verb = "ontbreekt" if len(missing) == 1 else "ontbreken"
            message = f"bij reactie {reactie.id} {verb} {join_words(missing)}"
            yield Violation(message, located.place.at("id"), _HELP, severity)
