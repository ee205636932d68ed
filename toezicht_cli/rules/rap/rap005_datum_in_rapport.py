"""
De datums van het onderzoek in het rapport zijn die van de gegevens

## Waarom
Van de dag van vaststelling of verzending hangen termijnen af. Zegt het rapport een andere dag dan de gegevens,
dan weet niemand wanneer een termijn begon.

## Fout
```yaml
# onderzoek.yaml
momenten:
  vastgesteld_op: 2026-05-12
# rapport
colofon: Vastgesteld op 21 mei 2026
```

## Goed
```yaml
colofon: Vastgesteld op 12 mei 2026
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).

## Let op
Deze controle draait alleen met `toezicht rapport --controleer`. Zij leest alleen een regel, zin of rij die een
woord als vastgesteld, concept verzonden, onderzoeksperiode of bezoek met één datum noemt, en verder niets. Een
datum die minder precies is, zoals mei 2026, is goed als het dezelfde kan zijn.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "verbeter de datum in het rapport, of in onderzoek.yaml"


@rule(
    "RAP005",
    "datum-in-rapport",
    severity=Severity.WARNING,
    since="0.2",
    needs=("onderzoek", "kader", "rapporttekst"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the dates with a label in a report that are not those of the onderzoek."""
    # Not above: most checks look at no report and need not wait for these.
    from toezicht_cli.analysis.rapportdatums import find_datums
    from toezicht_cli.analysis.rapportdelen import walk_passages
    from toezicht_cli.analysis.rapportmelding import place_in, prefix

    for rapport in dossier.rapporten:
        passages = tuple(walk_passages(rapport.regels, dossier.kader))
        for tekst, gegevens, passage in find_datums(passages, dossier):
            message = f"{prefix(passage)}het rapport zegt {quote(tekst)}, de gegevens zeggen {gegevens}"
            yield Violation(message, place_in(rapport, passage, tekst), _HELP)
