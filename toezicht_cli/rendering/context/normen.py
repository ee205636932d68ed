"""Context of the thema's and normen: what was found, judged, and asked."""

from collections.abc import Iterator, Sequence
from typing import Any

from toezicht_cli.analysis.ketenwoorden import grondslag_tekst, stand_tekst, uiterlijk_tekst
from toezicht_cli.analysis.onderbouwing import Keten, explain_norm, name_puntsoort
from toezicht_cli.analysis.punten import stand
from toezicht_cli.analysis.uitkomst import Uitkomst
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.kader import Criterium, Norm, Puntsoort
from toezicht_cli.models.normoordeel import Bevinding, Normoordeel, find_citaties
from toezicht_cli.models.verbeterpunt import Verbeterpunt
from toezicht_cli.rendering.context.inzetten import Inzetten
from toezicht_cli.rendering.context.telling import make_thematelling, norm_link

_STATUS = {
    "niet-getoetst": "Niet getoetst",
    "niet-van-toepassing": "Niet van toepassing",
    "eerder-getoetst": "Eerder getoetst",
    "meegewogen": "Meegewogen in het eindoordeel",
    "buiten-reikwijdte": "Buiten de reikwijdte",
}
_VAST = "\u00a0"  # norm and bevinding stay on one line
_NOG_OPEN = "Nog geen oordeel"
_SOORTEN: tuple[Puntsoort, ...] = ("verbeterpunt", "vereiste-aanpassing")


def make_themas(dossier: Dossier, uitkomst: Uitkomst, inzetten: Inzetten) -> list[dict[str, Any]]:
    """Return the thema's of the kader with all that was written about their normen.

    Raises:
        TekstError: a text cannot stand in a document.
    """
    located = {item.value.sleutel: item for item in dossier.normoordelen}
    return [
        {
            "id": thema.id,
            "titel": thema.titel,
            "omschrijving": thema.omschrijving,
            "anker": inzetten.anker(f"thema-{thema.id}"),
            "telling": make_thematelling(telling, inzetten),
            "normen": [_norm(dossier, norm, located, inzetten) for norm in thema.normen],
        }
        for thema, telling in uitkomst.themas
    ]


def make_punten(dossier: Dossier, inzetten: Inzetten) -> list[dict[str, Any]]:
    """Return every point of the onderzoek in the order of the kader; raise TekstError as above."""
    order = {norm.id: index for index, norm in enumerate(dossier.kader.normen)}
    punten = sorted(dossier.verbeterpunten, key=lambda item: order.get(item.value.norm, len(order)))
    return [_punt(dossier, item, inzetten) for item in punten]


def make_puntentelling(dossier: Dossier) -> list[dict[str, Any]]:
    """Return per kind how many points there are, and what the organisation calls them."""
    found = []
    for soort in _SOORTEN:
        aantal = sum(item.value.soort == soort for item in dossier.verbeterpunten)
        if aantal:
            label = name_puntsoort(dossier.kader, soort, aantal)
            found.append({"soort": soort, "label": label, "aantal": aantal})
    return found


def _norm(
    dossier: Dossier, norm: Norm, located: dict[str, Located[Normoordeel]], inzetten: Inzetten
) -> dict[str, Any]:
    kader_place = Place(f"kader {dossier.kader.verwijzing}")
    return {
        "id": norm.id,
        "titel": norm.titel,
        "anker": inzetten.anker(f"norm-{norm.id}"),
        "verwijzing": inzetten.verwijzing(f"norm-{norm.id}", f"norm {norm.id}"),
        "omschrijving": norm.omschrijving,
        "tekst_officieel": inzetten.opmaak(norm.tekst_officieel, f"norm {norm.id}", kader_place),
        "is_verkort": not (norm.tekst_officieel or dossier.kader.eigen_bewoording),
        "grondslag": [grondslag_tekst(item) for item in norm.grondslag],
        "criteria": list(_walk_criteria(norm.criteria, 0)),
        "oordelen": [
            _oordeel(dossier, keten, located.get(keten.sleutel), inzetten)
            for keten in explain_norm(dossier, norm).ketens
        ],
    }


