"""
De conclusie zegt hetzelfde als het oordeel

## Waarom
Een oordeel wordt soms laat nog gewijzigd. Blijft de oude zin staan, dan zegt het rapport twee dingen, en
kiest de lezer zelf.

## Fout
```yaml
norm: "1.2"
oordeel: voldoet
conclusie: De aanbieder voldoet niet aan deze norm.
```

## Goed
```yaml
norm: "1.2"
oordeel: voldoet-niet
conclusie: De aanbieder voldoet niet aan deze norm.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: de motivering draagt het oordeel.

## Let op
Alleen duidelijke zinnen tellen, met de woorden van de schaal en met deze norm als onderwerp: 'voldoet
grotendeels aan de norm', 'aan deze norm wordt niet voldaan'. Een zin met een voorwaarde, een voorbehoud of een
wens, een zin over een onderdeel en een alinea over een eerder moment tellen niet. Noemt de conclusie ook de goede categorie,
dan zwijgt het programma.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.uitspraken import Taal, find_categorieen, find_label, make_taal
from toezicht_cli.analysis.zinsdelen import Zin, split_zinnen
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Schaal
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.rules.base import rule

# "Voldoet aan de norm, op één onderdeel na" is how people say grotendeels.
_BEPERKING = frozenset(
    {
        *("behalve", "uitzondering", "uitgezonderd", "volledig", "helemaal", "geheel"),
        *("onderdelen", "onderdeel", "gedeeltelijk", "kanttekening", "kanttekeningen"),
    }
)


@rule(
    "OOR004",
    "conclusie-spreekt-oordeel-tegen",
    severity=Severity.ERROR,
    since="0.1",
    needs=("onderzoek", "kader"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a conclusion that names other categorieen and not the one of the oordeel."""
    schaal, taal = dossier.kader.schaal, make_taal(dossier)
    for located in dossier.normoordelen:
        item = located.value
        if item.oordeel is None or schaal.find(item.oordeel) is None:
            continue
        said = list(_walk_categorieen(item, schaal, taal))
        if said and item.oordeel not in {categorie for categorie, _ in said}:
            message = f"de conclusie bij norm {item.sleutel} zegt {quote(said[0][1])}, het oordeel is {item.oordeel}"
            yield Violation(message, located.place.at("conclusie"), "maak de conclusie en het oordeel gelijk")


def _walk_categorieen(item: Normoordeel, schaal: Schaal, taal: Taal | None) -> Iterator[tuple[str, str]]:
    """Yield every categorie that the conclusion gives to the norm, with its words."""
    for zin in split_zinnen(item.conclusie or ""):
        if zin.is_andere_tijd or _is_beperkt(zin):
            continue
        if label := find_label(zin, schaal):
            yield label, zin.tekst
        for uitspraak in find_categorieen(zin, taal, item.norm) if taal else ():
            yield uitspraak.categorie, uitspraak.tekst


def _is_beperkt(zin: Zin) -> bool:
    """Whether the sentence takes back a part of what it says."""
    words = frozenset(zin.tekst.split())
    return bool(words & _BEPERKING) or zin.tekst.endswith(" na")
