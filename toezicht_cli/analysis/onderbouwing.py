"""Onderbouwing: the chain from feit to bevinding to oordeel to advies, for one norm.

It puts together what people wrote and names the links that are not there; it adds nothing.
"""

from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.analysis.bronnenmatrix import list_sleutels
from toezicht_cli.analysis.cijfers_invullen import fill_cijfers, find_onbekende_cijfers
from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.analysis.woorden import join_some, join_words
from toezicht_cli.analysis.zinnen import zin_conclusie
from toezicht_cli.diagnostics import quote
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Criterium, Norm, Oordeelscategorie, Puntsoort, Thema, Toetsingskader
from toezicht_cli.models.normoordeel import Bevinding, Normoordeel
from toezicht_cli.models.verbeterpunt import Verbeterpunt

BEVINDINGEN = "bevindingen"
_LIJSTEN = ("bronnen", "cijfers", "verbeterpunten")
_PUNTLABELS: dict[Puntsoort, tuple[str, str]] = {
    "verbeterpunt": ("verbeterpunt", "verbeterpunten"),
    "vereiste-aanpassing": ("vereiste aanpassing", "vereiste aanpassingen"),
}


class Steun(NamedTuple):
    """A bron that a bevinding names; ``bron`` is None when the bronnenlijst lacks it.

    Without ``has_lijst`` the bronnenlijst could not be read, and nothing is known of the bron.
    """

    id: str
    bron: Bron | None
    has_lijst: bool = True


class Ketenbevinding(NamedTuple):
    """A bevinding with its figures filled in, its bronnen and the criteria it is about."""

    id: str
    tekst: str
    bronnen: tuple[Steun, ...]
    criteria: tuple[Criterium, ...]


class Keten(NamedTuple):
    """The chain of one norm (of one vestiging). ``ontbreekt`` names the missing links in sentences.

    ``punten`` is None when verbeterpunten.yaml could not be read.
    """

    sleutel: str
    locatie: str | None
    normoordeel: Normoordeel | None
    categorie: Oordeelscategorie | None
    bevindingen: tuple[Ketenbevinding, ...]
    positieve_punten: tuple[str, ...]
    conclusie: str
    punten: tuple[Verbeterpunt, ...] | None
    ontbreekt: tuple[str, ...]


class Onderbouwing(NamedTuple):
    """The norm in its kader, its chains, and the advice of the whole onderzoek."""

    kader: Toetsingskader
    thema: Thema
    norm: Norm
    ketens: tuple[Keten, ...]
    advies: str | None

    def name_punten(self, soort: Puntsoort, number: int) -> str:
        """Return what the organisation calls ``number`` points of this soort."""
        return name_puntsoort(self.kader, soort, number)


class Onderbouwingsresultaat(NamedTuple):
    """What ``toezicht onderbouwing`` shows; without ``onderbouwing`` the kader could not be read."""

    inzage: Inzage
    norm_id: str
    onderbouwing: Onderbouwing | None


def name_puntsoort(kader: Toetsingskader, soort: Puntsoort, number: int) -> str:
    """Return what a kader calls ``number`` points of this soort."""
    own = next((label for label in kader.puntlabels if label.soort == soort), None)
    one, many = (own.enkelvoud, own.meervoud) if own else _PUNTLABELS[soort]
    return one if number == 1 else many


def explain_norm(dossier: Dossier, norm: Norm, locatie: str | None = None) -> Onderbouwing:
    """Return the chain of ``norm``; with a kader per locatie of every vestiging, or only ``locatie``."""
    kader = dossier.kader
    sleutels = list_sleutels(dossier, norm.id)
    if locatie is not None:
        sleutels = tuple(sleutel for sleutel in sleutels if sleutel == f"{norm.id}@{locatie}")
    return Onderbouwing(
        kader,
        next(thema for thema in kader.themas if norm in thema.normen),
        norm,
        tuple(_keten(dossier, norm, sleutel) for sleutel in sleutels),
        _filled(dossier.onderzoek.advies, dossier),
    )


def _keten(dossier: Dossier, norm: Norm, sleutel: str) -> Keten:
    found = next((item.value for item in dossier.normoordelen if item.value.sleutel == sleutel), None)
    locatie = sleutel.partition("@")[2]
    punten = _punten(dossier, norm, locatie or None)
    oordeel = found.oordeel if found else None
    return Keten(
        sleutel,
        _name_locatie(dossier, locatie),
        found,
        dossier.kader.schaal.find(oordeel) if oordeel else None,
        tuple(_bevinding(item, norm, dossier) for item in found.bevindingen) if found else (),
        tuple(fill_cijfers(punt, dossier.cijfers) for punt in found.positieve_punten) if found else (),
        _conclusie(found, dossier),
        punten,
        tuple(_missing(found, norm, punten, dossier)),
    )


def _punten(dossier: Dossier, norm: Norm, locatie: str | None) -> tuple[Verbeterpunt, ...] | None:
    if "verbeterpunten" in dossier.onleesbaar:
        return None
    punten = (located.value for located in dossier.verbeterpunten)
    return tuple(punt for punt in punten if punt.norm == norm.id and punt.locatie in (None, locatie))


