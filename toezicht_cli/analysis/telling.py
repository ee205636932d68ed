"""Telling: how many normen got which oordeel, and why the others got none.

It only counts what people judged. The sum always closes: ``in_kader`` equals ``getoetst`` plus the
six lists. Data that cannot be counted honestly (an unknown or doubled norm, a categorie outside the
schaal) raise ``TellingError``: the command prints no tally when the families STR, NRM or OOR find a
fout, so a guess would only hide the fault.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toezicht_cli.models.betrokkenen import Vestiging
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Norm, Oordeelscategorie, Schaal, Thema
from toezicht_cli.models.normoordeel import Normoordeel, Status


class TellingError(ValueError):
    """The normoordelen cannot be counted; the text is Dutch and names the norm."""


class ZonderOordeel(NamedTuple):
    """A norm without oordeel, and the reason that was given."""

    norm: str
    reden: str | None


class Categorietelling(NamedTuple):
    """The normen with one categorie, in the order of the kader."""

    categorie: Oordeelscategorie
    normen: tuple[str, ...]

    @property
    def aantal(self) -> int:
        """Return how many normen got this categorie."""
        return len(self.normen)


class Telling(NamedTuple):
    """The tally over some normen: per categorie of the schaal, in its order, and per status.

    A norm is named by its id; in the tally of a kader ``per: locatie`` over all vestigingen, where
    every norm counts once per vestiging, by ``1.1@L1``. ``vestigingen`` is then how many there are,
    and 0 in every other tally.
    """

    categorieen: tuple[Categorietelling, ...]
    niet_getoetst: tuple[ZonderOordeel, ...] = ()
    niet_van_toepassing: tuple[ZonderOordeel, ...] = ()
    eerder_getoetst: tuple[ZonderOordeel, ...] = ()
    meegewogen: tuple[ZonderOordeel, ...] = ()
    buiten_reikwijdte: tuple[ZonderOordeel, ...] = ()
    nog_open: tuple[str, ...] = ()
    in_kader: int = 0
    vestigingen: int = 0

    @property
    def getoetst(self) -> int:
        """Return how many normen got an oordeel."""
        return sum(item.aantal for item in self.categorieen)


class Locatietelling(NamedTuple):
    """The tally of one vestiging, under a kader ``per: locatie``."""

    vestiging: Vestiging
    telling: Telling
    themas: tuple[tuple[Thema, Telling], ...]


class _Eenheid(NamedTuple):
    """What gets one oordeel: a norm, or a norm on one vestiging; ``naam`` is how a list names it."""

    naam: str
    normoordeel: Normoordeel | None


def tally(dossier: Dossier) -> Telling:
    """Return the tally over the whole kader.

    Raises:
        TellingError: the normoordelen do not fit the kader, so that no tally would be true.
    """
    kader = dossier.kader
    return _tally(dossier, kader.normen, _vestigingen(dossier))


def tally_themas(dossier: Dossier) -> tuple[tuple[Thema, Telling], ...]:
    """Return every thema of the kader with its tally; raise TellingError as ``tally`` does."""
    return _tally_themas(dossier, _vestigingen(dossier))


def tally_locaties(dossier: Dossier) -> tuple[Locatietelling, ...]:
    """Return the tally of every vestiging, empty with a kader ``per: aanbieder``.

    Raises:
        TellingError: as ``tally`` does.
    """
    return tuple(
        Locatietelling(
            vestiging,
            _tally(dossier, dossier.kader.normen, (vestiging,), apart=True),
            _tally_themas(dossier, (vestiging,), apart=True),
        )
        for vestiging in _vestigingen(dossier) or ()
    )


def _vestigingen(dossier: Dossier) -> tuple[Vestiging, ...] | None:
    """Return the vestigingen to count over, None with a kader per aanbieder."""
    return dossier.onderzoek.aanbieder.vestigingen if dossier.kader.per == "locatie" else None


def _tally_themas(
    dossier: Dossier, vestigingen: Sequence[Vestiging] | None, *, apart: bool = False
) -> tuple[tuple[Thema, Telling], ...]:
    return tuple(
        (thema, _tally(dossier, thema.normen, vestigingen, apart=apart)) for thema in dossier.kader.themas
    )


def _tally(
    dossier: Dossier,
    normen: Sequence[Norm],
    vestigingen: Sequence[Vestiging] | None,
    *,
    apart: bool = False,
) -> Telling:
    """Tally ``normen``; ``apart`` gives them their plain names, for the tally of one vestiging."""
    by_sleutel = _validated(dossier)
    eenheden = [
        _Eenheid(norm.id if apart else sleutel, by_sleutel.get(sleutel))
        for norm in normen
        for sleutel in _sleutels(norm, vestigingen)
    ]
    return Telling(
        categorieen=tuple(_of_categorie(item, eenheden) for item in dossier.kader.schaal.categorieen),
        niet_getoetst=_with_status(eenheden, "niet-getoetst"),
        niet_van_toepassing=_with_status(eenheden, "niet-van-toepassing"),
        eerder_getoetst=_with_status(eenheden, "eerder-getoetst"),
        meegewogen=_with_status(eenheden, "meegewogen"),
        buiten_reikwijdte=_with_status(eenheden, "buiten-reikwijdte"),
        nog_open=tuple(item.naam for item in eenheden if _is_open(item.normoordeel)),
        in_kader=len(eenheden),
        vestigingen=0 if apart or vestigingen is None else len(vestigingen),
    )


def _sleutels(norm: Norm, vestigingen: Sequence[Vestiging] | None) -> tuple[str, ...]:
    if vestigingen is None:
        return (norm.id,)
    return tuple(f"{norm.id}@{vestiging.id}" for vestiging in vestigingen)


def _of_categorie(categorie: Oordeelscategorie, eenheden: Iterable[_Eenheid]) -> Categorietelling:
    normen = (item.naam for item in eenheden if item.normoordeel and item.normoordeel.oordeel == categorie.id)
    return Categorietelling(categorie, tuple(normen))


def _is_open(item: Normoordeel | None) -> bool:
    return item is None or (item.oordeel is None and item.status is None)


def _with_status(eenheden: Iterable[_Eenheid], status: Status) -> tuple[ZonderOordeel, ...]:
    return tuple(
        ZonderOordeel(item.naam, item.normoordeel.reden)
        for item in eenheden
        if item.normoordeel and item.normoordeel.status == status
    )


def _validated(dossier: Dossier) -> dict[str, Normoordeel]:
    """Return the normoordelen by sleutel, or raise when one of them cannot be counted."""
    kader = dossier.kader
    vestigingen = _vestigingen(dossier)
    if vestigingen is not None and not vestigingen:
        raise TellingError("het kader oordeelt per locatie, maar onderzoek.yaml noemt geen vestigingen")
    known = [sleutel for norm in kader.normen for sleutel in _sleutels(norm, vestigingen)]
    found = [located.value for located in dossier.normoordelen]
    _refuse_doubles("norm", known)
    _refuse_doubles("categorie", [categorie.id for categorie in kader.schaal.categorieen])
    _refuse_doubles("norm", [item.sleutel for item in found])
    for item in found:
        _refuse_unfit(item, frozenset(known), kader.schaal)
    return {item.sleutel: item for item in found}


def _refuse_doubles(what: str, names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        double = next(name for name in names if names.count(name) > 1)
        raise TellingError(f"{what} {double} komt dubbel voor")


def _refuse_unfit(item: Normoordeel, known: frozenset[str], schaal: Schaal) -> None:
    if item.sleutel not in known:
        raise TellingError(f"norm {item.sleutel} hoort niet bij het kader van dit onderzoek")
    if item.oordeel is not None and item.status is not None:
        raise TellingError(f"norm {item.sleutel} heeft een oordeel en ook een status")
    if item.oordeel is not None and schaal.find(item.oordeel) is None:
        raise TellingError(f"norm {item.sleutel} heeft oordeel {item.oordeel}, dat staat niet in de schaal")
