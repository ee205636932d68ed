"""Build a small made-up dossier in memory, for tests of calculations."""

from collections.abc import Mapping, Sequence

from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Oordeelscategorie, Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.onderzoek import Onderzoek

Normen = Mapping[str, Sequence[str]]

ZINNEN = {
    "voldoet": "voldoet aan de norm",
    "voldoet-grotendeels": "voldoet grotendeels aan de norm",
    "voldoet-niet": "voldoet niet aan de norm",
}


def make_categorie(categorie_id: str, zin: str | None = None) -> Oordeelscategorie:
    return Oordeelscategorie.model_validate(
        {
            "id": categorie_id,
            "label": categorie_id.replace("-", " ").capitalize(),
            "zin": zin or ZINNEN.get(categorie_id, f"is {categorie_id} voor de norm"),
            "symbool": "x",
            "kleur": "#000000",
            "vraagt": "geen",
        }
    )


def make_kader(
    normen: Normen, categorieen: Sequence[Oordeelscategorie] = (), per: str = "aanbieder", **velden: object
) -> Toetsingskader:
    """Return a kader with these normen by thema; the schaal has three steps unless others are given."""
    schaal = categorieen or tuple(make_categorie(categorie_id) for categorie_id in ZINNEN)
    return Toetsingskader.model_validate(
        {
            "formaat": "1",
            "naam": "proef",
            "versie": "1",
            "titel": "Proefkader",
            "organisatie": "GGD Proefstad (verzonnen)",
            "bron": "verzonnen",
            "wetten": ("wmo-2015",),
            "per": per,
            "schaal": {"richting": "positief-eerst", "categorieen": tuple(schaal)},
            "eindoordeel": "geen",
            "themas": tuple(
                {
                    "id": thema,
                    "titel": f"Thema {thema}",
                    "normen": tuple(
                        {"id": norm, "titel": f"Norm {norm}", "omschrijving": "Een norm."} for norm in ids
                    ),
                }
                for thema, ids in normen.items()
            ),
            **velden,
        }
    )


def make_onderzoek(vestigingen: Sequence[str] = (), **velden: object) -> Onderzoek:
    return Onderzoek.model_validate(
        {
            "formaat": "1",
            "id": "proef",
            "titel": "Proef",
            "kader": "proef@1",
            "soort_toezicht": "proactief",
            "domein": ("kwaliteit",),
            "aanbieder": {
                "naam": "Zorg Voorbeeld",
                "vestigingen": tuple({"id": item, "naam": f"Huis {item}"} for item in vestigingen),
            },
            "fase": "uitvoering",
            **velden,
        }
    )


def make_oordeel(norm: str, oordeel: str | None = None, **velden: object) -> Normoordeel:
    return Normoordeel.model_validate({"norm": norm, "oordeel": oordeel, **velden})


def make_dossier(
    kader: Toetsingskader, normoordelen: Sequence[Normoordeel], onderzoek: Onderzoek | None = None
) -> Dossier:
    documents = {
        "onderzoek.yaml": onderzoek or make_onderzoek(),
        "kader.yaml": kader,
        **{f"bevindingen/{index}.yaml": item for index, item in enumerate(normoordelen)},
    }
    return Dossier("proef", documents)
