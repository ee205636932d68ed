"""
Wat onder een ander valt, is doorverwezen

## Waarom
Een signaal over de kwaliteit van jeugdhulp is voor de inspectie. Blijft het liggen, dan doet niemand iets.

## Fout
```yaml
wet: wlz
domein: [kwaliteit]
# en geen doorverwezen_naar
```

## Goed
```yaml
wet: wlz
domein: [kwaliteit]
doorverwezen_naar: {naar: igj, datum: 2026-05-13}
```

## Let op
Is er over het signaal al iets besloten, dan wordt hier niets gemeld.

## Grondslag
De bevoegdheid per wet, zoals in kaders/bevoegdheid/bevoegdheid.yaml met de bronnen daarbij.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.bevoegdheid import find_bevoegden
from toezicht_cli.diagnostics import Severity, Violation, quote, suggest
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Domein
from toezicht_cli.models.register import Doorverwijzing, Melding, Signaal
from toezicht_cli.rules.base import rule


@rule("REG011", "niet-van-ons", severity=Severity.WARNING, since="0.1", needs=("omgeving",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an entry that only others are competent for and that stays here; and an unknown partij."""
    bevoegdheden = dossier.omgeving.bevoegdheden
    for signaal in dossier.walk(Signaal):
        item = signaal.value
        vraag = find_bevoegden(bevoegdheden, item.wet, item.domein)
        is_open = item.doorverwezen_naar is None and item.doublure_van is None and item.besluit is None
        if vraag.is_onze == "nee" and is_open:
            yield Violation(
                _message([partij.naam for partij in vraag.anderen]), signaal.place.at("wet"), _HULP
            )
    kwaliteit: tuple[Domein, ...] = ("kwaliteit",)
    for melding in dossier.walk(Melding):
        vraag = find_bevoegden(bevoegdheden, melding.value.wet, kwaliteit)
        if vraag.is_onze == "nee" and melding.value.doorverwezen_naar is None:
            yield Violation(
                _message([partij.naam for partij in vraag.anderen]), melding.place.at("wet"), _HULP
            )
    partijen = {partij.id for partij in bevoegdheden.partijen} if bevoegdheden else set()
    for located in dossier.walk(Doorverwijzing):
        naar = located.value.naar
        if partijen and naar not in partijen:
            hulp = suggest(naar, partijen) or f"deze zijn er: {', '.join(sorted(partijen))}"
            yield Violation(f"partij {quote(naar)} is niet bekend", located.place.at("naar"), hulp)


_HULP = "geef het door, en vul doorverwezen_naar in"


def _message(namen: list[str]) -> str:
    return f"hiervoor is een ander bevoegd: {', '.join(namen)}"
