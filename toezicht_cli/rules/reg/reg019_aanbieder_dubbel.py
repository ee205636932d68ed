"""
Een aanbieder staat één keer in aanbieders/

## Waarom
Staat een aanbieder er onder twee namen, dan vind je bij een nieuw signaal maar een deel van de eerdere signalen.

## Fout
```yaml
# aanbieders/de-kade.yaml
kvk: "01234567"
# aanbieders/kade-beschermd-wonen.yaml
kvk: "01234567"
```

## Goed
```yaml
# aanbieders/de-kade.yaml
kvk: "01234567"
vestigingen:
  - {id: L1, naam: Beschermd wonen, plaats: Waterstad}
```

## Let op
Alleen een gelijk nummer in het Handelsregister, of precies dezelfde naam, wordt gemeld.

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Registeraanbieder
from toezicht_cli.rules.base import rule


@rule("REG019", "aanbieder-dubbel", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an aanbieder with the number, or else the name, of an earlier file."""
    eerder: dict[tuple[str, str], str] = {}
    for located in dossier.walk(Registeraanbieder):
        value = located.value
        keys = [("naam", value.naam.casefold())] + ([("kvk", value.kvk)] if value.kvk else [])
        found = [(veld, eerder[veld, key]) for veld, key in keys if (veld, key) in eerder]
        if found:
            veld, ander = found[-1]
            hulp = f"is het dezelfde, houd dan één bestand over, en zet {ander} in de registers"
            yield Violation(f"{ander} heeft dezelfde {_WAT[veld]}", located.place.at(veld), hulp)
        for key in keys:
            eerder.setdefault(key, value.id)


_WAT = {"naam": "naam", "kvk": "inschrijving in het Handelsregister"}
