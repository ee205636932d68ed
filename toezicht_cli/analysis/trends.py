"""Trends: how the oordelen of finished onderzoeken are spread, per edition of a kader and per year.

Counts stand beside every share, and of few oordelen no share is given. Editions of a kader differ: what was
judged under one is not laid beside what was judged under another, unless a norm is known to be the same.
"""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from toezicht_cli.analysis.kaderkort import Categoriekort, Kaderkort, Themakort
from toezicht_cli.analysis.zaak import Normuitkomst, Zaak
from toezicht_cli.diagnostics import natural_order

ONBEKEND_JAAR = "onbekend"
# Of fewer oordelen than this a percentage says nothing.
KLEIN = 5
MEESTE_NORMEN = 10

# Says whether a norm means the same in two editions (naam@versie) of a kader: is_vergelijkbaar(a, b, norm).
Vergelijkbaar = Callable[[str, str, str], bool]


class Aandeel(NamedTuple):
    """How many of the oordelen have one categorie; ``procent`` is None when there are too few oordelen."""

    categorie: Categoriekort
    aantal: int
    procent: int | None


class Thematrend(NamedTuple):
    """The oordelen on one thema: ``aandelen`` in the order of the schaal add up to ``getoetst``."""

    id: str
    titel: str
    getoetst: int
    aandelen: tuple[Aandeel, ...]

    @property
    def is_klein(self) -> bool:
        """Whether there are too few oordelen for a percentage."""
        return self.getoetst < KLEIN


class Jaartrend(NamedTuple):
    """The onderzoeken that were vastgesteld in one year under one edition of a kader."""

    kader: Kaderkort
    jaar: str
    onderzoeken: int
    themas: tuple[Thematrend, ...]
    geheel: Thematrend


class Normtrend(NamedTuple):
    """A norm that often got the least favourable categorie: how often, of how many oordelen."""

    kader: Kaderkort
    norm: str
    titel: str
    aantal: int
    getoetst: int
    procent: int | None


class Editiepaar(NamedTuple):
    """Two editions of one kader that both have onderzoeken, and the normen that mean the same in both."""

    van: str
    naar: str
    zelfde: tuple[str, ...]


class Trendoverzicht(NamedTuple):
    """All that ``toezicht portefeuille trends`` shows.

    ``niet_vastgesteld`` counts the onderzoeken without a day of vaststelling and ``niet_geteld`` those with
    fouten; both are left out of the figures. ``normen`` are the normen that most often failed.
    """

    jaren: tuple[Jaartrend, ...]
    normen: tuple[Normtrend, ...]
    edities: tuple[Editiepaar, ...]
    niet_vastgesteld: int
    niet_geteld: tuple[str, ...]

    @property
    def onderzoeken(self) -> int:
        """Return how many onderzoeken are counted."""
        return sum(jaar.onderzoeken for jaar in self.jaren)


def never_vergelijkbaar(_kader_a: str, _kader_b: str, _norm: str) -> bool:
    """Say of no norm that it means the same in two editions: nobody wrote down that it does."""
    return False


def make_trends(
    zaken: Iterable[Zaak],
    kaders: Mapping[str, Kaderkort],
    is_vergelijkbaar: Vergelijkbaar = never_vergelijkbaar,
) -> Trendoverzicht:
    """Return the trends of ``zaken``.

    Args:
        zaken: the onderzoeken.
        kaders: the kaders on ``naam@versie``.
        is_vergelijkbaar: says of a norm whether it means the same in two editions.
    """
    tellingen: dict[tuple[str, str], _Telling] = {}
    niet_vastgesteld = 0
    niet_geteld = []
    for zaak in zaken:
        vastgesteld = zaak.moment("vastgesteld_op") or (ONBEKEND_JAAR if zaak.fase == "definitief" else None)
        if not zaak.is_telbaar or zaak.kader not in kaders:
            niet_geteld.append(zaak.id)
        elif vastgesteld is None:
            niet_vastgesteld += 1
        else:
            tellingen.setdefault((zaak.kader, year_of(vastgesteld)), _Telling()).add(zaak.uitkomsten)
    jaren = tuple(
        _jaar(kaders[kader], jaar, telling)
        for (kader, jaar), telling in sorted(tellingen.items(), key=_order)
    )
    used = sorted({kader for kader, _ in tellingen}, key=natural_order)
    edities = tuple(_edities(used, kaders, is_vergelijkbaar))
    return Trendoverzicht(jaren, _normen(tellingen, kaders), edities, niet_vastgesteld, tuple(niet_geteld))


