"""
Een certificaat was geldig toen het meetelde

## Waarom
Een certificaat of verklaring zegt iets over de tijd waarin het geldig is. Een verlopen certificaat
steunt geen oordeel over nu.

## Fout
```yaml
# onderzoek.yaml: onderzoeksperiode: 2026-02/2026-03
bronnen:
  - {id: O02, soort: overig, titel: Certificaat, geldig: 2022-11-01/2025-10-31}
```

## Goed
```yaml
# onderzoek.yaml: onderzoeksperiode: 2026-02/2026-03
bronnen:
  - {id: O02, soort: overig, titel: Certificaat, geldig: 2025-11-01/2028-10-31}
```

## Let op
Er komt een melding als het certificaat op geen enkele dag van de onderzoeksperiode geldig was, of al was
verlopen toen het binnenkwam. Loopt het in de loop van de periode af, dan zwijgt de controle: vaak staat
het nieuwe certificaat als een eigen bron in de lijst.

Staat er één dag zonder schuine streep, dan leest de controle die als de laatste dag.

## Grondslag
Goed gebruik: een bewijsstuk dekt de tijd waarover het iets moet bewijzen.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.perioden import known
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "vraag naar een bewijs dat toen wel geldig was"


@rule("BRN010", "certificaat-niet-geldig", severity=Severity.WARNING, since="0.1", needs=("onderzoek",))
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every bron that was not valid in the onderzoeksperiode, or had expired on receipt."""
    periode = dossier.onderzoek.onderzoeksperiode
    for located in dossier.bronnen:
        bron = located.value
        problem = _problem(bron, bron.geldig, periode) if bron.geldig else None
        if problem:
            yield Violation(f"bron {bron.id} {problem}", located.place.at("geldig"), _HELP)


def _problem(bron: Bron, geldig: Datum, periode: Datum | None) -> str | None:
    ontvangst = known(bron.ontvangen_op)
    if periode and periode.is_later_than(geldig):
        return f"was verlopen in de onderzoeksperiode (geldig: {geldig.leesbaar})"
    if periode and geldig.is_later_than(periode) and not geldig.is_dag:
        return f"was nog niet geldig in de onderzoeksperiode (geldig: {geldig.leesbaar})"
    if ontvangst and ontvangst.is_later_than(geldig):
        return f"was al verlopen bij ontvangst: {ontvangst.leesbaar} (geldig: {geldig.leesbaar})"
    return None
