"""Oordeelverschil: which normen got another oordeel, and whether it is strenger or milder."""

from collections.abc import Iterable, Iterator

from toezicht_cli.analysis.verschil import Kant, Oordeelstand, Oordeelverschil, Richting
from toezicht_cli.analysis.verschilregels import Documentpaar
from toezicht_cli.models.kader import Schaal, Toetsingskader
from toezicht_cli.models.normoordeel import Normoordeel

STATUSLABELS = {
    "niet-getoetst": "niet getoetst",
    "niet-van-toepassing": "niet van toepassing",
    "eerder-getoetst": "eerder getoetst",
    "meegewogen": "meegewogen",
    "buiten-reikwijdte": "buiten reikwijdte",
}
_ZONDER = "–"
_OPEN = Oordeelstand("", "nog geen oordeel", _ZONDER)


def compare_oordelen(oud: Kant, nieuw: Kant, paren: Iterable[Documentpaar]) -> tuple[Oordeelverschil, ...]:
    """Return the normen with another oordeel or status, in the order of the kader.

    A norm that has no file yet is open: without oordeel, as it is when its file has none.
    """
    kaders = tuple(kant.dossier.find_kader() if kant.dossier else None for kant in (oud, nieuw))
    found = list(_changed(paren, *kaders))
    order = [norm.id for norm in kaders[1].normen] if kaders[1] else []
    rank = {norm: index for index, norm in enumerate(order)}
    found.sort(key=lambda item: (rank.get(item.norm.partition("@")[0], len(rank)),))
    return tuple(found)


def describe_stand(item: Normoordeel | None, kader: Toetsingskader | None) -> Oordeelstand | None:
    """Return what a normoordeel says, None when there is no normoordeel."""
    if item is None:
        return None
    status = Oordeelstand(item.status, STATUSLABELS[item.status], _ZONDER) if item.status else None
    oordeel = _oordeel(item.oordeel, kader) if item.oordeel else None
    if oordeel and status:  # a fout, but a change of it is told
        return Oordeelstand(f"{oordeel.id} + {status.id}", f"{oordeel.label} en {status.label}", "?")
    return oordeel or status or _OPEN


def _oordeel(oordeel: str, kader: Toetsingskader | None) -> Oordeelstand:
    categorie = kader.schaal.find(oordeel) if kader else None
    if categorie is None:
        return Oordeelstand(oordeel, oordeel, "?")
    return Oordeelstand(oordeel, categorie.label, categorie.symbool)


def _changed(
    paren: Iterable[Documentpaar], oud: Toetsingskader | None, nieuw: Toetsingskader | None
) -> Iterator[Oordeelverschil]:
    for paar in paren:
        before, after = _normoordeel(paar.oud), _normoordeel(paar.nieuw)
        if before is None and after is None:
            continue
        stands = (describe_stand(before, oud), describe_stand(after, nieuw))
        if _key(stands[0]) == _key(stands[1]):
            continue
        norm = (after or before).sleutel  # type: ignore[union-attr] # one of them is there
        yield Oordeelverschil(
            norm, _titel(norm, nieuw) or _titel(norm, oud), *stands, _richting(stands, oud, nieuw)
        )


def _normoordeel(element: object) -> Normoordeel | None:
    return element if isinstance(element, Normoordeel) else None


def _key(stand: Oordeelstand | None) -> str:
    """Return what makes two stands the same: no file and a file without oordeel are both open."""
    return (stand or _OPEN).id


def _titel(norm: str, kader: Toetsingskader | None) -> str:
    found = kader.find_norm(norm.partition("@")[0]) if kader else None
    return found.titel if found else ""


def _richting(
    stands: tuple[Oordeelstand | None, Oordeelstand | None],
    oud: Toetsingskader | None,
    nieuw: Toetsingskader | None,
) -> Richting:
    """Return strenger or milder where both are steps of one schaal of one kader; else it is anders."""
    if oud is None or nieuw is None or None in stands or oud.naam != nieuw.naam:
        return "anders"
    before, after = (_rank(stand, nieuw.schaal) for stand in stands if stand)
    if before is None or after is None or _steps(oud.schaal) != _steps(nieuw.schaal):
        return "anders"
    return "strenger" if after > before else "milder"


def _rank(stand: Oordeelstand, schaal: Schaal) -> int | None:
    """Return the place on the schaal, 0 for the most favourable; None when it is no step of it."""
    return next((index for index, item in enumerate(schaal.from_best) if item.id == stand.id), None)


def _steps(schaal: Schaal) -> tuple[str, ...]:
    return tuple(item.id for item in schaal.from_best)
