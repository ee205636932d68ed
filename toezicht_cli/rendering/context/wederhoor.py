"""Context of hoor en wederhoor: the reactions with their answers, and what changed since the concept."""

from typing import Any

from toezicht_cli.analysis.wederhoor import Oordeelwijziging, find_verzonden_oordelen, walk_wijzigingen
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verloop import Wederhoor
from toezicht_cli.rendering.context.inzetten import Inzetten
from toezicht_cli.rendering.sjabloon import Handle


def make_wederhoor(dossier: Dossier, inzetten: Inzetten) -> dict[str, Any]:
    """Return the reactions, the term, and the oordelen that differ from the concept.

    Raises:
        TekstError: a text cannot stand in a document.
    """
    wederhoor = dossier.wederhoor
    uitstel, afstand = wederhoor.uitstel, wederhoor.afstand
    wijzigingen = tuple(walk_wijzigingen(dossier))
    changed = {item.located.value.sleutel for item in wijzigingen}
    return {
        "reacties": _reacties(dossier, inzetten),
        "wederhoor": {
            "uiterlijk": wederhoor.uiterlijk.leesbaar if wederhoor.uiterlijk else None,
            "uitstel_tot": uitstel.tot.leesbaar if uitstel else None,
            "uitstel_reden": uitstel.reden if uitstel else None,
            "afstand_op": afstand.datum.leesbaar if afstand else None,
            "afstand_stuk": afstand.stuk if afstand else None,
            "wijzigingen": [_wijziging(dossier, item, inzetten) for item in wijzigingen],
            "gelijk": len(find_verzonden_oordelen(dossier).keys() - changed),
        },
    }


def _reacties(dossier: Dossier, inzetten: Inzetten) -> list[dict[str, Any]]:
    found = []
    for located in dossier.walk(Wederhoor):
        for index, reactie in enumerate(located.value.reacties):
            place = located.place.at("reacties", index)
            where = f"reactie {reactie.id}"
            norm = inzetten.verwijzing(f"norm-{reactie.norm}", reactie.norm) if reactie.norm else None
            found.append(
                {
                    "id": reactie.id,
                    "soort": reactie.soort.replace("-", " ") if reactie.soort else None,
                    "norm": norm,
                    "locatie": _name_vestiging(dossier, reactie.locatie),
                    "passage": reactie.passage,
                    "reactie": inzetten.opmaak(reactie.reactie, where, place.at("reactie")),
                    "verwerkt": reactie.verwerkt,
                    "motivering": inzetten.opmaak(reactie.motivering, where, place.at("motivering")),
                    "gewijzigd": reactie.gewijzigd,
                }
            )
    return found


def _wijziging(dossier: Dossier, wijziging: Oordeelwijziging, inzetten: Inzetten) -> dict[str, Any]:
    item, place = wijziging.located.value, wijziging.located.place
    return {
        "norm": inzetten.verwijzing(f"norm-{item.norm}", item.norm),
        "locatie": _name_vestiging(dossier, item.locatie),
        "concept": _merk(dossier, wijziging.concept, inzetten),
        "nu": _merk(dossier, wijziging.nu, inzetten),
        "motivering": inzetten.opmaak(item.motivering, item.sleutel, place.at("motivering")),
        "gewijzigd_door": item.gewijzigd_door,
    }


def _merk(dossier: Dossier, oordeel: str, inzetten: Inzetten) -> Handle:
    """Return the badge of a categorie, or of a status."""
    categorie = dossier.kader.schaal.find(oordeel)
    return inzetten.merk(categorie) if categorie else inzetten.grijs_merk(_capital(oordeel))


def _capital(status: str) -> str:
    return status.replace("-", " ").capitalize()


def _name_vestiging(dossier: Dossier, locatie: str | None) -> str | None:
    vestigingen = dossier.onderzoek.aanbieder.vestigingen
    return next((item.naam for item in vestigingen if item.id == locatie), locatie)