def _bevinding(bevinding: Bevinding, norm: Norm, dossier: Dossier) -> Ketenbevinding:
    lijst, has_lijst = dossier.bronnenlijst, "bronnen" not in dossier.onleesbaar
    return Ketenbevinding(
        bevinding.id,
        fill_cijfers(bevinding.tekst, dossier.cijfers),
        tuple(Steun(bron_id, lijst.find(bron_id), has_lijst) for bron_id in bevinding.alle_bronnen),
        tuple(criterium for criterium in norm.walk_criteria() if criterium.id in bevinding.criteria),
    )


def _conclusie(found: Normoordeel | None, dossier: Dossier) -> str:
    if found is None:
        if BEVINDINGEN in dossier.onleesbaar:
            return "Het oordeel over deze norm is niet te lezen, of het is er nog niet."
        return "Over deze norm is nog geen oordeel gegeven."
    own = _filled(found.conclusie, dossier)
    return own or zin_conclusie(found, dossier.kader, _about(found, dossier))


def _about(found: Normoordeel, dossier: Dossier) -> str:
    """Return whom a conclusion is about: the vestiging where it is one of a vestiging, else the aanbieder."""
    aanbieder = dossier.onderzoek.aanbieder
    return next((item.naam for item in aanbieder.vestigingen if item.id == found.locatie), aanbieder.naam)


def _filled(tekst: str | None, dossier: Dossier) -> str | None:
    return fill_cijfers(tekst, dossier.cijfers) if tekst else None


def _name_locatie(dossier: Dossier, locatie: str) -> str | None:
    vestigingen = dossier.onderzoek.aanbieder.vestigingen
    found = next((item for item in vestigingen if item.id == locatie), None)
    return f"{found.id} {found.naam}" if found else locatie or None


def _missing(
    found: Normoordeel | None, norm: Norm, punten: tuple[Verbeterpunt, ...] | None, dossier: Dossier
) -> Iterator[str]:
    """Yield the links that are not there."""
    for lijst in _LIJSTEN:
        if lijst in dossier.onleesbaar:
            yield f"{lijst}.yaml is niet te lezen"
    if found is None:
        lezen = BEVINDINGEN in dossier.onleesbaar
        yield "het bestand van deze norm is er niet" + (" of is niet te lezen" if lezen else "")
        return
    if found.status and not found.reden:
        yield "er is een status zonder reden"
    if not found.status:
        yield from _missing_feiten(found, dossier)
        yield from _missing_criteria(found, norm)
    if not found.oordeel and not found.status:
        yield "er is nog geen oordeel, en geen reden waarom het ontbreekt"
    if punten is not None:
        yield from _missing_punten(found, punten, dossier)


def _missing_feiten(found: Normoordeel, dossier: Dossier) -> Iterator[str]:
    if not found.bevindingen:
        yield "er is geen bevinding"
    zonder = [item.id for item in found.bevindingen if not item.alle_bronnen]
    if zonder:
        wat = (
            f"bevinding {zonder[0]} noemt" if len(zonder) == 1 else f"bevindingen {join_words(zonder)} noemen"
        )
        yield f"{wat} geen bron"
    lijst = dossier.bronnenlijst
    onbekend = [bron_id for bron_id in found.alle_bronnen if lijst.find(bron_id) is None]
    if onbekend and "bronnen" not in dossier.onleesbaar:
        yield f"niet in de bronnenlijst: {join_words(onbekend)}"
    namen = [
        naam for item in found.bevindingen for naam in find_onbekende_cijfers(item.tekst, dossier.cijfers)
    ]
    if namen and "cijfers" not in dossier.onleesbaar:
        yield f"niet in cijfers.yaml: {join_words(tuple(dict.fromkeys(namen)))}"


def _missing_criteria(found: Normoordeel, norm: Norm) -> Iterator[str]:
    named = {criterium for item in found.bevindingen for criterium in item.criteria}
    rest = [criterium.id for criterium in norm.criteria if not _is_named(criterium, named)]
    if rest and found.bevindingen:
        yield f"geen bevinding noemt {'onderdeel' if len(rest) == 1 else 'de onderdelen'} {join_some(rest)}"


def _is_named(criterium: Criterium, named: set[str]) -> bool:
    return criterium.id in named or any(_is_named(part, named) for part in criterium.criteria)


def _missing_punten(found: Normoordeel, punten: tuple[Verbeterpunt, ...], dossier: Dossier) -> Iterator[str]:
    categorie = dossier.kader.schaal.find(found.oordeel) if found.oordeel else None
    if found.oordeel and categorie is None:
        yield f"het oordeel {quote(found.oordeel)} staat niet in de schaal van het kader"
    if categorie and categorie.vraagt != "geen" and not any(p.soort == categorie.vraagt for p in punten):
        yield f"het oordeel vraagt om een {_PUNTLABELS[categorie.vraagt][0]}, en die is er niet"
    zonder = [punt.id for punt in punten if punt.uiterlijk is None]
    if zonder:
        yield f"geen uiterste datum: {join_words(zonder)}"
