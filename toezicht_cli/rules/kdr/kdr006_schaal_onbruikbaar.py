"""
Een schaal heeft ten minste twee categorieën, elk met een eigen naam en teken

## Waarom
Met minder dan twee categorieën valt er niets te kiezen. En als twee categorieën hetzelfde heten, of in een
zin dezelfde woorden krijgen, zijn ze in het rapport niet uit elkaar te houden. Het teken staat naast de
kleur voor wie kleuren niet ziet: ook dat is dus per categorie anders.

## Fout
```yaml
categorieen:
  - {id: voldoet, label: voldoet, zin: voldoet aan de norm, symbool: "✓", kleur: "#1b5e20", vraagt: geen}
  - {id: voldoet-niet, label: voldoet, zin: voldoet niet aan de norm, symbool: "✓", kleur: "#b00020", vraagt: vereiste-aanpassing}
```

## Goed
```yaml
categorieen:
  - {id: voldoet, label: voldoet, zin: voldoet aan de norm, symbool: "✓", kleur: "#1b5e20", vraagt: geen}
  - {id: voldoet-niet, label: voldoet niet, zin: voldoet niet aan de norm, symbool: "✗", kleur: "#b00020", vraagt: vereiste-aanpassing}
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: een oordeel moet te begrijpen zijn. Voor het teken: WCAG 2.2,
succescriterium 1.4.1 (gebruik van kleur).

## Let op
Een schaal zonder categorieën mag zolang het kader nog geen normen heeft. Hetzelfde teken is een let-op, de
rest een fout.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.dubbelen import find_doubles
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.kader import Norm, Oordeelscategorie, Schaal
from toezicht_cli.rules.base import rule

_MINST = 2


@rule("KDR006", "schaal-onbruikbaar", severity=Severity.ERROR, since="0.1", needs=("kader",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a schaal without a choice, and categorieen that cannot be told apart."""
    has_normen = any(True for _ in dossier.walk(Norm))
    for schaal in dossier.walk(Schaal):
        aantal = len(schaal.value.categorieen)
        if has_normen and aantal < _MINST:
            message = f"de schaal heeft {aantal or 'geen'} categorie, dus er is niets te kiezen"
            place = schaal.place.at("categorieen")
            yield Violation(message, place, "geef de schaal ten minste twee categorieën")
        yield from _indistinct(schaal)


def _indistinct(schaal: Located[Schaal]) -> Iterator[Violation]:
    for veld in ("label", "kort", "zin", "symbool"):
        waarde_by_place = {
            schaal.place.at("categorieen", index): waarde
            for index, categorie in enumerate(schaal.value.categorieen)
            if (waarde := _waarde(categorie, veld))
        }
        keys = ((waarde, place) for place, waarde in waarde_by_place.items())
        for place in find_doubles(keys):
            message = f"een andere categorie heeft ook {veld} {quote(waarde_by_place[place])}"
            severity = Severity.WARNING if veld == "symbool" else None
            yield Violation(message, place.at(veld), "geef elke categorie een eigen naam en teken", severity)


def _waarde(categorie: Oordeelscategorie, veld: str) -> str:
    """Return a name as a reader compares it: capitals and spaces make no difference."""
    return " ".join(str(getattr(categorie, veld) or "").casefold().split())
