"""
Wat uit een melding volgt, is compleet opgeschreven

## Waarom
Een aanvulling volgt op een onderzoek, en een oordeel daarover volgt op wat er binnenkwam. Mist er een stap, dan klopt het verhaal niet.

## Fout
```yaml
aanvullend_onderzoek: {opgedragen_op: 2026-02-25}
# zonder intern_onderzoek
```

## Goed
```yaml
intern_onderzoek: {opgedragen_op: 2026-01-13, ontvangen_op: 2026-02-20, beoordeling: aanvullen}
aanvullend_onderzoek: {opgedragen_op: 2026-02-25}
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.register import Gesprek, Melding
from toezicht_cli.rules.base import rule


@rule("REG016", "vervolg-onvolledig", severity=Severity.WARNING, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an addition without a first onderzoek, a beoordeling of nothing, and a talk without its cause."""
    for melding in dossier.walk(Melding):
        value, place = melding.value, melding.place
        if value.aanvullend_onderzoek is not None and value.intern_onderzoek is None:
            message = "er is een aanvulling gevraagd, maar er is geen intern onderzoek"
            yield Violation(message, place.at("aanvullend_onderzoek"), "vul intern_onderzoek in")
        for veld in ("intern_onderzoek", "aanvullend_onderzoek"):
            opdracht = getattr(value, veld)
            if opdracht is not None and opdracht.beoordeling and opdracht.ontvangen_op is None:
                message = "er is een beoordeling, maar er staat niet wanneer het onderzoek binnenkwam"
                yield Violation(message, place.at(veld, "beoordeling"), "vul ontvangen_op in")
    letters = {"na-melding": "M-", "na-signaal": "S-"}
    for gesprek in dossier.walk(Gesprek):
        letter = letters.get(gesprek.value.soort)
        volgt_uit = gesprek.value.naar_aanleiding_van
        if letter and not any(nummer.startswith(letter) for nummer in volgt_uit):
            message = f"dit gesprek is {gesprek.value.soort}, maar er staat niet uit welke"
            yield Violation(message, gesprek.place.at("soort"), "zet het nummer bij naar_aanleiding_van")
