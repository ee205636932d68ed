"""
De momenten van een onderzoek staan in de goede volgorde

## Waarom
Een rapport wordt eerst als concept verstuurd, dan vastgesteld, dan verzonden en openbaar gemaakt. Staat een
datum eerder dan wat eraan voorafgaat, dan is er een verkeerd ingevuld. Termijnen tellen vanaf deze datums.

## Fout
```yaml
momenten:
  concept_verzonden_op: 2026-04-20
  vastgesteld_op: 2026-04-13
```

## Goed
```yaml
momenten:
  concept_verzonden_op: 2026-04-20
  vastgesteld_op: 2026-05-11
```

## Let op
De volgorde is: gestart, concept verzonden, reactie ontvangen, vastgesteld, verzonden, openbaar gemaakt. De
aankondiging mag voor of na de start komen, want het onderzoek kan achter het bureau beginnen, maar niet na
het concept. Een verbeterplan komt na het verzenden van het rapport. Op dezelfde dag mag altijd, en een datum
die alleen een maand is, kan passen.

Een reactie die na de vaststelling binnenkomt, is een let-op: dat kan gebeuren, maar dan is zij niet verwerkt.

Is het rapport herzien, dan telt voor wat erna komt de eerste vaststelling: het rapport was toen al verzonden.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 (zorgvuldige voorbereiding). De volgorde zelf is goed gebruik bij
hoor en wederhoor.
"""

from collections.abc import Iterator
from itertools import pairwise

from toezicht_cli.analysis.bevriezen import find_eerste_vaststelling
from toezicht_cli.analysis.momenten import GEBEURTENISSEN, NAAST_DE_RIJ, known_momenten
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule

_AANKONDIGING = "aangekondigd_op"
_TE_LAAT = ("reactie_ontvangen_op", "vastgesteld_op")


@rule("TRM001", "momenten-in-verkeerde-volgorde", severity=Severity.ERROR, since="0.1", needs=())
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report each known moment that certainly comes before the known one ahead of it."""
    for located in dossier.walk(Onderzoek):
        datums = known_momenten(located.value)
        order = [naam for naam in datums if naam not in NAAST_DE_RIJ]
        pairs = list(pairwise(order))
        pairs += [(eerst, naam) for naam, eerst in NAAST_DE_RIJ.items() if naam in datums and eerst in datums]
        after_start = [naam for naam in order if naam != "gestart_op"]
        if _AANKONDIGING in datums and after_start:
            pairs.append((_AANKONDIGING, after_start[0]))
        for eerst, daarna in pairs:
            if _begin_of(eerst, datums[eerst], dossier).is_later_than(datums[daarna]):
                later = f"{GEBEURTENISSEN[eerst]} ({datums[eerst].leesbaar})"
                message = f"{GEBEURTENISSEN[daarna]} ({datums[daarna].leesbaar}) voordat {_clause(later)}"
                severity = Severity.WARNING if (eerst, daarna) == _TE_LAAT else None
                place = located.place.at("momenten", daarna)
                yield Violation(message, place, "ga na welke van de twee datums klopt", severity)


def _begin_of(naam: str, datum: Datum, dossier: Dossier) -> Datum:
    """Return the day that later moments may not precede: after a revision that of the first version."""
    return find_eerste_vaststelling(dossier, datum) if naam == "vastgesteld_op" else datum


def _clause(main: str) -> str:
    """Turn ``het concept is verzonden (…)`` into the word order of a clause: ``het concept verzonden is``."""
    return main.replace(" is ", " ", 1).replace(" (", " is (", 1)
