"""
Een tekst gebruikt gewone woorden

## Waarom
Woorden als teneinde en middels maken een zin plechtig en zwaarder. Het gewone woord zegt precies hetzelfde.

## Fout
```yaml
werkwijze: Teneinde een beeld te krijgen zijn middels interviews ervaringen opgehaald.
```

## Goed
```yaml
werkwijze: Om een beeld te krijgen zijn ervaringen opgehaald met interviews.
```

## Let op
De controle kent een korte lijst, met alleen woorden waar altijd een gewoon woord voor past: aangaande, alsmede,
alvorens, derhalve, desalniettemin, dientengevolge, doch, indien, ingevolge, inzake, middels, mitsdien,
nochtans, reeds, teneinde, tevens, thans, dient te, dienen te, door middel van, met betrekking tot, ten aanzien van,
ten behoeve van en ten gevolge van. Elk woord geeft één melding, bij de eerste plek. Woorden tussen dubbele aanhalingstekens
tellen niet mee, en in namen zoals "Verdrag inzake" ook niet.

## Grondslag
Afspraak van dit programma. Direct Duidelijk, de aanpak voor duidelijke taal bij de overheid, vraagt om teksten
die iedereen begrijpt.
"""

from collections.abc import Iterator

from toezicht_cli.analysis.leesteksten import read_leesstof
from toezicht_cli.analysis.woorden import plural
from toezicht_cli.analysis.woordkeus import find_stijve_woorden
from toezicht_cli.diagnostics import Severity, Violation, quote
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rules.base import rule


@rule("TAA004", "woord-kan-gewoner", severity=Severity.INFO, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report every stiff word once, at its first use."""
    for stijf in find_stijve_woorden(read_leesstof(dossier)):
        times = f" ({plural(stijf.aantal, 'keer', 'keer')})" if stijf.aantal > 1 else ""
        message = f"{quote(stijf.woord)} kan gewoner: {quote(stijf.gewoon)}{times}"
        yield Violation(message, stijf.place, "schrijf het gewone woord", passage=stijf.passage)
