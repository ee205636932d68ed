"""Termijnen: the last day of every term of an onderzoek, why that day, and whether it was met.

The day is a value: nothing here knows what day it is. What happened after ``peildatum`` did not happen yet.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from toezicht_cli.analysis.punten import stand_op
from toezicht_cli.analysis.werkdagen import Einde, find_einde, in_words
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Momenten, Onderzoek
from toezicht_cli.models.termijn import Gebeurtenis, Termijn
from toezicht_cli.models.uitvraag import NIET_GELEVERD, Verzoek

Stand = Literal["te-laat", "loopt", "wacht", "klaar", "te-laat-klaar"]
REACTIE: Gebeurtenis = "reactie_ontvangen_op"


class Gebeurd(NamedTuple):
    """Something that a term begins or ends with: about what, and when.

    ``dag`` is None when the day is not known; ``reden`` says why, or what happened instead of a day.
    """

    onderwerp: str | None
    dag: date | None
    reden: str | None = None
    is_gebeurd: bool = True


class Termijnstand(NamedTuple):
    """One term of an onderzoek, or another last day in it, on a peildatum.

    ``einde`` is None as long as the beginning is not known; ``dagen`` counts from the peildatum to it.
    """

    soort: Literal["termijn", "punt", "bewaren"]
    id: str
    wat: str
    vanaf: date | None
    einde: date | None
    uitleg: str
    stand: Stand
    dagen: int | None = None
    klaar_op: date | None = None
    waarschuwing: str | None = None
    bron: str | None = None


def list_termijnen(dossier: Dossier, peildatum: date) -> tuple[Termijnstand, ...]:
    """Return every term and last day of ``dossier`` on ``peildatum``, the first to end first."""
    werkmap = dossier.omgeving.werkmap
    found = [
        stand
        for termijn in (werkmap.termijnen if werkmap else ())
        for stand in list_standen(termijn, dossier, peildatum)
    ]
    found += _punten(dossier, peildatum)
    found += _bewaren(dossier, peildatum)
    return tuple(sorted(found, key=lambda item: (item.einde or date.max, item.id)))


def reactietermijn(dossier: Dossier, dag: date) -> Einde | None:
    """Return the last day to react to a concept that is sent on ``dag``, None without such a term."""
    werkmap = dossier.omgeving.werkmap
    termijnen = werkmap.termijnen if werkmap else ()
    termijn = next((item for item in termijnen if item.klaar_met == REACTIE and not item.terug), None)
    return find_einde(termijn, dag, dossier.omgeving.kalender) if termijn else None


def find_reactietermijn(dossier: Dossier) -> Einde | None:
    """Return the computed end of the term to react, None when term or day of sending is not known."""
    verzonden = _momenten(dossier).concept_verzonden_op
    if not isinstance(verzonden, Datum) or not verzonden.is_dag:
        return None
    return reactietermijn(dossier, verzonden.vroegst)


def list_standen(termijn: Termijn, dossier: Dossier, peildatum: date) -> Iterator[Termijnstand]:
    """Yield how one term stands: once, or for each request in the order of ``uitvraag.yaml``."""
    ends = {item.onderwerp: item for item in _list_gebeurd(dossier, termijn.klaar_met)}
    for start in _list_gebeurd(dossier, termijn.vanaf):
        klaar = _find_klaar(termijn, start, ends, dossier)
        yield _stand(termijn, start, klaar, dossier, peildatum)


def _find_klaar(
    termijn: Termijn, start: Gebeurd, ends: dict[str | None, Gebeurd], dossier: Dossier
) -> Gebeurd | None:
    """Return what ended the term; for a request that is its document."""
    if termijn.vanaf == "gevraagd_op":
        return next(
            (_levering(item, dossier) for item in dossier.uitvraag.uitvraag if item.id == start.onderwerp),
            None,
        )
    if termijn.klaar_met == REACTIE and dossier.wederhoor.afstand:
        return Gebeurd(None, dossier.wederhoor.afstand.datum.vroegst, "de aanbieder reageert niet")
    return ends.get(None)


def _stand(
    termijn: Termijn, start: Gebeurd, klaar: Gebeurd | None, dossier: Dossier, peildatum: date
) -> Termijnstand:
    wat = f"{termijn.wat.rstrip('.')} ({start.onderwerp})" if start.onderwerp else termijn.wat.rstrip(".")
    if start.dag is None:
        reden = start.reden or "de eerste dag is niet bekend"
        return Termijnstand("termijn", termijn.id, wat, None, None, reden, "wacht", bron=termijn.bron)
    try:
        berekend = find_einde(termijn, start.dag, dossier.omgeving.kalender)
    except OverflowError:
        return Termijnstand("termijn", termijn.id, wat, start.dag, None, "de dag ligt te ver weg", "wacht")
    einde, uitleg = _with_brief(termijn, berekend, dossier)
    is_klaar = klaar is not None and klaar.is_gebeurd and (klaar.dag is None or klaar.dag <= peildatum)
    klaar_op = klaar.dag if klaar and is_klaar else None
    if klaar and is_klaar and klaar.reden:
        uitleg = f"{uitleg}; {klaar.reden}"
    return Termijnstand(
        *("termijn", termijn.id, wat, start.dag, einde, uitleg),
        stand=_decide(start.dag, einde, klaar_op, peildatum, is_klaar=is_klaar),
        dagen=(einde - peildatum).days,
        klaar_op=klaar_op,
        waarschuwing=berekend.waarschuwing,
        bron=termijn.bron,
    )


def _decide(start: date, einde: date, klaar_op: date | None, peildatum: date, *, is_klaar: bool) -> Stand:
    if is_klaar:
        return "te-laat-klaar" if klaar_op is not None and klaar_op > einde else "klaar"
    if start > peildatum and einde > peildatum:
        return "wacht"
    return "te-laat" if einde < peildatum else "loopt"


def _with_brief(termijn: Termijn, berekend: Einde, dossier: Dossier) -> tuple[date, str]:
    """Return the day that counts: uitstel before what the letter says, and that before what is computed."""
    wederhoor = dossier.wederhoor
    if termijn.klaar_met != REACTIE:
        return berekend.einde, berekend.uitleg
    if wederhoor.uitstel:
        tot = wederhoor.uitstel.tot.vroegst
        reden = wederhoor.uitstel.reden.rstrip(".")
        return tot, f"{berekend.uitleg}; uitstel tot en met {in_words(tot)}: {reden}"
    if wederhoor.uiterlijk and wederhoor.uiterlijk.vroegst != berekend.einde:
        dag = wederhoor.uiterlijk.vroegst
        return dag, f"zo staat het in de brief; {berekend.uitleg} is {in_words(berekend.einde)}"
    return berekend.einde, berekend.uitleg


def _list_gebeurd(dossier: Dossier, naam: Gebeurtenis | None) -> list[Gebeurd]:
    """Return when something happened: once, or for each request; a day that is not known has a reason."""
    if naam is None:
        return []
    if naam == "gevraagd_op":
        return [
            _moment(item.gevraagd_op, f"gevraagd_op van {item.id}", item.id)
            for item in dossier.uitvraag.uitvraag
        ]
    if naam == "laatste_bezoek":
        bezoeken = [
            item.datum.vroegst for onderzoek in dossier.walk(Onderzoek) for item in onderzoek.value.bezoeken
        ]
        return [
            Gebeurd(None, max(bezoeken))
            if bezoeken
            else Gebeurd(None, None, "er is nog geen bezoek", is_gebeurd=False)
        ]
    return [_moment(getattr(_momenten(dossier), naam), naam)]


def _moment(waarde: Datum | str | None, naam: str, onderwerp: str | None = None) -> Gebeurd:
    if isinstance(waarde, Datum):
        if waarde.is_dag:
            return Gebeurd(onderwerp, waarde.vroegst)
        return Gebeurd(onderwerp, None, f"{naam} is geen dag maar {waarde.leesbaar}")
    if waarde is None:
        return Gebeurd(onderwerp, None, f"{naam} is nog niet ingevuld", is_gebeurd=False)
    return Gebeurd(onderwerp, None, f"{naam} is niet vermeld")


def _levering(verzoek: Verzoek, dossier: Dossier) -> Gebeurd | None:
    """Return when the requested document came in; None while it did not."""
    if verzoek.ontvangen is None:
        return None
    if verzoek.ontvangen == NIET_GELEVERD:
        return Gebeurd(verzoek.id, None, "niet geleverd")
    bron = dossier.bronnenlijst.find(verzoek.ontvangen)
    dag = bron.ontvangen_op if bron else None
    if isinstance(dag, Datum) and dag.is_dag:
        return Gebeurd(verzoek.id, dag.vroegst)
    return Gebeurd(verzoek.id, None, f"geleverd als {verzoek.ontvangen}, de dag is niet bekend")


def _punten(dossier: Dossier, peildatum: date) -> Iterator[Termijnstand]:
    for located in dossier.verbeterpunten:
        punt = located.value
        if not isinstance(punt.uiterlijk, Datum):
            continue
        einde = punt.uiterlijk.vroegst
        klaar = stand_op(punt, peildatum) in ("geborgd-vastgesteld", "vervallen")
        stand: Stand = "klaar" if klaar else ("te-laat" if einde < peildatum else "loopt")
        wat = f"{punt.soort.replace('-', ' ').capitalize()} {punt.id}, norm {punt.norm}"
        uitleg = "de uiterste dag in verbeterpunten.yaml"
        yield Termijnstand("punt", punt.id, wat, None, einde, uitleg, stand, (einde - peildatum).days)


def _bewaren(dossier: Dossier, peildatum: date) -> Iterator[Termijnstand]:
    for located in dossier.walk(Onderzoek):
        tot = located.value.bewaren_tot
        if tot is not None and tot.laatst is not None:
            stand: Stand = "te-laat" if tot.laatst < peildatum else "loopt"
            dagen = (tot.laatst - peildatum).days
            yield Termijnstand(
                "bewaren",
                "bewaren",
                "Het onderzoek bewaren",
                None,
                tot.laatst,
                "bewaren_tot in onderzoek.yaml",
                stand,
                dagen,
            )


def _momenten(dossier: Dossier) -> Momenten:
    found = next((located.value for located in dossier.walk(Momenten)), None)
    return found or Momenten()
