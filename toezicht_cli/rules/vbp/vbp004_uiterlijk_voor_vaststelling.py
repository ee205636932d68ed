"""
Een punt moet klaar zijn na het rapport, niet ervoor

## Waarom
De aanbieder kan een punt pas uitvoeren als hij het kent. Een dag die al voorbij was toen het rapport
uitkwam, is meestal een tikfout in het jaar of een dag uit een vorig rapport.

## Fout
```yaml
# onderzoek.yaml: momenten: {vastgesteld_op: 2026-05-18}
verbeterpunten:
  - id: V01
    norm: "1.2"
    soort: verbeterpunt
    tekst: Maak van elk gesprek een verslag.
    uiterlijk: 2025-09-01
```

## Goed
```yaml
# onderzoek.yaml: momenten: {vastgesteld_op: 2026-05-18}
verbeterpunten:
  - id: V01
    norm: "1.2"
    soort: verbeterpunt
    tekst: Maak van elk gesprek een verslag.
    uiterlijk: 2026-09-01
```

## Let op
Is de dag van vaststelling niet bekend, dan telt de dag waarop het concept is verzonden. Een
maatregel die tijdens het bezoek al is opgelegd, kan eerder klaar moeten zijn: dan is er niets aan de
hand. Bij een hertoets zwijgt de controle, want daar horen de oude dagen thuis. Een punt dat is
afgerond of vervallen telt niet mee.

## Grondslag
Goed gebruik: de aanbieder krijgt na het rapport tijd om een punt uit te voeren.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.punten import group_punten, is_afgerond, name_punten, rapportmoment
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.rules.base import rule


@rule("VBP004", "uiterlijk-voor-vaststelling", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every day for points that lies certainly before the report."""
    rapport = rapportmoment(dossier.onderzoek.momenten)
    if rapport is None or dossier.onderzoek.hertoets_van:
        return
    moment, wat = rapport

    def te_vroeg(punt: Verbeterpunt) -> Datum | None:
        dag = punt.uiterlijk
        if not isinstance(dag, Datum) or is_afgerond(punt):
            return None
        return dag if moment.is_later_than(dag) else None

    for dag, punten in group_punten(dossier.verbeterpunten, te_vroeg).items():
        message = f"{dag.leesbaar} voor {name_punten(punten)} ligt voor {wat} ({moment.leesbaar})"
        yield Violation(message, punten[0].place.at("uiterlijk"), "kijk naar het jaar en de maand")
