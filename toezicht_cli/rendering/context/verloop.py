"""Context of the course: the hertoets, then and now, and the steps of handhaving."""

from typing import Any

from toezicht_cli.analysis.hertoets import Eerder, Hertoetsregel, make_hertoets
from toezicht_cli.analysis.verschil import Oordeelstand
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.verloop import Stap
from toezicht_cli.rendering.context.inzetten import Inzetten

_UITKOMSTEN = {
    "beter": "beter",
    "gelijk": "gelijk",
    "slechter": "slechter",
    "anders": "niet te vergelijken",
    "open": "nog geen oordeel",
}


def make_hertoetscontext(dossier: Dossier, inzetten: Inzetten) -> dict[str, Any] | None:
    """Return what was judged then and now, None when the onderzoek is no hertoets."""
    hertoets = make_hertoets(dossier)
    if hertoets.van is None:
        return None
    return {
        "van": hertoets.van,
        "regels": [_regel(regel, dossier, inzetten) for regel in hertoets.regels],
        "eerder": [_eerder(item, inzetten) for item in hertoets.eerder],
    }


def make_handhaving(dossier: Dossier, inzetten: Inzetten) -> list[dict[str, Any]]:
    """Return the steps in order; raise TekstError when a text cannot stand in a document."""
    return [_stap(located, inzetten) for located in dossier.walk(Stap)]


def _regel(regel: Hertoetsregel, dossier: Dossier, inzetten: Inzetten) -> dict[str, Any]:
    categorie = dossier.kader.schaal.find(regel.nu.id)
    return {
        "norm": _norm(regel.sleutel, inzetten),
        "titel": regel.titel,
        "toen": _label(regel.toen),
        "nu": inzetten.merk(categorie) if categorie else inzetten.grijs_merk(regel.nu.label.capitalize()),
        "uitkomst": _UITKOMSTEN[regel.uitkomst],
    }


def _eerder(item: Eerder, inzetten: Inzetten) -> dict[str, Any]:
    return {
        "norm": _norm(item.sleutel, inzetten),
        "titel": item.titel,
        "oordeel": _label(item.stand),
        "onderzoek": item.onderzoek,
    }


def _norm(sleutel: str, inzetten: Inzetten) -> object:
    return inzetten.verwijzing(f"norm-{sleutel.partition('@')[0]}", sleutel)


def _label(stand: Oordeelstand | None) -> str | None:
    if stand is None:
        return None
    return f"{stand.symbool} {stand.label}" if stand.symbool not in ("–", "?") else stand.label


def _stap(located: Located[Stap], inzetten: Inzetten) -> dict[str, Any]:
    stap, place = located.value, located.place.at("toelichting")
    return {
        "datum": stap.datum.leesbaar,
        "is_veiligheidsafspraak": stap.soort == "veiligheidsafspraak",
        "norm": _norm(stap.norm, inzetten) if stap.norm else None,
        "maatregel": stap.maatregel,
        "besloten_door": stap.besloten_door,
        "grondslag": stap.grondslag,
        "geldig_tot": stap.geldig_tot.leesbaar if stap.geldig_tot else None,
        "bronnen": inzetten.citaties(stap.bewijs, "handhaving"),
        "toelichting": inzetten.opmaak(stap.toelichting, "Handhaving", place),
    }
