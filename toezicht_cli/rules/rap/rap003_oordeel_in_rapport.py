"""
Het oordeel per norm in het rapport is het oordeel in de gegevens

## Waarom
Een oordeel staat in een rapport vaak op meer plaatsen: in de conclusie bij de norm, in een tabel en in de
samenvatting. Wordt het laat nog gewijzigd, dan blijft er makkelijk één plaats achter. De aanbieder leest dan
twee oordelen.

## Fout
```yaml
# bevindingen/1.2.yaml
norm: "1.2"
oordeel: voldoet
# rapport/linde.md, onder de kop "Norm 1.2 Gesprek"
conclusie: Zorg De Linde voldoet niet aan de norm.
```

## Goed
```yaml
# bevindingen/1.2.yaml
norm: "1.2"
oordeel: voldoet-niet
# rapport/linde.md, onder de kop "Norm 1.2 Gesprek"
conclusie: Zorg De Linde voldoet niet aan de norm.
```

## Grondslag
Algemene wet bestuursrecht, artikel 3:46: de motivering draagt het oordeel.

## Let op
Deze controle draait alleen met `toezicht rapport --controleer`. Zij leest zinnen onder een kop die de norm
noemt ("Norm 1.2", of "1.2" met een woord uit de norm), en rijen van een tabel die met het nummer van een
norm beginnen en precies één oordeel noemen. Voor zinnen gelden dezelfde regels als bij OOR004: bij een
voorwaarde, een wens, een onderdeel of een ander moment zwijgt het programma. Staat bij een norm ook ergens
het goede oordeel, dan zwijgt het ook.
"""

from collections.abc import Iterator

from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule

_HELP = "pas het rapport aan, of het oordeel in bevindingen/"


@rule(
    "RAP003",
    "oordeel-in-rapport",
    severity=Severity.ERROR,
    since="0.2",
    needs=("onderzoek", "kader", "bevindingen", "rapporttekst"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every oordeel on a norm in a report that the data do not give."""
    # Not above: most checks look at no report and need not wait for these.
    from toezicht_cli.analysis.rapportdelen import walk_passages
    from toezicht_cli.analysis.rapportmelding import place_in, prefix
    from toezicht_cli.analysis.rapportoordelen import find_afwijkingen

    for rapport in dossier.rapporten:
        passages = tuple(walk_passages(rapport.regels, dossier.kader))
        for gezegd, gegevens in find_afwijkingen(passages, dossier):
            said = f"{prefix(gezegd.passage)}het rapport zegt bij norm {gezegd.norm} {quote(gezegd.tekst)}"
            place = place_in(rapport, gezegd.passage, gezegd.tekst)
            yield Violation(f"{said}, de gegevens zeggen {gegevens}", place, _HELP)
