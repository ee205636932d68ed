"""
Wat binnen een termijn klaar moet zijn, is op tijd klaar

## Waarom
De organisatie schreef op hoe lang iets mag duren. Kwam een reactie, een document of een rapport later, dan wil een
lezer soms weten waarom. Het programma rekent het na; of het erg is, beslissen mensen.

## Fout
```yaml
# toezicht.yaml: 10 werkdagen vanaf concept_verzonden_op, klaar_met reactie_ontvangen_op
momenten:
  concept_verzonden_op: 2026-03-02
  reactie_ontvangen_op: 2026-03-18
```

## Goed
```yaml
# toezicht.yaml: 10 werkdagen vanaf concept_verzonden_op, klaar_met reactie_ontvangen_op
momenten:
  concept_verzonden_op: 2026-03-02
  reactie_ontvangen_op: 2026-03-16
```

## Let op
De dag waarop een termijn begint, telt niet mee. Te laat is het vanaf de dag na de laatste dag. Uitstel telt mee.
Kwamen er meer documenten te laat, dan is er één melding, bij het eerste.

## Grondslag
De termijnen in `toezicht.yaml`, met de bron die daarbij staat.
"""

from collections.abc import Iterator
from datetime import date

from toezicht_cli.analysis.termijnen import Termijnstand, list_standen
from toezicht_cli.analysis.werkdagen import in_words
from toezicht_cli.analysis.woorden import join_some, plural
from toezicht_cli.diagnostics import Place, Severity, Violation
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.termijn import Termijn
from toezicht_cli.models.uitvraag import Verzoek
from toezicht_cli.rules.base import rule

_HELP = "ga na of de dag klopt; klopt hij, dan is het geen fout"


@rule(
    "TRM009",
    "klaar-na-de-termijn",
    severity=Severity.INFO,
    since="0.1",
    needs=("onderzoek", "omgeving", "uitvraag", "bronnen", "wederhoor"),
)
def check(dossier: Dossier) -> Iterator[Violation]:
    """Report for each term of the organisation what was done after its last day."""
    werkmap = dossier.omgeving.werkmap
    for termijn in werkmap.termijnen if werkmap else ():
        standen = list(list_standen(termijn, dossier, date.max))
        if termijn.vanaf == "gevraagd_op":
            yield from _check_verzoeken(termijn, standen, dossier)
        elif standen and standen[0].stand == "te-laat-klaar" and (place := _place(termijn, dossier)):
            yield Violation(f"{termijn.klaar_met} ligt {_describe(termijn, standen[0])}", place, _HELP)


def _check_verzoeken(termijn: Termijn, standen: list[Termijnstand], dossier: Dossier) -> Iterator[Violation]:
    pairs = zip(dossier.walk(Verzoek), standen, strict=True)
    late = [(verzoek, stand) for verzoek, stand in pairs if stand.stand == "te-laat-klaar"]
    if late:
        (eerste, stand), *_ = late
        ids = join_some([verzoek.value.id for verzoek, _ in late])
        wat = f"wat gevraagd is bij {ids} kwam later dan de termijn; {eerste.value.id} kwam"
        yield Violation(f"{wat} {_describe(termijn, stand)}", eerste.place.at("ontvangen"), _HELP)


def _place(termijn: Termijn, dossier: Dossier) -> Place | None:
    """Return where the moment stands that ended the term; None for what is no single moment."""
    if termijn.klaar_met in (None, "laatste_bezoek", "gevraagd_op"):
        return None
    for located in dossier.walk(Onderzoek):
        if getattr(located.value.momenten, termijn.klaar_met, None) is not None:
            return located.place.at("momenten", termijn.klaar_met)
    return None


def _describe(termijn: Termijn, stand: Termijnstand) -> str:
    assert stand.einde is not None  # noqa: S101 - what is late has a last day
    dagen = ""
    if stand.klaar_op is not None:
        dagen = f"{plural((stand.klaar_op - stand.einde).days, 'dag', 'dagen')} "
    einde = in_words(stand.einde)
    return f"{dagen}na {einde}, de laatste dag van de termijn {termijn.id} ({stand.uitleg})"
