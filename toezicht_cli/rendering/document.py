"""Document: from a dossier and a template to the finished tree."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple

from toezicht_cli.analysis.uitkomst import Uitkomst, make_uitkomst
from toezicht_cli.analysis.vingerafdruk import show_kenmerk
from toezicht_cli.models.bron import Rol
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Schaal
from toezicht_cli.models.onderzoek import Onderzoek
from toezicht_cli.rendering.afwerken import finish
from toezicht_cli.rendering.boom import Document, Text, Title, Variant, plain_text, walk
from toezicht_cli.rendering.bouwen import build
from toezicht_cli.rendering.context.bronnen import make_bronnengroepen, make_bronnenmatrix
from toezicht_cli.rendering.context.inzetten import Inzetten
from toezicht_cli.rendering.context.normen import make_punten, make_puntentelling, make_themas
from toezicht_cli.rendering.context.onderzoek import make_aanbieder, make_onderzoek
from toezicht_cli.rendering.context.telling import make_telling
from toezicht_cli.rendering.context.verloop import make_handhaving, make_hertoetscontext
from toezicht_cli.rendering.context.voorbereiding import make_voorbereiding
from toezicht_cli.rendering.context.wederhoor import make_wederhoor
from toezicht_cli.rendering.inzet import Insert, Words
from toezicht_cli.rendering.opmaak import OpmaakError, parse_markdown
from toezicht_cli.rendering.sjabloon import Filled, Handle, SjabloonError
from toezicht_cli.rendering.stijl import Stijl

_BIJLAGEN = {
    "punten": "de bijlage met alle punten",
    "bronnenlijst": "de bronnenlijst",
    "begrippen": "de lijst met begrippen",
}
_WETTEN = {"wmo-2015": "Wmo 2015", "jeugdwet": "Jeugdwet", "wlz": "Wlz", "zvw": "Zvw"}

Filler = Callable[[Mapping[str, str], Mapping[str, Any]], Filled]


class Ondertekening(NamedTuple):
    """The number of a vastgestelde version, who made it so in which function and by which mandaat."""

    nummer: str
    door: str
    functie: str | None = None
    mandaat: str | None = None
    aanleiding: str | None = None


class Opdracht(NamedTuple):
    """What to make: the texts of a template by name, the variant, and the fingerprint of the data.

    ``ondertekening`` is no part of the data: it is about the report that is made of them. ``rol`` is with
    whom a talk is, for an interview guide; ``uiterlijk`` until when documents are expected.
    """

    files: Mapping[str, str]
    variant: Variant
    gegevens: str
    ondertekening: Ondertekening | None = None
    rol: Rol | None = None
    uiterlijk: str | None = None


def make_document(dossier: Dossier, opdracht: Opdracht, stijl: Stijl, fill: Filler) -> Document:
    """Return the document of an onderzoek.

    Args:
        dossier: an onderzoek without fouten in its tally.
        opdracht: the template and the variant.
        stijl: the house style, for the name and address of the organisation.
        fill: what runs the template, such as ``sjabloon.fill``.

    Raises:
        TekstError: a text of the case cannot stand in a document.
        SjabloonError: the template is wrong.
        TellingError: the dossier has a fout in its tally after all.
    """
    inzetten = Inzetten(dossier.cijfers)
    context = make_context(dossier, opdracht, stijl, inzetten)
    filled = fill(opdracht.files, context)
    inserts = [_insert(value, inzetten) for value in filled.values]
    try:
        blocks = finish(build(parse_markdown(filled.markdown, inserts, is_template=True)))
    except OpmaakError as error:
        raise SjabloonError(str(error)) from error
    title = next(plain_text(node) for node in walk(blocks) if isinstance(node, Title))
    onderzoek = dossier.onderzoek
    return Document(
        title=title,
        author=stijl.organisatie or "toezicht",
        running=f"{onderzoek.aanbieder.naam} · {title}" if onderzoek.aanbieder.naam not in title else title,
        opdruk=onderzoek.opdruk,
        variant=opdracht.variant,
        moment=_find_moment(onderzoek),
        gegevens=opdracht.gegevens,
        blocks=blocks,
    )


def make_context(dossier: Dossier, opdracht: Opdracht, stijl: Stijl, inzetten: Inzetten) -> dict[str, Any]:
    """Return all that a template can print; see ``docs/handboek`` for the same list in Dutch."""
    uitkomst = make_uitkomst(dossier)
    matrix = make_bronnenmatrix(dossier)
    return {
        "rapport": _rapport(dossier.onderzoek, opdracht),
        "huisstijl": {"organisatie": stijl.organisatie or None, "adres": list(stijl.adres)},
        "onderzoek": make_onderzoek(dossier, inzetten),
        "aanbieder": make_aanbieder(dossier),
        "kader": _kader(uitkomst, inzetten),
        "telling": make_telling(uitkomst, inzetten),
        "themas": make_themas(dossier, uitkomst, inzetten),
        "punten": make_punten(dossier, inzetten),
        "puntentelling": make_puntentelling(dossier),
        "bronnengroepen": make_bronnengroepen(dossier, inzetten),
        "bronnenmatrix": inzetten.blok(matrix) if matrix else None,
        "voorbeeldbron": dossier.bronnen[0].value.id if dossier.bronnen else None,
        "ankers": {naam: inzetten.anker(f"bijlage-{naam}") for naam in _BIJLAGEN},
        "verwijzingen": {
            naam: inzetten.verwijzing(f"bijlage-{naam}", tekst) for naam, tekst in _BIJLAGEN.items()
        },
        "voorbereiding": make_voorbereiding(dossier, opdracht.rol, opdracht.uiterlijk),
        "hertoets": make_hertoetscontext(dossier, inzetten),
        "handhaving": make_handhaving(dossier, inzetten),
        **make_wederhoor(dossier, inzetten),
    }


def _rapport(onderzoek: Onderzoek, opdracht: Opdracht) -> dict[str, Any]:
    moment = onderzoek.momenten.vastgesteld_op if onderzoek.momenten else None
    return {
        "variant": opdracht.variant,
        "is_concept": opdracht.variant == "concept",
        "opdruk": onderzoek.opdruk,
        "datum": moment.leesbaar if isinstance(moment, Datum) else None,
        "kenmerk": show_kenmerk(opdracht.gegevens),
        **_ondertekening(opdracht.ondertekening),
    }


def _ondertekening(found: Ondertekening | None) -> dict[str, Any]:
    return {
        "versie": found.nummer if found else None,
        "vastgesteld_door": found.door if found else None,
        "functie": found.functie if found else None,
        "mandaat": found.mandaat if found else None,
        "aanleiding": found.aanleiding if found else None,
    }


def _kader(uitkomst: Uitkomst, inzetten: Inzetten) -> dict[str, Any]:
    kader = uitkomst.kader
    return {
        "titel": kader.titel,
        "versie": kader.versie,
        "verwijzing": kader.verwijzing,
        "organisatie": kader.organisatie,
        "bron": kader.bron,
        "vindplaats": inzetten.adres(kader.vindplaats),
        "wetten": [_WETTEN[wet] for wet in kader.wetten],
        "vastgesteld_op": kader.vastgesteld_op.leesbaar if isinstance(kader.vastgesteld_op, Datum) else None,
        "per_locatie": kader.per == "locatie",
        "eigen_bewoording": kader.eigen_bewoording,
        "onvolledig": [
            {"wat": " ".join(item.wat.split()), "waarom": " ".join(item.waarom.split())}
            for item in kader.onvolledig
        ],
        "schaal": _schaal(kader.schaal, inzetten),
        "eindschaal": [] if kader.eindoordeel == "geen" else _schaal(kader.eindschaal, inzetten),
    }


def _schaal(schaal: Schaal, inzetten: Inzetten) -> list[dict[str, Any]]:
    return [
        {"label": item.label, "zin": item.zin, "merk": inzetten.merk(item)} for item in schaal.categorieen
    ]


def _insert(value: str | Handle, inzetten: Inzetten) -> Insert:
    if isinstance(value, Handle):
        return inzetten.found[value.number]
    return Words((Text(" ".join(value.split())),) if value.strip() else ())


def _find_moment(onderzoek: Onderzoek) -> date | None:
    moment = onderzoek.momenten.vastgesteld_op if onderzoek.momenten else None
    return moment.vroegst if isinstance(moment, Datum) and moment.is_dag else None
