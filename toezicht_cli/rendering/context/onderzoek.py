"""Context of the onderzoek itself: aanbieder, reikwijdte, verloop, eindoordeel, and its texts."""

from typing import Any

from toezicht_cli.analysis.cijfers import format_getal
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.betrokkenen import Onderzoeker
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import Onderzoek, Steekproef
from toezicht_cli.rendering.context.inzetten import Inzetten

_FILE = "onderzoek.yaml"
_TEKSTEN = ("aanleiding", "werkwijze", "beschrijving", "conclusies", "vervolg", "advies")
_FINANCIERING = {
    "zin": "zorg in natura",
    "pgb": "persoonsgebonden budget",
    "onderaanneming": "onderaanneming",
}


def make_onderzoek(dossier: Dossier, inzetten: Inzetten) -> dict[str, Any]:
    """Return ``onderzoek.yaml`` for a template; raise TekstError when a text cannot stand in a document."""
    onderzoek = dossier.onderzoek
    teksten = {
        naam: inzetten.opmaak(getattr(onderzoek, naam), naam.capitalize(), Place(_FILE, (naam,)))
        for naam in _TEKSTEN
    }
    return teksten | {
        "id": onderzoek.id,
        "titel": onderzoek.titel,
        "bron": onderzoek.bron,
        "soort_toezicht": onderzoek.soort_toezicht.replace("-", " "),
        "werkvorm": onderzoek.werkvorm,
        "aangekondigd": onderzoek.aangekondigd,
        "domein": list(onderzoek.domein),
        "gemeenten": [item.naam for item in onderzoek.gemeenten],
        "regio": onderzoek.regio,
        "onderzoekers": [_onderzoeker(item) for item in onderzoek.onderzoekers],
        "bezoeken": _bezoeken(onderzoek),
        "onderzoeksperiode": _leesbaar(onderzoek.onderzoeksperiode),
        "looptijd": _leesbaar(onderzoek.looptijd),
        "fase": onderzoek.fase,
        "momenten": _momenten(onderzoek),
        "samen_met": list(onderzoek.samen_met),
        "naar_aanleiding_van": list(onderzoek.naar_aanleiding_van),
        "hertoets_van": onderzoek.hertoets_van,
        "reikwijdte": _reikwijdte(onderzoek, inzetten),
        "steekproeven": [_steekproef(item) for item in onderzoek.steekproeven],
        "eindoordeel": _eindoordeel(dossier, inzetten),
        "begrippen": [{"term": item.term, "uitleg": item.uitleg} for item in onderzoek.begrippen],
    }


def make_aanbieder(dossier: Dossier) -> dict[str, Any]:
    """Return the aanbieder for a template."""
    aanbieder = dossier.onderzoek.aanbieder
    return {
        "naam": aanbieder.naam,
        "rechtsvorm": aanbieder.rechtsvorm,
        "kvk": aanbieder.kvk,
        "financiering": [_FINANCIERING[item] for item in aanbieder.financiering],
        "vestigingen": [
            {
                "id": item.id,
                "naam": item.naam,
                "plaats": item.plaats,
                "adres": item.adres,
                "voorzieningen": list(item.voorzieningen),
            }
            for item in aanbieder.vestigingen
        ],
    }


def _onderzoeker(onderzoeker: Onderzoeker) -> dict[str, Any]:
    aanwijzing = onderzoeker.aanwijzing
    return {
        "naam": onderzoeker.naam,
        "functie": onderzoeker.functie,
        "aangewezen_door": aanwijzing.door if aanwijzing else None,
    }


def _bezoeken(onderzoek: Onderzoek) -> list[dict[str, Any]]:
    namen = {item.id: item.naam for item in onderzoek.aanbieder.vestigingen}
    return [
        {
            "datum": item.datum.leesbaar,
            "locatie": namen.get(item.locatie, item.locatie) if item.locatie else None,
            "door": list(item.door),
            "aangekondigd": item.aangekondigd,
            "wat": item.wat,
        }
        for item in onderzoek.bezoeken
    ]


def _momenten(onderzoek: Onderzoek) -> dict[str, str | None]:
    """Return the dates of the course in words; what the case says is not known has no date."""
    if onderzoek.momenten is None:
        return {}
    return {naam: _leesbaar(waarde) for naam, waarde in onderzoek.momenten}


def _reikwijdte(onderzoek: Onderzoek, inzetten: Inzetten) -> dict[str, Any]:
    reikwijdte = onderzoek.reikwijdte
    if reikwijdte is None:
        return {"omschrijving": None, "voorzieningen": [], "niet_onderzocht": []}
    place = Place(_FILE, ("reikwijdte", "omschrijving"))
    return {
        "omschrijving": inzetten.opmaak(reikwijdte.omschrijving, "Reikwijdte", place),
        "voorzieningen": list(reikwijdte.voorzieningen),
        "niet_onderzocht": [
            {
                "wat": _without_stop(item.wat),
                "waarom": item.waarom,
                "normen": inzetten.verwijzingen([(f"norm-{norm}", norm) for norm in item.normen]),
            }
            for item in reikwijdte.niet_onderzocht
        ],
    }


def _without_stop(tekst: str) -> str:
    return " ".join(tekst.split()).removesuffix(".")


def _steekproef(steekproef: Steekproef) -> dict[str, Any]:
    populatie = steekproef.populatie
    return {
        "wat": steekproef.wat,
        "omvang": steekproef.omvang,
        "populatie": None if populatie is None or isinstance(populatie, str) else format_getal(populatie),
        "wijze": None if steekproef.wijze == "niet-vermeld" else steekproef.wijze,
    }


def _eindoordeel(dossier: Dossier, inzetten: Inzetten) -> dict[str, Any] | None:
    eindoordeel = dossier.onderzoek.eindoordeel
    if eindoordeel is None:
        return None
    categorie = dossier.kader.eindschaal.find(eindoordeel.oordeel)
    place = Place(_FILE, ("eindoordeel", "strekking"))
    return {
        "label": categorie.label if categorie else eindoordeel.oordeel,
        "merk": inzetten.merk(categorie) if categorie else inzetten.grijs_merk(eindoordeel.oordeel),
        "strekking": inzetten.opmaak(eindoordeel.strekking, "Eindoordeel", place),
    }


def _leesbaar(datum: Datum | str | None) -> str | None:
    return datum.leesbaar if isinstance(datum, Datum) else None
