"""For programs: version 1 of the format ``toezicht/verschil``. Keys are a promise.

Texts are masked as everywhere: what a pipeline writes to its log holds no BSN.
"""

from typing import Literal, TypedDict

from toezicht_cli.analysis.verschil import (
    Hoofdstuk,
    Hoofdstuknaam,
    Kant,
    Oordeelstand,
    Oordeelverschil,
    Regel,
    Richting,
    Soort,
    Tellingverschil,
    Vergelijking,
    Verschil,
)
from toezicht_cli.outputs.base import OutputFormat, View
from toezicht_cli.outputs.json_text import to_json
from toezicht_cli.outputs.verschilstukken import hide, hide_stukken


class KantUitvoer(TypedDict):
    """One side; ``versie`` is the full id of the commit, null for the files on the disk."""

    moment: str
    versie: str | None
    aanwezig: bool
    onleesbaar: list[str]
    onleesbare_delen: list[str]
    fouten: int


class StandUitvoer(TypedDict):
    """What a norm had on a side; ``id`` is that of the categorie or the status, empty without either."""

    id: str
    label: str
    symbool: str


class OordeelUitvoer(TypedDict):
    """A norm with another oordeel or status; null where the side has no file for it."""

    norm: str
    titel: str
    richting: Richting
    oud: StandUitvoer | None
    nieuw: StandUitvoer | None


class GetalUitvoer(TypedDict):
    """One number of the tally; null where it could not be counted."""

    id: str
    label: str
    oud: int | None
    nieuw: int | None


class TellingUitvoer(TypedDict):
    """The tally of both sides; ``oud`` and ``nieuw`` are short, as in 6/6/6."""

    gelijk: bool
    oud: str | None
    nieuw: str | None
    reden_oud: str | None
    reden_nieuw: str | None
    getallen: list[GetalUitvoer]


class StukUitvoer(TypedDict):
    """Some words that both texts have, that the new one lacks, or that it adds."""

    soort: Literal["gelijk", "weg", "nieuw"]
    tekst: str


class RegelUitvoer(TypedDict):
    """One difference; ``stukken`` is empty where the words were not compared."""

    soort: Soort
    onderwerp: str
    veld: str | None
    oud: str | None
    nieuw: str | None
    stukken: list[StukUitvoer]


class HoofdstukUitvoer(TypedDict):
    """The differences of one kind."""

    naam: Hoofdstuknaam
    titel: str
    regels: list[RegelUitvoer]


class PuntUitvoer(TypedDict):
    """Something to look into."""

    onderwerp: str
    bericht: str


class OnderzoekUitvoer(TypedDict):
    """What changed in one onderzoek; ``leeg`` only when both sides could be compared and say the same."""

    onderzoek: str
    titel: str
    soort: Literal["nieuw", "vervallen", "gewijzigd"]
    hernoemd_van: str | None
    leeg: bool
    volledig: bool
    oud: KantUitvoer
    nieuw: KantUitvoer
    oordelen: list[OordeelUitvoer]
    telling: TellingUitvoer | None
    na_te_gaan: list[PuntUitvoer]
    hoofdstukken: list[HoofdstukUitvoer]
    niet_vergeleken: list[str]


class VerschilUitvoer(TypedDict):
    """The whole output: both moments as a reader calls them, and every onderzoek."""

    formaat: str
    oud: str
    nieuw: str
    onderzoeken: list[OnderzoekUitvoer]


SCHEMA = VerschilUitvoer


def render(vergelijking: Vergelijking, _view: View) -> str:
    """Return the differences as one JSON object."""
    output = VerschilUitvoer(
        formaat="toezicht/verschil/1",
        oud=hide(vergelijking.oud),
        nieuw=hide(vergelijking.nieuw),
        onderzoeken=[_onderzoek(verschil) for verschil in vergelijking.verschillen],
    )
    return to_json(output)


def _onderzoek(verschil: Verschil) -> OnderzoekUitvoer:
    return OnderzoekUitvoer(
        onderzoek=hide(verschil.onderzoek),
        titel=hide(verschil.titel),
        soort=verschil.soort,
        hernoemd_van=_hide(verschil.hernoemd_van),
        leeg=verschil.is_leeg,
        volledig=verschil.is_volledig,
        oud=_kant(verschil.oud),
        nieuw=_kant(verschil.nieuw),
        oordelen=[_oordeel(item) for item in verschil.oordelen],
        telling=_telling(verschil.telling) if verschil.telling else None,
        na_te_gaan=[
            PuntUitvoer(onderwerp=hide(item.onderwerp), bericht=hide(item.bericht))
            for item in verschil.na_te_gaan
        ],
        hoofdstukken=[_hoofdstuk(item) for item in verschil.hoofdstukken],
        niet_vergeleken=[hide(file) for file in verschil.niet_vergeleken],
    )


def _kant(kant: Kant) -> KantUitvoer:
    return KantUitvoer(
        moment=hide(kant.moment),
        versie=kant.versie,
        aanwezig=kant.dossier is not None,
        onleesbaar=[hide(file) for file in kant.onleesbaar],
        onleesbare_delen=sorted(kant.dossier.onleesbaar) if kant.dossier else [],
        fouten=kant.fouten,
    )


def _oordeel(item: Oordeelverschil) -> OordeelUitvoer:
    return OordeelUitvoer(
        norm=hide(item.norm),
        titel=hide(item.titel),
        richting=item.richting,
        oud=_stand(item.oud),
        nieuw=_stand(item.nieuw),
    )


def _stand(stand: Oordeelstand | None) -> StandUitvoer | None:
    if stand is None:
        return None
    return StandUitvoer(id=hide(stand.id), label=hide(stand.label), symbool=hide(stand.symbool))


def _telling(telling: Tellingverschil) -> TellingUitvoer:
    return TellingUitvoer(
        gelijk=telling.is_gelijk,
        oud=telling.oud,
        nieuw=telling.nieuw,
        reden_oud=_hide(telling.reden_oud),
        reden_nieuw=_hide(telling.reden_nieuw),
        getallen=[
            GetalUitvoer(id=hide(item.id), label=hide(item.label), oud=item.oud, nieuw=item.nieuw)
            for item in telling.regels
        ],
    )


def _hoofdstuk(hoofdstuk: Hoofdstuk) -> HoofdstukUitvoer:
    return HoofdstukUitvoer(
        naam=hoofdstuk.naam, titel=hoofdstuk.titel, regels=[_regel(regel) for regel in hoofdstuk.regels]
    )


def _regel(regel: Regel) -> RegelUitvoer:
    return RegelUitvoer(
        soort=regel.soort,
        onderwerp=hide(regel.onderwerp),
        veld=_hide(regel.veld),
        oud=_hide(regel.oud),
        nieuw=_hide(regel.nieuw),
        stukken=[StukUitvoer(soort=stuk.soort, tekst=stuk.tekst) for stuk in hide_stukken(regel.stukken)],
    )


def _hide(tekst: str | None) -> str | None:
    return None if tekst is None else hide(tekst)


OUTPUT = OutputFormat("json", "voor programma's", render)
