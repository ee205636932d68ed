"""Context of the voorbereiding: what letters, interview guides and dossier lists print."""

from collections.abc import Sequence
from typing import Any

from toezicht_cli.analysis.ketenwoorden import grondslag_tekst
from toezicht_cli.analysis.voorbereiding import (
    Kolom,
    find_kolommen,
    find_rollen,
    find_steekproeven,
    find_themadelen,
    make_verzoeken,
    name_dossiers,
)
from toezicht_cli.models.bron import Rol
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Norm
from toezicht_cli.models.onderzoek import Steekproef
from toezicht_cli.models.uitvraag import Verzoek

_MEERVOUD: dict[Rol, str] = {
    "client": "cliënten",
    "medewerker": "medewerkers",
    "ketenpartner": "ketenpartners",
    "naaste": "naasten",
    "overig": "anderen",
}
# So many dossiers have a column of their own on a page that stands upright.
_PER_TABEL = 8


def _gevraagd_op(verzoeken: Sequence[Verzoek]) -> str | None:
    """Return the day on which all documents are asked for, None when it differs or is not known yet."""
    days = {verzoek.gevraagd_op for verzoek in verzoeken}
    day = days.pop() if len(days) == 1 else None
    return day.leesbaar if isinstance(day, Datum) else None


def make_voorbereiding(dossier: Dossier, rol: Rol | None, uiterlijk: str | None) -> dict[str, Any]:
    """Return ``voorbereiding`` for a template.

    Args:
        dossier: the onderzoek with its kader.
        rol: with whom the talk is, for a guide of one role; None is: everyone that there are questions for.
        uiterlijk: until when documents are expected, in words; None when no term says so.
    """
    verzoeken = dossier.uitvraag.uitvraag or make_verzoeken(dossier)
    rollen = (rol,) if rol else find_rollen(dossier)
    kolommen = find_kolommen(dossier)
    return {
        "themas": [
            {
                "id": deel.thema.id,
                "titel": deel.thema.titel,
                "normen": [_norm(norm) for norm in deel.normen],
            }
            for deel in find_themadelen(dossier)
        ],
        "verzoeken": [_verzoek(dossier, verzoek) for verzoek in verzoeken],
        "uiterlijk": uiterlijk,
        "gevraagd_op": _gevraagd_op(verzoeken),
        "heeft_vragen": bool(find_rollen(dossier)),
        "gesprekken": [_gesprek(dossier, item) for item in rollen],
        "steekproeven": [_steekproef(item, kolommen) for item in find_steekproeven(dossier)],
    }


def _norm(norm: Norm) -> dict[str, Any]:
    return {
        "id": norm.id,
        "titel": norm.titel,
        "omschrijving": " ".join(norm.omschrijving.split()),
        "grondslag": [grondslag_tekst(item) for item in norm.grondslag],
        "criteria": [" ".join(item.tekst.split()) for item in norm.walk_criteria()],
    }


def _verzoek(dossier: Dossier, verzoek: Verzoek) -> dict[str, Any]:
    norm = dossier.kader.find_norm(verzoek.norm)
    gevraagd = verzoek.gevraagd_op
    return {
        "id": verzoek.id,
        "norm": verzoek.norm,
        "normtitel": norm.titel if norm else verzoek.norm,
        "omschrijving": verzoek.omschrijving,
        "over_periode": verzoek.over_periode.leesbaar if verzoek.over_periode else None,
        "gevraagd_op": gevraagd.leesbaar if isinstance(gevraagd, Datum) else None,
        "is_open": verzoek.ontvangen is None,
    }


def _gesprek(dossier: Dossier, rol: Rol) -> dict[str, Any]:
    """Return the questions for a role, per thema and norm; a norm without any is left out."""
    themas = []
    for deel in find_themadelen(dossier):
        normen = [
            {"id": norm.id, "titel": norm.titel, "vragen": vragen}
            for norm in deel.normen
            if (vragen := [" ".join(vraag.vraag.split()) for vraag in norm.vragen if vraag.rol == rol])
        ]
        if normen:
            themas.append({"id": deel.thema.id, "titel": deel.thema.titel, "normen": normen})
    return {"rol": rol, "met": _MEERVOUD[rol], "themas": themas}


def _steekproef(steekproef: Steekproef, kolommen: Sequence[Kolom]) -> dict[str, Any]:
    namen = name_dossiers(steekproef.omvang)
    tables = -(-len(namen) // _PER_TABEL)
    step = -(-len(namen) // tables) if tables else 1
    groups = [list(namen[start : start + step]) for start in range(0, len(namen), step)]
    normen: dict[str, dict[str, Any]] = {}
    for kolom in kolommen:
        norm = normen.setdefault(
            kolom.norm.id, {"id": kolom.norm.id, "titel": kolom.norm.titel, "criteria": []}
        )
        letter = f"{kolom.criterium.id}. " if kolom.criterium else ""
        norm["criteria"].append(f"{letter}{kolom.tekst}")
    return {
        "id": steekproef.id,
        "wat": steekproef.wat,
        "omvang": steekproef.omvang,
        "groepen": groups,
        "normen": list(normen.values()),
    }
