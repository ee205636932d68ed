"""
Een norm met een oordeel geldt voor een voorziening die onderzocht is

## Waarom
Sommige normen gelden volgens het kader alleen voor bepaalde voorzieningen. Een oordeel op zo'n norm
terwijl die voorziening niet onderzocht is, roept een vraag op.

## Fout
```yaml
# onderzoek.yaml: voorzieningen: [begeleiding]; norm 2.10 geldt voor beschermd wonen
norm: "2.10"
oordeel: voldoet
```

## Goed
```yaml
norm: "2.10"
status: niet-van-toepassing
reden: De aanbieder biedt geen beschermd wonen.
```

## Grondslag
Goed gebruik: toets een norm alleen waar hij voor geldt.

## Let op
Namen van voorzieningen worden ruim vergeleken: een norm voor begeleiding geldt ook voor ambulante
begeleiding. Zonder voorzieningen in de reikwijdte zwijgt het programma. Met een kader per locatie tellen
de voorzieningen van de vestiging.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.normen import is_van_toepassing
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule(
    "NRM011", "norm-niet-van-toepassing", severity=Severity.WARNING, since="0.1", needs=("onderzoek", "kader")
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every oordeel on a norm that is about none of the voorzieningen."""
    reikwijdte = dossier.onderzoek.reikwijdte
    overal = reikwijdte.voorzieningen if reikwijdte else ()
    vestigingen = dossier.onderzoek.aanbieder.vestigingen
    by_locatie = {vestiging.id: vestiging.voorzieningen or overal for vestiging in vestigingen}
    for located in dossier.normoordelen:
        item = located.value
        norm = dossier.kader.find_norm(item.norm)
        given = by_locatie.get(item.locatie, overal) if item.locatie else overal
        if norm and item.is_beoordeeld and given and not is_van_toepassing(norm, given):
            message = (
                f"norm {item.sleutel} geldt voor {join_words(norm.van_toepassing_op, 'of')}, "
                "en dat hoort niet bij de onderzochte voorzieningen"
            )
            yield Violation(message, located.place.at("oordeel"), "ga na of de norm hier geldt")
