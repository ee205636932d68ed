"""Tellingverschil: the tally on both sides, where the oordelen of a side can be counted honestly."""

from collections.abc import Iterator
from typing import NamedTuple

from toezicht_cli.analysis.oordeelverschil import STATUSLABELS
from toezicht_cli.analysis.telling import Telling, TellingError, tally
from toezicht_cli.analysis.verschil import Kant, Tellingregel, Tellingverschil

# A tally needs these parts of a dossier, whole; a fout elsewhere does not stand in its way.
_NODIG = {
    "onderzoek": "onderzoek.yaml is niet te lezen",
    "kader": "het kader is niet te lezen",
    "bevindingen": "een bestand in bevindingen is niet te lezen",
}


class _Getal(NamedTuple):
    id: str
    label: str
    aantal: int


def compare_tellingen(oud: Kant, nieuw: Kant) -> Tellingverschil | None:
    """Return the tally of both sides, None when neither could be counted and neither says why."""
    before, reden_oud = _count(oud)
    after, reden_nieuw = _count(nieuw)
    if not (before or after or reden_oud or reden_nieuw):
        return None
    return Tellingverschil(
        tuple(_join(_numbers(before), _numbers(after), known=(before is not None, after is not None))),
        _short(before),
        _short(after),
        reden_oud,
        reden_nieuw,
        andere_schaal=bool(before and after and _steps(before) != _steps(after)),
    )


def _count(kant: Kant) -> tuple[Telling | None, str | None]:
    """Return the tally of a side, or why there is none; neither for a side without onderzoek."""
    if kant.dossier is None or not kant.telt:
        return None, None
    for part, reden in _NODIG.items():
        if part in kant.dossier.onleesbaar:
            return None, reden
    try:
        return tally(kant.dossier), None
    except TellingError as error:
        return None, str(error)


def _steps(telling: Telling) -> tuple[str, ...]:
    return tuple(item.categorie.id for item in telling.categorieen)


def _short(telling: Telling | None) -> str | None:
    return "/".join(str(item.aantal) for item in telling.categorieen) if telling else None


def _numbers(telling: Telling | None) -> tuple[_Getal, ...]:
    if telling is None:
        return ()
    lists = {
        "niet-getoetst": telling.niet_getoetst,
        "niet-van-toepassing": telling.niet_van_toepassing,
        "eerder-getoetst": telling.eerder_getoetst,
        "meegewogen": telling.meegewogen,
        "buiten-reikwijdte": telling.buiten_reikwijdte,
    }
    return (
        *(_Getal(item.categorie.id, item.categorie.label, item.aantal) for item in telling.categorieen),
        *(_Getal(status, STATUSLABELS[status], len(normen)) for status, normen in lists.items()),
        _Getal("nog-open", "nog geen oordeel", len(telling.nog_open)),
        _Getal("getoetst", "getoetst", telling.getoetst),
        _Getal("in-kader", "in het kader", telling.in_kader),
    )


def _join(
    before: tuple[_Getal, ...], after: tuple[_Getal, ...], *, known: tuple[bool, bool]
) -> Iterator[Tellingregel]:
    """Yield the numbers of both, matched by id; what only one schaal has counts 0 in the other."""
    old = {item.id: item for item in before}
    new = {item.id: item for item in after}
    for item in dict.fromkeys((*new, *old)):
        label = (new.get(item) or old[item]).label
        yield Tellingregel(item, label, _amount(old, item, known[0]), _amount(new, item, known[1]))


def _amount(numbers: dict[str, _Getal], item: str, is_known: bool) -> int | None:  # noqa: FBT001 - private, by name nowhere else
    if not is_known:
        return None
    return numbers[item].aantal if item in numbers else 0
