"""Termijnen: the last day of every term of an onderzoek, why that day, and whether it was met.

The day is a value: nothing here knows what day it is. What happened after ``peildatum`` did not happen yet.
A term ends on its last day; one is late from the day after.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from toezicht_cli.analysis.gebeurd import REACTIE, Gebeurd, find_klaar, find_levering, list_begin
from toezicht_cli.analysis.punten import stand_op
from toezicht_cli.analysis.werkdagen import Einde, find_einde, in_words
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.models.termijn import Termijn

# ``voorbij``: the last day has passed, and nothing can tell whether it was met.
Stand = Literal["te-laat", "loopt", "wacht", "voorbij", "klaar", "te-laat-klaar"]


class Termijnstand(NamedTuple):
    """One term of an onderzoek, or another last day in it, on a peildatum.

    ``onderwerp`` is the request or the point that it is about. ``einde`` is None as long as the beginning is
    not known, and ``uitleg`` then says what is missing; ``dagen`` counts from the peildatum to it.
    """

    soort: Literal["termijn", "brief", "punt", "bewaren"]
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
    onderwerp: str | None = None


def list_termijnen(dossier: Dossier, peildatum: date) -> tuple[Termijnstand, ...]:
    """Return every term and last day of ``dossier`` on ``peildatum``, the first to end first.

    A term that rests on a file that could not be read is left out: it could be called late while it was met.
    """
    found = [
        stand
        for termijn in _termijnen(dossier)
        if not dossier.onleesbaar & _needs(termijn)
        for stand in list_standen(termijn, dossier, peildatum)
    ]
    if not dossier.onleesbaar & {"onderzoek", "wederhoor"}:
        found += _brief(dossier, peildatum)
    found += _punten(dossier, peildatum)
    found += _bewaren(dossier, peildatum)
    return tuple(sorted(found, key=lambda item: (item.einde or date.max, item.id)))


def list_standen(termijn: Termijn, dossier: Dossier, peildatum: date) -> Iterator[Termijnstand]:
    """Yield how one term stands: once, or for each request in the order of ``uitvraag.yaml``."""
    for begin in list_begin(dossier, termijn.vanaf):
        yield _stand(termijn, begin, dossier, peildatum)


def reactietermijn(dossier: Dossier, dag: date) -> Einde | None:
    """Return the last day to react to a concept that is sent on ``dag``, None without such a term."""
    termijn = _find_reactie(dossier)
    try:
        return find_einde(termijn, dag, dossier.omgeving.kalender) if termijn else None
    except OverflowError:
        return None


def find_reactietermijn(dossier: Dossier) -> Einde | None:
    """Return the computed end of the term to react, None when term or day of sending is not known.

    It is the end of the term itself: without uitstel, whatever the letter says.
    """
    termijn = _find_reactie(dossier)
    dag = _exact(next(iter(list_begin(dossier, termijn.vanaf)), None)) if termijn else None
    return reactietermijn(dossier, dag) if dag else None


def _needs(termijn: Termijn) -> set[str]:
    """Return the parts of a dossier that say when a term begins and what ended it."""
    if "gevraagd_op" in (termijn.vanaf, termijn.klaar_met):
        return {"onderzoek", "uitvraag", "bronnen"}
    return {"onderzoek", "wederhoor"} if termijn.klaar_met == REACTIE else {"onderzoek"}


def _termijnen(dossier: Dossier) -> tuple[Termijn, ...]:
    werkmap = dossier.omgeving.werkmap
    return werkmap.termijnen if werkmap else ()


def _find_reactie(dossier: Dossier) -> Termijn | None:
    found = (item for item in _termijnen(dossier) if item.klaar_met == REACTIE and not item.terug)
    return next(found, None)


def _stand(termijn: Termijn, begin: Gebeurd, dossier: Dossier, peildatum: date) -> Termijnstand:
    berekend = _compute(termijn, begin, dossier)
    laatste, uitleg = berekend.einde, berekend.uitleg
    if termijn.klaar_met == REACTIE and not termijn.terug:
        laatste, uitleg = apply_wederhoor(dossier, laatste, uitleg)
    is_begonnen = begin.is_gebeurd and not (begin.datum and begin.datum.vroegst > peildatum)
    klaar = _find_klaar(termijn, begin, dossier, peildatum)
    if klaar and klaar.datum is None and not is_begonnen:  # what has no day did not happen before its begin
        klaar = None
    if begin.is_gebeurd and not is_begonnen and not termijn.terug:
        uitleg = f"{uitleg}; die dag moet nog komen"
    if klaar and klaar.reden:
        uitleg = f"{uitleg}; {klaar.reden}"
    has_end = termijn.klaar_met is not None or termijn.vanaf == "gevraagd_op"
    return Termijnstand(
        *("termijn", termijn.id, termijn.wat.rstrip("."), _exact(begin), laatste, uitleg),
        stand=_decide(laatste, klaar, peildatum, is_begonnen=is_begonnen, has_end=has_end),
        dagen=(laatste - peildatum).days if laatste else None,
        klaar_op=_exact(klaar),
        waarschuwing=berekend.waarschuwing,
        bron=termijn.bron,
        onderwerp=begin.onderwerp,
    )


def _find_klaar(termijn: Termijn, begin: Gebeurd, dossier: Dossier, peildatum: date) -> Gebeurd | None:
    """Return what ended the term up to the peildatum."""
    if termijn.vanaf == "gevraagd_op":
        return _until(find_levering(dossier, begin.onderwerp), peildatum)
    return _until(find_klaar(dossier, termijn.klaar_met), peildatum) if termijn.klaar_met else None


def _until(gebeurd: Gebeurd | None, peildatum: date) -> Gebeurd | None:
    is_later = gebeurd and gebeurd.datum and gebeurd.datum.vroegst > peildatum
    return None if is_later else gebeurd


class _Berekend(NamedTuple):
    einde: date | None
    uitleg: str
    waarschuwing: str | None = None


def _compute(termijn: Termijn, begin: Gebeurd, dossier: Dossier) -> _Berekend:
    dag = _exact(begin)
    if dag is None:
        return _Berekend(None, begin.reden or "de eerste dag is niet bekend")
    try:
        return _Berekend(*find_einde(termijn, dag, dossier.omgeving.kalender))
    except OverflowError:
        return _Berekend(None, f"van {in_words(dag)} af is deze lengte niet uit te rekenen")


def _decide(
    laatste: date | None, klaar: Gebeurd | None, peildatum: date, *, is_begonnen: bool, has_end: bool
) -> Stand:
    if klaar:
        is_late = laatste and klaar.datum and klaar.datum.vroegst > laatste
        return "te-laat-klaar" if is_late else "klaar"
    if laatste is None or (not is_begonnen and laatste >= peildatum):
        return "wacht"
    if laatste >= peildatum:
        return "loopt"
    return "te-laat" if has_end else "voorbij"


def apply_wederhoor(dossier: Dossier, einde: date | None, uitleg: str) -> tuple[date | None, str]:
    """Return the last day to react with what ``wederhoor.yaml`` says of it, and why it is that day.

    Uitstel moves the end. A day in the letter that differs from the end of the term is named beside it, and
    counts only when the term gives none: a controle asks which of the two is right.

    Args:
        dossier: the onderzoek with its ``wederhoor.yaml``.
        einde: the last day that the term gives, None when it gives none.
        uitleg: why it is that day, or what is missing.
    """
    brief, uitstel = dossier.wederhoor.uiterlijk, dossier.wederhoor.uitstel
    laatste, parts = einde, [uitleg]
    if brief and einde is None:
        laatste = brief.vroegst
        parts.insert(0, "zo staat het in de brief")
    elif brief and einde and brief.vroegst != einde:
        parts.append(f"dat is {in_words(einde)}, maar in de brief staat {brief.leesbaar}")
    if uitstel and (laatste is None or uitstel.tot.vroegst > laatste):
        laatste = uitstel.tot.vroegst
        parts.append(f"uitstel tot en met {uitstel.tot.leesbaar}: {uitstel.reden.rstrip('.')}")
    return laatste, "; ".join(parts)


def _brief(dossier: Dossier, peildatum: date) -> Iterator[Termijnstand]:
    """Yield the last day to react of the letter when the organisation has no term for it."""
    if _find_reactie(dossier) is not None:
        return
    laatste, uitleg = apply_wederhoor(dossier, None, "toezicht.yaml heeft er geen termijn voor")
    if laatste is None:
        return
    klaar = _until(find_klaar(dossier, REACTIE), peildatum)
    yield Termijnstand(
        *("brief", "reactie", "De aanbieder reageert op het concept", None, laatste, uitleg),
        stand=_decide(laatste, klaar, peildatum, is_begonnen=True, has_end=True),
        dagen=(laatste - peildatum).days,
        klaar_op=_exact(klaar),
        bron="wederhoor.yaml",
    )


def _exact(gebeurd: Gebeurd | None) -> date | None:
    """Return the day when that is known."""
    datum = gebeurd.datum if gebeurd else None
    return datum.vroegst if datum and datum.is_dag else None


def _punten(dossier: Dossier, peildatum: date) -> Iterator[Termijnstand]:
    for located in dossier.verbeterpunten:
        punt = located.value
        if not isinstance(punt.uiterlijk, Datum):
            continue
        einde = punt.uiterlijk.vroegst
        status = stand_op(punt, peildatum)
        klaar = status in ("geborgd-vastgesteld", "vervallen")
        stand: Stand = "klaar" if klaar else ("te-laat" if einde < peildatum else "loopt")
        wat = f"{punt.soort.replace('-', ' ').capitalize()} bij norm {punt.norm}"
        uitleg = "de uiterste dag in verbeterpunten.yaml"
        if status == "gereed-volgens-aanbieder":
            uitleg += "; volgens de aanbieder klaar, nog niet vastgesteld"
        yield Termijnstand(
            *("punt", punt.id, wat, None, einde, uitleg, stand),
            dagen=(einde - peildatum).days,
            onderwerp=punt.id,
        )


def _bewaren(dossier: Dossier, peildatum: date) -> Iterator[Termijnstand]:
    for located in dossier.walk(Onderzoek):
        tot = located.value.bewaren_tot
        if tot is not None and tot.laatst is not None:
            stand: Stand = "voorbij" if tot.laatst < peildatum else "loopt"
            yield Termijnstand(
                *("bewaren", "bewaren", "Het onderzoek bewaren", None, tot.laatst),
                *("bewaren_tot in onderzoek.yaml", stand, (tot.laatst - peildatum).days),
            )
