"""
Het aantal interviews en dossiers in de werkwijze klopt met de bronnenlijst

## Waarom
De werkwijze vertelt met hoeveel mensen er is gesproken en hoeveel dossiers er zijn gelezen. Telt de
bronnenlijst iets anders, dan weet de lezer niet wat waar is.

## Fout
```yaml
# onderzoek.yaml
werkwijze: Er is gesproken met vier cliënten.
# bronnen.yaml
bronnen:
  - {id: I01, soort: interview, rol: client, aanduiding: Cliënt A, datum: 2026-02-10}
  - {id: I02, soort: interview, rol: client, aanduiding: Cliënt B, datum: 2026-02-10}
  - {id: I03, soort: interview, rol: client, aanduiding: Cliënt C, datum: 2026-02-10}
```

## Goed
```yaml
# onderzoek.yaml
werkwijze: Er is gesproken met drie cliënten.
# bronnen.yaml
bronnen:
  - {id: I01, soort: interview, rol: client, aanduiding: Cliënt A, datum: 2026-02-10}
  - {id: I02, soort: interview, rol: client, aanduiding: Cliënt B, datum: 2026-02-10}
  - {id: I03, soort: interview, rol: client, aanduiding: Cliënt C, datum: 2026-02-10}
```

## Let op
De controle leest alleen de werkwijze, en daarin alleen duidelijke vormen: een getal met cliënten,
medewerkers, begeleiders, ketenpartners, naasten, dossiers, beleidsdocumenten, interviews of gesprekken, in
een zin over spreken of lezen. Ook `{cijfer:naam}` telt als getal. Bij woorden als "ongeveer", "per locatie"
of "niet" zwijgt zij. Noemt de tekst van één soort meer getallen, dan is het genoeg als één ervan of hun som
klopt.

Een regel in de bronnenlijst telt voor zijn `aantal`. De controle begint bij het conceptrapport: tot dan
groeit de lijst nog.

## Grondslag
Algemene wet bestuursrecht, artikel 3:2 en 3:46: wat over het onderzoek wordt gezegd, klopt met wat er is
gedaan.
"""

import re
from collections.abc import Iterator

from toezicht_cli.analysis.bronaantallen import compare_aantallen
from toezicht_cli.analysis.cijfers import find_waarde, format_getal
from toezicht_cli.analysis.woorden import join_words
from toezicht_cli.diagnostics import Severity, Violation
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rules.base import rule

_CIJFER = re.compile(r"\{cijfer:([a-z0-9_]{1,60})\}", re.ASCII)
_HELP = "verbeter de tekst, of vul de bronnenlijst aan"


@rule(
    "BRN011",
    "aantal-in-tekst-wijkt-af",
    severity=Severity.WARNING,
    since="0.1",
    needs=("onderzoek", "bronnen", "cijfers"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report the numbers in the werkwijze that the bronnenlijst does not bear out."""
    bronnen = [bron.value for bron in dossier.bronnen]
    for located in dossier.walk(Onderzoek):
        onderzoek = located.value
        if not onderzoek.werkwijze or not onderzoek.is_vanaf_concept:
            continue
        tekst = _fill_cijfers(onderzoek.werkwijze, dossier.cijfers)
        for afwijking in compare_aantallen(tekst, bronnen):
            genoemd = join_words([str(getal) for getal in afwijking.genoemd])
            message = f"de werkwijze noemt {genoemd} {afwijking.wat}, maar de bronnenlijst telt er {afwijking.geteld}"
            yield Violation(message, located.place.at("werkwijze"), _HELP)


def _fill_cijfers(tekst: str, cijfers: Cijfers) -> str:
    """Put the value of each known figure in the text, as the report will."""

    def fill(match: re.Match[str]) -> str:
        waarde = find_waarde(cijfers, match[1])
        return match[0] if waarde is None else format_getal(waarde)

    return _CIJFER.sub(fill, tekst)
