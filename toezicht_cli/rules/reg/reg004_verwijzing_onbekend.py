"""
Waar iets uit volgt, staat in een register

## Waarom
De draad van melding naar signaal naar onderzoek is er om terug te lezen. Wijst een nummer nergens naar, dan breekt de draad.

## Fout
```yaml
# signalen/2026/S-2026-004.yaml
naar_aanleiding_van: [M-2026-099]
```

## Goed
```yaml
# signalen/2026/S-2026-004.yaml, met meldingen/2026/M-2026-002.yaml
naar_aanleiding_van: [M-2026-002]
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.ingangen import index_ingangen
from toezicht_cli.diagnostics import Place, Severity, Violation, suggest
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.register import Gesprek, Signaal, Weging
from toezicht_cli.rules.base import rule


@rule(
    "REG004",
    "verwijzing-onbekend",
    severity=Severity.ERROR,
    since="0.1",
    needs=("signalen", "meldingen", "gesprekken"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report a number in an entry or an onderzoek that no register has."""
    known = index_ingangen(dossier)
    for nummer, place in _walk_nummers(dossier):
        if nummer not in known:
            hulp = suggest(nummer, known) or "ga na welk nummer bedoeld is"
            yield Violation(f"{nummer} staat in geen register", place, hulp)


def _walk_nummers(dossier: Dossier) -> Iterator[tuple[str, Place]]:
    """Yield every number that an entry, a weging or an onderzoek names, with its place."""
    signalen = tuple(dossier.walk(Signaal))
    volgend: list[Located[Signaal] | Located[Gesprek] | Located[Onderzoek]] = [
        *signalen,
        *dossier.walk(Gesprek),
        *dossier.omgeving.onderzoeken,
    ]
    for located in volgend:
        for index, nummer in enumerate(located.value.naar_aanleiding_van):
            yield nummer, located.place.at("naar_aanleiding_van", index)
    for signaal in signalen:
        if signaal.value.doublure_van is not None:
            yield signaal.value.doublure_van, signaal.place.at("doublure_van")
    for weging in dossier.walk(Weging):
        for index, nummer in enumerate(weging.value.eerdere_signalen):
            yield nummer, weging.place.at("eerdere_signalen", index)
