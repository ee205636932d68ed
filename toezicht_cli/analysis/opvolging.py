"""Opvolging: where every point stands on a day, counted per thema and per soort.

What is counted closes: every point has one status, so the statuses add up to the points, and the themas
to the whole. A point that lapsed stays visible but leaves what a percentage is taken of.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, NamedTuple, get_args

from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.analysis.punten import AFGEROND, VASTGESTELD, stand_op
from toezicht_cli.models.datum import Datum
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Puntsoort
from toezicht_cli.models.verbeterpunt import Opvolging, Puntstatus, Verbeterpunt
from toezicht_cli.models.verloop import Stap, Verzending

STATUSSEN: tuple[Puntstatus, ...] = get_args(Puntstatus)
Tijd = Literal["te-laat", "loopt", "zo-spoedig-mogelijk", "geen-datum", "afgerond"]
ZONDER_THEMA = "Norm die niet in het kader staat"


class Puntstand(NamedTuple):
    """One point on the day of looking; ``stappen`` are those up to then, ``sinds`` the day of the last."""

    onderzoek: str
    punt: Verbeterpunt
    thema: str
    status: Puntstatus
    tijd: Tijd
    dagen_te_laat: int
    stappen: tuple[Opvolging, ...]

    @property
    def sinds(self) -> date | None:
        """Return since when the point has its status, None when nothing was noted yet."""
        return self.stappen[-1].datum.vroegst if self.stappen else None


class Telling(NamedTuple):
    """A number of points: per status, and how they stand in time."""

    naam: str
    per_status: dict[Puntstatus, int]
    per_tijd: dict[Tijd, int]

    @property
    def totaal(self) -> int:
        """Return how many points there are, those that lapsed too."""
        return sum(self.per_status.values())

    @property
    def noemer(self) -> int:
        """Return of how many points a percentage is taken: those that did not lapse."""
        return self.totaal - self.per_status["vervallen"]


class Verloop(NamedTuple):
    """What else happened up to the day: measures and safety, and what was sent."""

    onderzoek: str
    stappen: tuple[Stap, ...]
    verzendingen: tuple[Verzending, ...]


class Opvolgingsstand(NamedTuple):
    """What ``toezicht opvolging`` shows; the counts are of all ``punten``, ``getoond`` is what is listed."""

    peildatum: date
    inzagen: tuple[Inzage, ...]
    punten: tuple[Puntstand, ...]
    getoond: tuple[Puntstand, ...]
    verloop: tuple[Verloop, ...]
    met_stappen: bool = False

    @property
    def alle(self) -> Telling:
        """Return the count of all points."""
        return count("Alle punten", self.punten)

    @property
    def per_thema(self) -> tuple[Telling, ...]:
        """Return the count per thema, in the order of the kader."""
        return _count_by(self.punten, lambda punt: punt.thema)

    @property
    def per_soort(self) -> tuple[Telling, ...]:
        """Return the count per soort."""
        found = _count_by(self.punten, lambda punt: punt.punt.soort)
        order: tuple[str, ...] = get_args(Puntsoort)
        return tuple(sorted(found, key=lambda telling: order.index(telling.naam)))

    @property
    def is_leesbaar(self) -> bool:
        """Whether every file could be read."""
        return not any(inzage.onleesbaar for inzage in self.inzagen)


def list_puntstanden(dossier: Dossier, peildatum: date) -> tuple[Puntstand, ...]:
    """Return where each point of ``dossier`` stands at the end of ``peildatum``, per thema of the kader."""
    kader = dossier.find_kader()
    themas = (
        [(f"{thema.id} {thema.titel}", norm.id) for thema in kader.themas for norm in thema.normen]
        if (kader)
        else []
    )
    thema_of = {norm: naam for naam, norm in themas}
    order = {naam: index for index, naam in enumerate(dict.fromkeys(naam for naam, _ in themas))}
    found = [
        _stand(dossier.naam, punt.value, thema_of.get(punt.value.norm, ZONDER_THEMA), peildatum)
        for punt in dossier.verbeterpunten
    ]
    return tuple(sorted(found, key=lambda punt: order.get(punt.thema, len(order))))


def list_verloop(dossier: Dossier, peildatum: date) -> Verloop:
    """Return the measures, the agreements about safety and what was sent, up to ``peildatum``."""
    return Verloop(
        dossier.naam,
        tuple(stap for stap in dossier.handhaving.stappen if stap.datum.vroegst <= peildatum),
        tuple(item for item in dossier.verzonden.verzendingen if item.datum.vroegst <= peildatum),
    )


def count(naam: str, punten: Iterable[Puntstand]) -> Telling:
    """Return how many of ``punten`` have each status, and how they stand in time."""
    punten = tuple(punten)
    statussen = Counter(punt.status for punt in punten)
    tijden = Counter(punt.tijd for punt in punten)
    tijdsoorten: tuple[Tijd, ...] = get_args(Tijd)
    return Telling(
        naam,
        {status: statussen[status] for status in STATUSSEN},
        {tijd: tijden[tijd] for tijd in tijdsoorten},
    )


def share(deel: int, geheel: int) -> str:
    """Return ``4 van de 9 (44 %)``; rounding never makes 0 % or 100 % of what is not."""
    procent = percentage(deel, geheel)
    return f"{deel} van de {geheel}" + (f" ({procent} %)" if procent is not None else "")


def percentage(deel: int, geheel: int) -> int | None:
    """Return the whole percentage, half up; between 1 and 99 unless none or all; None of nothing."""
    if not geheel:
        return None
    if deel in (0, geheel):
        return 100 * deel // geheel
    return min(max((200 * deel + geheel) // (2 * geheel), 1), 99)


def _count_by(punten: tuple[Puntstand, ...], key: Callable[[Puntstand], str]) -> tuple[Telling, ...]:
    groups: dict[str, list[Puntstand]] = {}
    for punt in punten:
        groups.setdefault(key(punt), []).append(punt)
    return tuple(count(naam, group) for naam, group in groups.items())


def _stand(onderzoek: str, punt: Verbeterpunt, thema: str, peildatum: date) -> Puntstand:
    status = stand_op(punt, peildatum)
    tijd = _tijd(punt, status, peildatum)
    late = (peildatum - punt.uiterlijk.vroegst).days if isinstance(punt.uiterlijk, Datum) else 0
    stappen = tuple(stap for stap in punt.opvolging if stap.datum.vroegst <= peildatum)
    return Puntstand(onderzoek, punt, thema, status, tijd, late if tijd == "te-laat" else 0, stappen)


def _tijd(punt: Verbeterpunt, status: Puntstatus, peildatum: date) -> Tijd:
    if status in AFGEROND:
        return "afgerond"
    if punt.uiterlijk is None:
        return "geen-datum"
    if not isinstance(punt.uiterlijk, Datum):
        return "zo-spoedig-mogelijk"
    return "te-laat" if punt.uiterlijk.vroegst < peildatum else "loopt"


def geborgd(telling: Telling) -> str:
    """Return how many points are established to be in order, of those that did not lapse."""
    return share(telling.per_status[VASTGESTELD], telling.noemer)
