"""Voorbereiding: what letters, interview guides and lists ask, from the kader and the onderzoek."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from toezicht_cli.analysis.normen import group_normoordelen, is_van_toepassing, walk_niet_onderzochte_normen
from toezicht_cli.models.bron import Bron, Rol
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Criterium, Norm, Thema
from toezicht_cli.models.onderzoek import Steekproef
from toezicht_cli.models.uitvraag import Verzoek

# Whom one talks with by a guide; ``overig`` has no questions of its own.
ROLLEN: tuple[Rol, ...] = tuple(rol for rol in get_args(Rol) if rol != "overig")
# More dossiers than anybody fills in by hand: then there is no list.
MEESTE_DOSSIERS = 500
_BUITEN = frozenset({"buiten-reikwijdte", "niet-van-toepassing"})
_DOSSIERS = frozenset({"clientdossier", "personeelsdossier"})
_WAT = {"clientdossier": "cliëntdossiers", "personeelsdossier": "personeelsdossiers"}


class Themadeel(NamedTuple):
    """A thema of the kader with those of its normen that are looked at."""

    thema: Thema
    normen: tuple[Norm, ...]


class Kolom(NamedTuple):
    """One thing that is looked at in every dossier: a criterium, or a norm that has none.

    ``sleutel`` is how a list that comes back names it: ``2.1/a1``, or ``1.2/`` without criterium;
    ``boven`` holds the texts of the criteria around this one.
    """

    sleutel: str
    norm: Norm
    criterium: Criterium | None
    boven: tuple[str, ...] = ()

    @property
    def tekst(self) -> str:
        """Return what is looked at, in words."""
        own = self.criterium.tekst if self.criterium else self.norm.omschrijving
        around = (tekst.strip().removesuffix(".") for tekst in self.boven)
        return " ".join(" › ".join((*around, own)).split())


def find_themadelen(dossier: Dossier) -> tuple[Themadeel, ...]:
    """Return the thema's with the normen that are looked at; a thema without any is left out.

    A norm is not looked at when the reikwijdte leaves it out, when every oordeel on it says so, or when it
    is about none of the voorzieningen.
    """
    buiten = _find_buiten(dossier)
    given = _find_voorzieningen(dossier)
    delen = (
        Themadeel(
            thema,
            tuple(
                norm
                for norm in thema.normen
                if norm.id not in buiten and (not given or is_van_toepassing(norm, given))
            ),
        )
        for thema in dossier.kader.themas
    )
    return tuple(deel for deel in delen if deel.normen)


def make_verzoeken(dossier: Dossier) -> tuple[Verzoek, ...]:
    """Return a request for every document that the kader names, U01 and on, once per norm and document."""
    asked = [
        (norm, document)
        for deel in find_themadelen(dossier)
        for norm in deel.normen
        for document in norm.documenten
    ]
    width = max(2, len(str(len(asked))))
    return tuple(
        Verzoek(
            id=f"U{number:0{width}}",
            norm=norm.id,
            document=document.id,
            omschrijving=" ".join(document.omschrijving.split()),
        )
        for number, (norm, document) in enumerate(asked, 1)
    )


def find_steekproeven(dossier: Dossier) -> tuple[Steekproef, ...]:
    """Return the samples of the onderzoek; without any, one for each that a bron with dossiers names."""
    if dossier.onderzoek.steekproeven:
        return dossier.onderzoek.steekproeven
    groups: dict[str, list[Bron]] = {}
    for located in dossier.bronnen:
        bron = located.value
        if bron.soort in _DOSSIERS and bron.steekproef:
            groups.setdefault(bron.steekproef, []).append(bron)
    return tuple(
        Steekproef.model_validate(
            {
                "id": naam,
                "wat": _WAT[bronnen[0].soort],
                "omvang": str(sum(bron.stuks for bron in bronnen)),
                "wijze": "niet-vermeld",
            }
        )
        for naam, bronnen in groups.items()
    )


def find_kolommen(dossier: Dossier) -> tuple[Kolom, ...]:
    """Return what is looked at in a dossier: the deepest criteria of every norm, in order."""
    return tuple(
        kolom for deel in find_themadelen(dossier) for norm in deel.normen for kolom in _walk_kolommen(norm)
    )


def find_rollen(dossier: Dossier) -> tuple[Rol, ...]:
    """Return whom the kader has questions for, on the normen that are looked at."""
    asked = {vraag.rol for deel in find_themadelen(dossier) for norm in deel.normen for vraag in norm.vragen}
    return tuple(rol for rol in ROLLEN if rol in asked)


def name_dossiers(omvang: int) -> tuple[str, ...]:
    """Return the pseudonyms of the dossiers of a sample: D-1, D-2 …; none when there are too many to list."""
    return tuple(f"D-{number}" for number in range(1, omvang + 1)) if omvang <= MEESTE_DOSSIERS else ()


def _walk_kolommen(norm: Norm) -> Iterator[Kolom]:
    if not norm.criteria:
        yield Kolom(f"{norm.id}/", norm, None)
    yield from _walk_leaves(norm, norm.criteria, ())


def _walk_leaves(norm: Norm, criteria: Sequence[Criterium], boven: tuple[str, ...]) -> Iterator[Kolom]:
    for criterium in criteria:
        if criterium.criteria:
            yield from _walk_leaves(norm, criterium.criteria, (*boven, criterium.tekst))
        else:
            yield Kolom(f"{norm.id}/{criterium.id}", norm, criterium, boven)


def _find_buiten(dossier: Dossier) -> frozenset[str]:
    oordelen = group_normoordelen(dossier)
    by_status = {
        norm for norm, items in oordelen.items() if all(item.value.status in _BUITEN for item in items)
    }
    return frozenset(by_status | {item.norm for item in walk_niet_onderzochte_normen(dossier)})


def _find_voorzieningen(dossier: Dossier) -> tuple[str, ...]:
    """Return the voorzieningen that are looked at; none when nobody said which."""
    onderzoek = dossier.onderzoek
    if onderzoek.reikwijdte and onderzoek.reikwijdte.voorzieningen:
        return onderzoek.reikwijdte.voorzieningen
    vestigingen = onderzoek.aanbieder.vestigingen
    if not all(item.voorzieningen for item in vestigingen):
        return ()
    return tuple(naam for item in vestigingen for naam in item.voorzieningen)
