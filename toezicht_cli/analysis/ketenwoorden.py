"""Ketenwoorden: what every format for people says of a norm, a bron and a point, in the same words."""

from toezicht_cli.analysis.bronlabels import describe_datums, describe_naam, describe_soort
from toezicht_cli.analysis.onderbouwing import Keten, Onderbouwing, Steun
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.kader import Grondslag
from toezicht_cli.models.verbeterpunt import Opvolging, Puntstatus, Verbeterpunt

VERKORT = "Verkort weergegeven: de officiële tekst van de norm staat niet in het kader."

_STANDEN: dict[Puntstatus, str] = {
    "open": "open",
    "deels": "deels gereed",
    "gereed-volgens-aanbieder": "gereed volgens de aanbieder",
    "geborgd-vastgesteld": "vastgesteld dat het geborgd is",
    "vervallen": "vervallen",
}


def norm_tekst(onderbouwing: Onderbouwing) -> tuple[str, str | None]:
    """Return the text of the norm, and the remark that it is shortened where that is so."""
    norm = onderbouwing.norm
    if norm.tekst_officieel:
        return norm.tekst_officieel, None
    return norm.omschrijving, None if onderbouwing.kader.eigen_bewoording else VERKORT


def grondslag_tekst(grondslag: Grondslag) -> str:
    """Return the legal ground, marked where the kader itself does not name it."""
    return f"{grondslag.bepaling}{' (eigen lezing)' if grondslag.eigen_lezing else ''}"


def steun_tekst(steun: Steun) -> str:
    """Return a bron with its number, name, kind and dates."""
    if steun.bron is None:
        return f"{steun.id} staat niet in de bronnenlijst" if steun.has_lijst else steun.id
    parts = (describe_naam(steun.bron), describe_soort(steun.bron), describe_datums(steun.bron))
    return f"{steun.id} {'; '.join(dict.fromkeys(part for part in parts if part))}"


def oordeel_tekst(keten: Keten) -> str:
    """Return symbol and label of the oordeel, or why there is none."""
    if keten.categorie:
        return f"{keten.categorie.symbool} {keten.categorie.label}"
    if keten.normoordeel and keten.normoordeel.oordeel:
        return f"? {keten.normoordeel.oordeel}"
    if keten.normoordeel and keten.normoordeel.status:
        return f"– {keten.normoordeel.status.replace('-', ' ')}"
    return "? nog open"


def geen_bevinding_tekst(keten: Keten) -> str:
    """Return why no bevinding is shown."""
    return "niets gelezen" if keten.normoordeel is None else "geen"


def geen_punten_tekst(keten: Keten) -> str:
    """Return why no point is shown."""
    return "niet te lezen" if keten.punten is None else "bij deze norm staat geen punt"


def uiterlijk_tekst(punt: Verbeterpunt) -> str:
    """Return when a point must be done."""
    if punt.uiterlijk is None:
        return "geen uiterste datum"
    if isinstance(punt.uiterlijk, Datum):
        return f"uiterlijk {punt.uiterlijk.leesbaar}"
    return "zo spoedig mogelijk"


def opvolging_tekst(stap: Opvolging) -> str:
    """Return one step of the follow-up, with its evidence."""
    bewijs = f", bewijs: {', '.join(stap.bewijs)}" if stap.bewijs else ", zonder bewijs"
    return f"{stap.datum.leesbaar}: {stand_tekst(stap.status)}{bewijs}"


def stand_tekst(status: Puntstatus) -> str:
    """Return how far a point is, in words."""
    return _STANDEN[status]
