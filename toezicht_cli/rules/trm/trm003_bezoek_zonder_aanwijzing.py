"""
Wie een bezoek brengt, is op die dag aangewezen als toezichthouder

## Waarom
Alleen een aangewezen persoon heeft de bevoegdheden van een toezichthouder: binnengaan, inlichtingen vragen en
dossiers inzien. Was iemand op de dag van het bezoek niet aangewezen, dan kan wat daar is gezien ter discussie
staan.

## Fout
```yaml
onderzoekers:
  - naam: Toezichthouder 1
    aanwijzing: {door: college van Proefstad, vanaf: 2026-03-01}
bezoeken:
  - {datum: 2026-02-10, door: [Toezichthouder 1]}
```

## Goed
```yaml
onderzoekers:
  - naam: Toezichthouder 1
    aanwijzing: {door: college van Proefstad, vanaf: 2025-01-06}
bezoeken:
  - {datum: 2026-02-10, door: [Toezichthouder 1]}
```

## Let op
De controle meldt ook een naam bij `door` die niet bij `onderzoekers` staat. Een begindatum `niet-vermeld` of
een ontbrekende begindatum wordt niet vergeleken. Voor iemand die geen bezoek bracht, is geen aanwijzing nodig.
Is dezelfde aanwijzing bij meer bezoeken niet geldig, dan is er één melding.

## Grondslag
Wmo 2015, artikel 6.1: het college wijst de personen aan die toezicht houden. Algemene wet bestuursrecht,
artikel 5:11.
"""

from collections.abc import Iterator, Sequence

from toezicht_cli.analysis.perioden import known
from toezicht_cli.diagnostics import Place, Severity, Violation, quote, suggest
from toezicht_cli.models.betrokkenen import Bezoek, Onderzoeker
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule


@rule("TRM003", "bezoek-zonder-aanwijzing", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report visitors who are no onderzoeker, or had no aanwijzing on the day of the visit."""
    for located in dossier.walk(Onderzoek):
        onderzoek = located.value
        namen = [onderzoeker.naam for onderzoeker in onderzoek.onderzoekers]
        for index, bezoek in enumerate(onderzoek.bezoeken):
            yield from _check_namen(bezoek, namen, located.place.at("bezoeken", index, "door"))
        for index, onderzoeker in enumerate(onderzoek.onderzoekers):
            visits = [bezoek for bezoek in onderzoek.bezoeken if onderzoeker.naam in bezoek.door]
            yield from _check_aanwijzing(onderzoeker, visits, located.place.at("onderzoekers", index))


def _check_namen(bezoek: Bezoek, namen: Sequence[str], place: Place) -> Iterator[Violation]:
    for index, naam in enumerate(bezoek.door):
        if naam not in namen:
            message = f"{quote(naam)} bracht een bezoek op {bezoek.datum.leesbaar}, maar staat niet bij onderzoekers"
            yield Violation(message, place.at(index), suggest(naam, namen))


def _check_aanwijzing(
    onderzoeker: Onderzoeker, visits: Sequence[Bezoek], place: Place
) -> Iterator[Violation]:
    naam = quote(onderzoeker.naam)
    aanwijzing = onderzoeker.aanwijzing
    if visits and aanwijzing is None:
        message = f"{naam} bracht een bezoek op {visits[0].datum.leesbaar}, maar heeft geen aanwijzing"
        yield Violation(message, place.at("naam"), "vul de aanwijzing in: door wie en vanaf wanneer")
    if aanwijzing is None:
        return
    vanaf, tot = known(aanwijzing.vanaf), aanwijzing.tot
    early = [visit.datum for visit in visits if vanaf and vanaf.is_later_than(visit.datum)]
    late = [visit.datum for visit in visits if tot and visit.datum.is_later_than(tot)]
    if vanaf and early:
        message = (
            f"{naam} bracht een bezoek op {early[0].leesbaar}, maar is aangewezen vanaf {vanaf.leesbaar}"
        )
        yield Violation(message, place.at("aanwijzing", "vanaf"))
    if tot and late:
        message = (
            f"{naam} bracht een bezoek op {late[0].leesbaar}, maar was aangewezen tot en met {tot.leesbaar}"
        )
        yield Violation(message, place.at("aanwijzing", "tot"))