def _walk_criteria(criteria: Sequence[Criterium], niveau: int) -> Iterator[dict[str, Any]]:
    for criterium in criteria:
        yield {"id": criterium.id, "tekst": " ".join(criterium.tekst.split()), "niveau": niveau}
        yield from _walk_criteria(criterium.criteria, niveau + 1)


def _oordeel(
    dossier: Dossier, keten: Keten, located: Located[Normoordeel] | None, inzetten: Inzetten
) -> dict[str, Any]:
    """Return the oordeel on a norm (of one vestiging): empty lists while nothing was written."""
    status = keten.normoordeel.status if keten.normoordeel else None
    label = keten.categorie.label if keten.categorie else _STATUS[status] if status else _NOG_OPEN
    found: dict[str, Any] = {
        "sleutel": keten.sleutel,
        "anker": inzetten.anker(f"norm-{keten.sleutel.replace('@', '-')}") if keten.locatie else None,
        "naam": _name(dossier, keten),
        "locatie": keten.locatie,
        "label": label,
        "merk": inzetten.merk(keten.categorie) if keten.categorie else inzetten.grijs_merk(label),
        "is_beoordeeld": keten.categorie is not None,
        "is_open": keten.categorie is None and status is None,
        "reden": keten.normoordeel.reden if keten.normoordeel else None,
        "conclusie": keten.conclusie,
        "bevindingen": [],
        "positieve_punten": list(keten.positieve_punten),
        "puntgroepen": _groups(dossier, keten, inzetten),
    }
    if located is None:
        return found
    if located.value.conclusie:
        place = located.place.at("conclusie")
        found["conclusie"] = inzetten.opmaak(located.value.conclusie, keten.sleutel, place)
    where = norm_link(keten.sleutel)[1]
    found["bevindingen"] = [
        {
            "id": bevinding.id,
            "tekst": inzetten.opmaak(
                bevinding.tekst,
                f"{where}{_VAST}{bevinding.id}",
                located.place.at("bevindingen", index, "tekst"),
            ),
            "bronnen": inzetten.citaties(_not_in_text(bevinding), f"{where}{_VAST}{bevinding.id}"),
        }
        for index, bevinding in enumerate(located.value.bevindingen)
    ]
    return found


def _name(dossier: Dossier, keten: Keten) -> str:
    """Return the norm, with the name of the vestiging where there are several: ``1.7 (Wilgenhof Noord)``."""
    norm, _, locatie = keten.sleutel.partition("@")
    vestigingen = dossier.onderzoek.aanbieder.vestigingen
    naam = next((item.naam for item in vestigingen if item.id == locatie), None)
    return f"{norm} ({naam})" if naam else norm


def _not_in_text(bevinding: Bevinding) -> list[str]:
    """Return the bronnen of a bevinding that its text does not cite itself."""
    cited = find_citaties(bevinding.tekst)
    return [bron_id for bron_id in bevinding.bronnen if bron_id not in cited]


def _groups(dossier: Dossier, keten: Keten, inzetten: Inzetten) -> list[dict[str, Any]]:
    """Return the points of a norm by their kind, with what the organisation calls that kind."""
    groups = []
    for soort in _SOORTEN:
        ids = [punt.id for punt in keten.punten or () if punt.soort == soort]
        if ids:
            items = [item for item in dossier.verbeterpunten if item.value.id in ids]
            punten = [_punt(dossier, item, inzetten, at_norm=True) for item in items]
            groups.append({"label": name_puntsoort(dossier.kader, soort, len(ids)), "punten": punten})
    return groups


def _punt(
    dossier: Dossier, located: Located[Verbeterpunt], inzetten: Inzetten, *, at_norm: bool = False
) -> dict[str, Any]:
    punt = located.value
    return {
        "id": punt.id,
        "anker": inzetten.anker(f"punt-{punt.id}") if at_norm else None,
        "verwijzing": inzetten.verwijzing(f"punt-{punt.id}", punt.id),
        "norm": inzetten.verwijzing(f"norm-{punt.norm}", punt.norm),
        "locatie": punt.locatie,
        "soort": name_puntsoort(dossier.kader, punt.soort, 1),
        "tekst": inzetten.opmaak(punt.tekst, f"punt {punt.id}", located.place.at("tekst")),
        "uiterlijk": uiterlijk_tekst(punt),
        "stand": stand_tekst(stand(punt)) if punt.opvolging else None,
    }
