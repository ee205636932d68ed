"""Gebeurd: on which day something happened that a term begins or ends with, or why that is not known."""

from typing import NamedTuple

from toezicht_cli.models.datum import Datum, NietVermeld
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Momenten, Onderzoek
from toezicht_cli.models.termijn import Gebeurtenis
from toezicht_cli.models.uitvraag import NIET_GELEVERD

REACTIE: Gebeurtenis = "reactie_ontvangen_op"
# How a reader calls what a term begins with.
NAMEN: dict[Gebeurtenis, str] = {
    "aangekondigd_op": "de aankondiging",
    "gestart_op": "de start van het onderzoek",
    "concept_verzonden_op": "het verzenden van het concept",
    "reactie_ontvangen_op": "de reactie van de aanbieder",
    "vastgesteld_op": "de vaststelling van het rapport",
    "verzonden_op": "het verzenden van het rapport",
    "openbaar_op": "de openbaarmaking",
    "verbeterplan_ontvangen_op": "de ontvangst van het verbeterplan",
    "laatste_bezoek": "het laatste bezoek",
    "gevraagd_op": "het opvragen van het document",
}


class Gebeurd(NamedTuple):
    """Something that a term begins or ends with.

    ``onderwerp`` is the id of a request, None for what happens once. ``datum`` is None when no date is
    known; ``is_gebeurd`` says that it happened all the same. ``reden`` tells a reader why there is no exact
    day, or what happened instead.
    """

    onderwerp: str | None = None
    datum: Datum | None = None
    reden: str | None = None
    is_gebeurd: bool = True


def list_begin(dossier: Dossier, naam: Gebeurtenis) -> list[Gebeurd]:
    """Return when terms from ``naam`` begin: once, or for each request in the order of the file."""
    start = f"telt vanaf {NAMEN[naam]}; "
    if naam == "gevraagd_op":
        found = [(item.gevraagd_op, item.id) for item in dossier.uitvraag.uitvraag]
        return [_make(datum, f"{start}gevraagd_op", onderwerp) for datum, onderwerp in found]
    if naam == "laatste_bezoek":
        laatste = _find_laatste_bezoek(dossier)
        return [Gebeurd(None, laatste, None if laatste else f"{start}dat is er nog niet", bool(laatste))]
    return [_make(getattr(_momenten(dossier), naam), f"{start}{naam}")]


def find_levering(dossier: Dossier, onderwerp: str | None) -> Gebeurd | None:
    """Return what came of the request ``onderwerp``: its document, or nothing; None while it is open."""
    verzoek = next((item for item in dossier.uitvraag.uitvraag if item.id == onderwerp), None)
    if verzoek is None or verzoek.ontvangen is None:
        return None
    if verzoek.ontvangen == NIET_GELEVERD:
        return Gebeurd(verzoek.id, None, "niet geleverd")
    bron = dossier.bronnenlijst.find(verzoek.ontvangen)
    datum = bron.ontvangen_op if bron else None
    if isinstance(datum, Datum):
        return _make(datum, f"de ontvangst van {verzoek.ontvangen}", verzoek.id)
    return Gebeurd(verzoek.id, None, f"geleverd als {verzoek.ontvangen}, de dag is niet bekend")


def find_klaar(dossier: Dossier, naam: Gebeurtenis) -> Gebeurd | None:
    """Return when ``naam`` happened, which ends a term; None while it did not.

    A term to react also ends with the message that no reaction comes.
    """
    if naam == "gevraagd_op":
        return _find_alles_gevraagd(dossier)
    if naam == "laatste_bezoek":
        laatste = _find_laatste_bezoek(dossier)
        return Gebeurd(datum=laatste) if laatste else None
    gebeurd = _make(getattr(_momenten(dossier), naam), naam)
    afstand = dossier.wederhoor.afstand
    if not gebeurd.is_gebeurd and naam == REACTIE and afstand:
        return Gebeurd(None, afstand.datum, "de aanbieder schreef dat hij niet reageert")
    return gebeurd if gebeurd.is_gebeurd else None


def _make(waarde: Datum | NietVermeld | None, naam: str, onderwerp: str | None = None) -> Gebeurd:
    if isinstance(waarde, Datum):
        reden = None if waarde.is_dag else f"{naam} is geen dag maar {waarde.leesbaar}"
        return Gebeurd(onderwerp, waarde, reden)
    if waarde is None:
        return Gebeurd(onderwerp, None, f"{naam} is nog niet ingevuld", is_gebeurd=False)
    return Gebeurd(onderwerp, None, f"{naam} is niet vermeld")


def _find_alles_gevraagd(dossier: Dossier) -> Gebeurd | None:
    """Return when the last document was asked for; None while one of them has not been."""
    found = [item.gevraagd_op for item in dossier.uitvraag.uitvraag]
    if not found or None in found:
        return None
    days = [datum for datum in found if isinstance(datum, Datum)]
    if len(days) < len(found):
        return Gebeurd(reden="gevraagd_op is bij een verzoek niet vermeld")
    laatste: Datum = max(days, key=lambda datum: datum.vroegst)
    return _make(laatste, "gevraagd_op")


def _find_laatste_bezoek(dossier: Dossier) -> Datum | None:
    days = [bezoek.datum for located in dossier.walk(Onderzoek) for bezoek in located.value.bezoeken]
    return max(days, key=lambda datum: datum.vroegst, default=None)


def _momenten(dossier: Dossier) -> Momenten:
    return next((located.value for located in dossier.walk(Momenten)), Momenten())
