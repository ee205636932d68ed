"""
Een onderzoek gaat over de aanbieder van de signalen waar het uit volgt

## Waarom
Volgt een onderzoek uit een signaal over een ander, dan is een nummer of een naam verwisseld.

## Fout
```yaml
# onderzoeken/baken-2026/onderzoek.yaml
aanbieder: {id: het-baken, naam: Het Baken}
naar_aanleiding_van: [S-2026-002]   # over de-kade
```

## Goed
```yaml
aanbieder: {id: de-kade, naam: De Kade}
naar_aanleiding_van: [S-2026-002]
```

## Grondslag
Afspraak van dit programma over de registers van een werkmap.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.ingangen import index_ingangen
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "REG017",
    "onderzoek-over-andere-aanbieder",
    severity=Severity.WARNING,
    since="0.1",
    needs=("signalen", "meldingen", "gesprekken"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report an onderzoek that follows from an entry about another aanbieder."""
    known = index_ingangen(dossier)
    for located in dossier.omgeving.onderzoeken:
        eigen = located.value.aanbieder.id
        for index, nummer in enumerate(located.value.naar_aanleiding_van):
            ander = known[nummer].aanbieder if nummer in known else None
            if eigen and ander and eigen != ander:
                message = f"{nummer} gaat over {ander}, dit onderzoek over {eigen}"
                place = located.place.at("naar_aanleiding_van", index)
                yield Violation(message, place, "ga na welk nummer of welke aanbieder klopt")
