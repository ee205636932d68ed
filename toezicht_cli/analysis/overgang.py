"""Overgang: what became of a norm from one edition of a kader to a later one, in one step or more."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from toezicht_cli.analysis.kadervergelijking import compare_kaders
from toezicht_cli.models.kader import Norm, Toetsingskader
from toezicht_cli.models.overgang import Kaderovergang, Normovergang

Gang = Literal["zelfde", "gewijzigd", "vervallen", "onbekend"]
# More editions of one kader after each other than this are a circle.
_MAX_STAPPEN = 100


class Editie(NamedTuple):
    """One edition of a kader, as far as an oordeel is compared: its name and the ids of its categorieen."""

    verwijzing: str
    categorieen: tuple[str, ...]


class Normgang(NamedTuple):
    """What became of a norm, and its id in the later edition (None: not there).

    ``onbekend``: nobody wrote down what became of it.
    """

    soort: Gang
    norm: str | None


def editie_of(kader: Toetsingskader) -> Editie:
    """Return a kader as an Editie."""
    return Editie(kader.verwijzing, tuple(categorie.id for categorie in kader.schaal.categorieen))


def make_keten(overgangen: Iterable[Kaderovergang], van: str, naar: str) -> tuple[Kaderovergang, ...]:
    """Return the overgangen that lead from ``van`` to ``naar``, the oldest first; empty when none do."""
    by_naar = {overgang.naar: overgang for overgang in overgangen}
    keten: list[Kaderovergang] = []
    kader = naar
    while kader != van:
        overgang = by_naar.get(kader)
        if overgang is None or len(keten) == _MAX_STAPPEN:
            return ()
        keten.insert(0, overgang)
        kader = overgang.van
    return tuple(keten)


def map_norm(keten: Sequence[Kaderovergang], norm: str) -> Normgang:
    """Return what became of ``norm`` of the first edition of ``keten`` in the last one."""
    soort: Gang = "zelfde"
    for overgang in keten:
        step = next((item for item in overgang.normen if item.van == norm), None)
        if step is None or (step.naar is None and step.soort != "vervallen"):
            return Normgang("onbekend", None)
        if step.soort == "vervallen" or step.naar is None:
            return Normgang("vervallen", None)
        if step.soort != "zelfde":
            soort = "gewijzigd"
        norm = step.naar
    return Normgang(soort, norm)


def map_categorie(keten: Sequence[Kaderovergang], categorie: str) -> str:
    """Return how a categorie of the first edition of ``keten`` is called in the last one."""
    for overgang in keten:
        categorie = overgang.categorieen.get(categorie, categorie)
    return categorie


def is_vergelijkbaar(overgangen: Iterable[Kaderovergang], oud: Editie, nieuw: Editie, norm: str) -> bool:
    """Whether oordelen on ``norm`` (its id in ``nieuw``) mean the same under both editions.

    So it is when every step on the way says that the norm stayed the same, and each categorie of the one
    schaal stands for exactly one of the other.
    """
    if oud.verwijzing == nieuw.verwijzing:
        return True
    keten = make_keten(overgangen, oud.verwijzing, nieuw.verwijzing)
    if not keten or not _is_een_op_een(keten, oud, nieuw):
        return False
    then = _trace_back(keten, norm)
    return then is not None and map_norm(keten, then) == Normgang("zelfde", norm)


def _is_een_op_een(keten: Sequence[Kaderovergang], oud: Editie, nieuw: Editie) -> bool:
    mapped = [map_categorie(keten, categorie) for categorie in oud.categorieen]
    return sorted(mapped) == sorted(nieuw.categorieen) and len(set(mapped)) == len(mapped)


def _trace_back(keten: Sequence[Kaderovergang], norm: str) -> str | None:
    """Return how the norm was called in the first edition of ``keten``, None when it was not there."""
    for overgang in reversed(keten):
        step = next((item for item in overgang.normen if item.naar == norm), None)
        if step is None or step.van is None:
            return None
        norm = step.van
    return norm


def propose_overgang(oud: Toetsingskader, nieuw: Toetsingskader) -> tuple[Normovergang, ...]:
    """Return a first mapping, for people to correct: by id only, never by a guess.

    A norm with the same id and the same words is ``zelfde``; with other words ``gewijzigd``.
    """
    found = compare_kaders(oud, nieuw)
    same = {
        norm_id
        for norm_id in (*found.gelijk, *(item.norm for item in found.gewijzigd))
        if _vraag(oud.find_norm(norm_id)) == _vraag(nieuw.find_norm(norm_id))
    }
    both = set(found.gelijk) | {item.norm for item in found.gewijzigd}
    rows: list[dict[str, str]] = []
    for norm in oud.normen:
        if norm.id in both:
            soort = "zelfde" if norm.id in same else "gewijzigd"
            rows.append({"soort": soort, "van": norm.id, "naar": norm.id})
        else:
            rows.append({"soort": "vervallen", "van": norm.id})
    rows += [{"soort": "nieuw", "naar": norm_id} for norm_id in found.toegevoegd]
    return tuple(Normovergang.model_validate(row) for row in rows)


def _vraag(norm: Norm | None) -> object:
    """Return what a norm asks, without where that is written down."""
    return norm and (norm.omschrijving, norm.tekst_officieel, norm.criteria, norm.van_toepassing_op)
