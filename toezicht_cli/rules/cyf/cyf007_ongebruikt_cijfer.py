"""
Elk cijfer komt in het rapport of in een berekening terug

## Waarom
Een cijfer dat nergens voorkomt, is vaak het begin van een zin die nog geschreven moet worden. Of het
getal staat los in een tekst en verandert daar niet mee.

## Fout
```yaml
cijfers:
  zonder_vog: {waarde: 2, bronnen: [P01]}
# in een bevinding: "Van 2 medewerkers ontbreekt de VOG."
```

## Goed
```yaml
cijfers:
  zonder_vog: {waarde: 2, bronnen: [P01]}
# in een bevinding: "Van {cijfer:zonder_vog} medewerkers ontbreekt de VOG."
```

## Let op
De controle begint bij het conceptrapport. Een cijfer in een optelling, aandeel of gelijkheid is
gebruikt. Er komt één melding met het aantal.

## Grondslag
Afspraak van dit programma: elk getal heeft één plek.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.cijfers import walk_cijfernamen
from toezicht_cli.analysis.cijfers_in_tekst import walk_cijferverwijzingen
from toezicht_cli.analysis.woorden import join_some
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "CYF007",
    "ongebruikt-cijfer",
    severity=Severity.INFO,
    since="0.1",
    needs=("onderzoek", "bevindingen", "bronnen", "verbeterpunten", "uitvraag"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report, from the conceptrapport on, how many figures nothing uses."""
    if not dossier.onderzoek.is_vanaf_concept:
        return
    used = {naam for naam, _ in walk_cijfernamen(dossier)}
    used |= {verwijzing.naam for verwijzing in walk_cijferverwijzingen(dossier)}
    for cijfers in dossier.walk(Cijfers):
        namen = [naam for naam in cijfers.value.cijfers if naam not in used]
        if namen:
            wordt = "wordt" if len(namen) == 1 else "worden"
            message = f"{len(namen)} van de {len(cijfers.value.cijfers)} cijfers {wordt} nergens gebruikt"
            place = cijfers.place.at_key("cijfers")
            yield Violation(
                f"{message}: {join_some(namen)}", place, "noem het in een tekst als {cijfer:naam}"
            )
