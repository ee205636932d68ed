"""
Een optelling of gelijkheid gaat over twee of meer verschillende cijfers

## Waarom
Een som van één getal en een vergelijking met zichzelf kloppen altijd. Zo lijkt er iets gecontroleerd
terwijl dat niet zo is.

## Fout
```yaml
optellingen:
  - {som: dossiers, delen: [dossiers, zonder_verslag]}
gelijkheden:
  - {cijfers: [medewerkers], grootheid: het aantal medewerkers}
```

## Goed
```yaml
optellingen:
  - {som: dossiers, delen: [met_verslag, zonder_verslag]}
gelijkheden:
  - {cijfers: [medewerkers, personeelsdossiers], grootheid: het aantal medewerkers}
```

## Let op
Een deel dat twee keer in dezelfde optelling staat, is ook een fout. Zijn twee delen even groot, geef dan
elk een eigen cijfer. Een cijfer kan ook geen aandeel van zichzelf zijn.

## Grondslag
Afspraak van dit programma: een controle die niets nagaat, telt nooit als goed.
"""

from collections.abc import Iterator, Sequence

from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.cijfer import Aandeel, Gelijkheid, Optelling
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("CYF009", "telling-van-lege-optelling", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every optelling, gelijkheid or aandeel that can say nothing."""
    for optelling in dossier.walk(Optelling):
        som, delen = optelling.value.som, optelling.value.delen
        place = optelling.place.at("delen")
        if som in delen:
            yield Violation(f"{som} staat als deel in zijn eigen optelling", place.at(delen.index(som)))
        yield from _list(delen, place, "deze optelling", "delen")
    for gelijkheid in dossier.walk(Gelijkheid):
        yield from _list(
            gelijkheid.value.cijfers, gelijkheid.place.at("cijfers"), "deze gelijkheid", "cijfers"
        )
    for aandeel in dossier.walk(Aandeel):
        if aandeel.value.deel == aandeel.value.geheel:
            message = f"{aandeel.value.deel} is een deel van zichzelf"
            yield Violation(message, aandeel.place.at("deel"), "noem bij geheel een ander cijfer")


def _list(namen: Sequence[str], place: Place, wat: str, soort: str) -> Iterator[Violation]:
    """Report a list of names that is too short, and every name that stands in it again."""
    if len(namen) < 2:
        aantal = "één" if namen else "geen"
        yield Violation(f"{wat} heeft {aantal} {soort}: het moeten er minstens twee zijn", place)
    for index, naam in enumerate(namen):
        if naam in namen[:index]:
            yield Violation(f"{naam} staat twee keer in {wat}", place.at(index), "haal er één weg")