def year_of(datum: str) -> str:
    """Return the year of a date as it is written; ``onbekend`` when that is no single year."""
    begin, _, einde = datum.partition("/")
    jaar = begin[:4]
    return jaar if jaar.isdigit() and (not einde or einde[:4] == jaar) else ONBEKEND_JAAR


def share_of(aantal: int, geheel: int) -> int | None:
    """Return the whole percentage, half up and never 0 or 100 unless none or all; None of too few."""
    if geheel < KLEIN:
        return None
    if aantal in (0, geheel):
        return 100 * aantal // geheel
    return min(max((200 * aantal + geheel) // (2 * geheel), 1), 99)


class _Telling:
    """The oordelen of some onderzoeken, counted per norm and categorie."""

    def __init__(self) -> None:
        self.onderzoeken = 0
        self.oordelen: Counter[tuple[str, str]] = Counter()

    def add(self, uitkomsten: Iterable[Normuitkomst]) -> None:
        """Count one onderzoek."""
        self.onderzoeken += 1
        self.oordelen.update((item.norm, item.oordeel) for item in uitkomsten if item.oordeel is not None)


def _order(item: tuple[tuple[str, str], _Telling]) -> tuple[str, bool, str]:
    (kader, jaar), _ = item
    return kader, jaar == ONBEKEND_JAAR, jaar


def _jaar(kader: Kaderkort, jaar: str, telling: _Telling) -> Jaartrend:
    themas = tuple(_thema(kader, thema, telling) for thema in kader.themas)
    alle = [
        sum(thema.aandelen[index].aantal for thema in themas) for index, _ in enumerate(kader.categorieen)
    ]
    return Jaartrend(kader, jaar, telling.onderzoeken, themas, _make(kader, "", "Alle thema's", alle))


def _thema(kader: Kaderkort, thema: Themakort, telling: _Telling) -> Thematrend:
    aantallen = [
        sum(telling.oordelen[norm, categorie.id] for norm, _ in thema.normen)
        for categorie in kader.categorieen
    ]
    return _make(kader, thema.id, thema.titel, aantallen)


def _make(kader: Kaderkort, thema: str, titel: str, aantallen: Sequence[int]) -> Thematrend:
    geheel = sum(aantallen)
    aandelen = (
        Aandeel(categorie, aantal, share_of(aantal, geheel))
        for categorie, aantal in zip(kader.categorieen, aantallen, strict=True)
    )
    return Thematrend(thema, titel, geheel, tuple(aandelen))


def _normen(
    tellingen: Mapping[tuple[str, str], _Telling], kaders: Mapping[str, Kaderkort]
) -> tuple[Normtrend, ...]:
    """Return the normen that failed most often, over all years of an edition together."""
    totalen: dict[str, Counter[tuple[str, str]]] = {}
    for (kader, _), telling in tellingen.items():
        totalen.setdefault(kader, Counter()).update(telling.oordelen)
    found = [
        normtrend
        for verwijzing, oordelen in totalen.items()
        for normtrend in _of_kader(kaders[verwijzing], oordelen)
        if normtrend.aantal
    ]
    found.sort(key=lambda item: (-item.aantal, -item.aantal / item.getoetst, item.kader.verwijzing))
    return tuple(found[:MEESTE_NORMEN])


def _of_kader(kader: Kaderkort, oordelen: Mapping[tuple[str, str], int]) -> Iterator[Normtrend]:
    for thema in kader.themas:
        for norm, titel in thema.normen:
            aantal = oordelen.get((norm, kader.slechtste.id), 0)
            geheel = sum(oordelen.get((norm, categorie.id), 0) for categorie in kader.categorieen)
            yield Normtrend(kader, norm, titel, aantal, geheel, share_of(aantal, geheel))


def _edities(
    used: Sequence[str], kaders: Mapping[str, Kaderkort], is_vergelijkbaar: Vergelijkbaar
) -> Iterator[Editiepaar]:
    """Yield every two editions of one kader that follow on each other."""
    for van, naar in itertools.pairwise(used):
        if kaders[van].naam == kaders[naar].naam:
            ids = [norm for thema in kaders[naar].themas for norm, _ in thema.normen]
            yield Editiepaar(van, naar, tuple(norm for norm in ids if is_vergelijkbaar(van, naar, norm)))
