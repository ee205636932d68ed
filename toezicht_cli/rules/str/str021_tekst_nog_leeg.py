"""
De teksten van het rapport zijn ingevuld

## Waarom
Een lezer wil weten waarom er onderzocht is, hoe, bij wie, wat er wel en niet bekeken is en wat erna
gebeurt. Ontbreekt zo'n tekst, dan ontbreekt dat hoofdstuk in het rapport.

## Fout
```yaml
fase: conceptrapport
aanleiding: Het onderzoek hoort bij het werkprogramma.
werkwijze:
```

## Goed
```yaml
fase: conceptrapport
aanleiding: Het onderzoek hoort bij het werkprogramma.
werkwijze: Er is met twee cliënten gesproken.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: wie het rapport leest moet kunnen volgen waar het op rust. Welke
hoofdstukken er zijn, is goed gebruik.

## Let op
Er is één melding voor alle teksten samen: een tip in de eerste fasen, een let-op vanaf het conceptrapport.
Om een advies wordt alleen gevraagd als er verbeterpunten zijn.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("STR021", "tekst-nog-leeg", severity=Severity.INFO, since="0.1", needs=("onderzoek", "verbeterpunten"))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report, in one finding, the texts of the report that are still absent."""
    for located in dossier.walk(Onderzoek):
        onderzoek = located.value
        teksten: dict[str, object] = {
            "aanleiding": onderzoek.aanleiding,
            "werkwijze": onderzoek.werkwijze,
            "reikwijdte": onderzoek.reikwijdte,
            "beschrijving": onderzoek.beschrijving,
            "vervolg": onderzoek.vervolg,
            "advies": onderzoek.advies or not dossier.verbeterpunten,
        }
        leeg = [naam for naam, waarde in teksten.items() if not waarde]
        if leeg:
            message = f"nog niet ingevuld: {join_words(leeg)}"
            severity = Severity.WARNING if onderzoek.is_vanaf_concept else None
            yield Violation(message, located.place, "vul aan wat in het rapport hoort", severity)
