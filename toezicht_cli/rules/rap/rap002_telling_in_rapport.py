"""
De tellingen in het rapport kloppen met de oordelen

## Waarom
Een rapport noemt de telling in de samenvatting, in een tabel en in de conclusie. Verandert er één oordeel,
dan moeten ze alle drie mee. Wie alleen de samenvatting leest, krijgt anders een ander rapport.

## Fout
```yaml
# er zijn zes normen met oordeel voldoet
rapport: Zorg De Linde voldoet aan zeven normen.
```

## Goed
```yaml
rapport: Zorg De Linde voldoet aan zes normen.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46 (deugdelijke motivering).

## Let op
Deze controle draait alleen met `toezicht rapport --controleer`. Voor zinnen gelden dezelfde regels als bij
OOR005. Daarnaast leest zij tabellen en lijsten met de woorden van de schaal en een getal, als erbij staat dat
het om normen of oordelen gaat: "Voldoet: 6 normen", of een rij per thema onder een kop met de categorieën.
Een getal dat klopt voor een thema of vestiging is daar goed. Zolang er nog normen open zijn, zwijgt zij.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "pas het rapport aan, of maak het opnieuw: toezicht rapport"


@rule(
    "RAP002",
    "telling-in-rapport",
    severity=Severity.ERROR,
    since="0.2",
    needs=("onderzoek", "kader", "bevindingen", "rapporttekst"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every tally in a report that the oordelen contradict."""
    # Not above: most checks look at no report and need not wait for these.
    from toezicht_cli.analysis.rapportdelen import walk_passages
    from toezicht_cli.analysis.rapportmelding import place_in, prefix
    from toezicht_cli.analysis.rapporttelling import find_rapporttellingen
    from toezicht_cli.analysis.telling import TellingError, tally
    from toezicht_cli.analysis.telling_in_woorden import make_vergelijking

    try:
        telling, vergelijking = tally(dossier), make_vergelijking(dossier)
    except TellingError:
        return
    if telling.nog_open:
        return
    for rapport in dossier.rapporten:
        passages = tuple(walk_passages(rapport.regels, dossier.kader))
        for tekst, uitkomst, passage in find_rapporttellingen(passages, dossier.kader, vergelijking):
            said = f"{prefix(passage)}het rapport zegt {quote(tekst)}"
            yield Violation(
                f"{said}, de oordelen zeggen {uitkomst}", place_in(rapport, passage, tekst), _HELP
            )
