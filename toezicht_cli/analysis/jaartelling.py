"""Jaartelling: one count of a year with its parts, whichever the source, and whether it closes.

Counts stand beside percentages. What is not known is said and never 0. A percentage of a source is shown as
the source has it; ours are rounded half up to one decimal, each by itself: they are never forced to 100.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from toezicht_cli.models.jaarcijfers import Jaarcijfers, Jaaropgave

ONBEKEND = "onbekend"
REST = "niet-verantwoord"
_TIENDE = Decimal("0.1")
_HEEL = Decimal(100)


class Deel(NamedTuple):
    """A part: ``aantal`` is None when nobody knows, ``vermeld`` is the percentage that a source states."""

    id: str
    wat: str
    aantal: int | None = None
    vermeld: Decimal | None = None


class Jaartelling(NamedTuple):
    """A count with its parts; ``telt_op`` says that the parts together are the whole.

    ``elders`` are other statements of the same thing in the source: what, and where. ``ontbreekt`` names
    what could not be read and may belong in it: then the counts are too low.
    """

    id: str
    hoofdstuk: str
    wat: str
    eenheid: str
    totaal: int | None
    delen: tuple[Deel, ...] = ()
    telt_op: bool = True
    plaats: str | None = None
    toelichting: str | None = None
    elders: tuple[tuple[str, str], ...] = ()
    ontbreekt: tuple[str, ...] = ()

    @property
    def totaal_in_woorden(self) -> str:
        """Return the whole in words; ``ten minste`` when something is missing, ``onbekend`` when unknown."""
        if self.totaal is None:
            return ONBEKEND
        return f"ten minste {self.totaal}" if self.ontbreekt else str(self.totaal)


class Afwijking(NamedTuple):
    """Something in a count that does not close, in a Dutch sentence."""

    telling: str
    wat: str
    zin: str


def count(
    telling: tuple[str, str, str, str],
    values: Iterable[str | None],
    labels: Mapping[str, str] | None = None,
    *,
    totaal: int | None = None,
) -> Jaartelling:
    """Return how often each value occurs; what has none is counted as onbekend.

    Args:
        telling: id, hoofdstuk, what is counted, and the plural of one of it.
        values: one for each thing that is counted; with ``totaal`` a thing may give several values.
        labels: what the values are called, in the order in which they stand; those come even when they are 0.
        totaal: how many things there are, when that is not how many values: then the parts need not add up.
    """
    found = [value or ONBEKEND for value in values]
    named = dict(labels or {})
    order = [*named, *sorted({value for value in found if value not in named and value != ONBEKEND})]
    if ONBEKEND in found and ONBEKEND not in named:
        order.append(ONBEKEND)
    delen = tuple(Deel(value, named.get(value) or in_words(value), found.count(value)) for value in order)
    naam, hoofdstuk, wat, eenheid = telling
    return Jaartelling(
        naam, hoofdstuk, wat, eenheid, len(found) if totaal is None else totaal, delen, totaal is None
    )


def as_written(values: Iterable[str | None]) -> dict[str, str]:
    """Return free words as their own labels: they are shown as somebody wrote them."""
    return {value: value for value in sorted({value for value in values if value})}


def in_words(value: str) -> str:
    """Return a word of the files as people write it: ``andere-gemeente`` becomes ``andere gemeente``."""
    return value.replace("client", "cliënt").replace("-", " ")


def share(deel: Deel, telling: Jaartelling) -> Decimal | None:
    """Return the percentage of a part: of the counts when they are known, else the one that is stated."""
    if deel.aantal is not None and telling.totaal:
        return (Decimal(deel.aantal) / telling.totaal * _HEEL).quantize(_TIENDE, ROUND_HALF_UP)
    return deel.vermeld


def with_rest(telling: Jaartelling) -> tuple[Deel, ...]:
    """Return the parts, and behind them what is not accounted for when the whole is larger."""
    rest = _rest(telling)
    if rest is None or (rest.aantal or 0) < 0 or (rest.vermeld or 0) < 0:
        return telling.delen
    return (*telling.delen, rest)


def find_afwijkingen(telling: Jaartelling) -> Iterator[Afwijking]:
    """Yield what does not close, and what the source states twice with another outcome."""
    for zin in (*_walk_sum(telling), *_walk_shares(telling), *_walk_elders(telling)):
        yield Afwijking(telling.id, telling.wat, zin)


def read_opgaven(jaarcijfers: Jaarcijfers) -> tuple[Jaartelling, ...]:
    """Return the counts of a year without a register."""
    return tuple(_of_opgave(opgave) for opgave in jaarcijfers.opgaven)


def in_procent(value: Decimal | None) -> str:
    """Return a percentage as it is written in Dutch: ``17,5 %``."""
    if value is None:
        return ""
    text = format(value.normalize(), "f")
    return f"{text.replace('.', ',')} %"


def _of_opgave(opgave: Jaaropgave) -> Jaartelling:
    delen = tuple(
        Deel(deel.id, deel.wat, _whole(deel.aantal), _decimal(deel.procent)) for deel in opgave.delen
    )
    return Jaartelling(
        *(opgave.id, opgave.hoofdstuk, opgave.wat, opgave.eenheid, _whole(opgave.totaal), delen),
        telt_op=opgave.telt_op,
        plaats=opgave.plaats,
        toelichting=opgave.toelichting,
        elders=tuple((item.waarde, item.plaats) for item in opgave.andere_opgaven),
    )


def _whole(value: int | str | None) -> int | None:
    return value if isinstance(value, int) else None


def _decimal(value: Decimal | str | None) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


def _rest(telling: Jaartelling) -> Deel | None:
    """Return the difference between the whole and its parts; None when there is none, or nobody knows."""
    if not telling.telt_op or not telling.delen:
        return None
    counts = [deel.aantal for deel in telling.delen]
    if telling.totaal is not None and all(item is not None for item in counts):
        rest = telling.totaal - sum(item for item in counts if item is not None)
        return Deel(REST, "niet verantwoord", rest) if rest else None
    stated = [deel.vermeld for deel in telling.delen]
    if all(item is not None for item in stated):
        procent = _HEEL - sum((item for item in stated if item is not None), Decimal(0))
        return Deel(REST, "niet verantwoord", None, procent) if procent else None
    return None


def _walk_sum(telling: Jaartelling) -> Iterator[str]:
    rest = _rest(telling)
    if rest is None:
        return
    if rest.aantal is not None:
        samen = (telling.totaal or 0) - rest.aantal
        verschil = f"{rest.aantal} niet verantwoord" if rest.aantal > 0 else f"{-rest.aantal} te veel"
        yield f"de delen zijn samen {samen} van {telling.totaal} {telling.eenheid}: {verschil}"
    elif rest.vermeld is not None:
        samen_procent = in_procent(_HEEL - rest.vermeld)
        verschil = "niet verantwoord" if rest.vermeld > 0 else "te veel"
        yield f"de delen zijn samen {samen_procent}: {in_procent(abs(rest.vermeld))} is {verschil}"


def _walk_shares(telling: Jaartelling) -> Iterator[str]:
    """Yield percentages that a source states and that do not follow from its counts, at its own precision."""
    for deel in telling.delen:
        if deel.vermeld is None or deel.aantal is None or not telling.totaal:
            continue
        exact = Decimal(deel.aantal) / telling.totaal * _HEEL
        precision = Decimal(1).scaleb(min(0, int(deel.vermeld.as_tuple().exponent)))
        if exact.quantize(precision, ROUND_HALF_UP) != deel.vermeld:
            ours = in_procent(exact.quantize(_TIENDE, ROUND_HALF_UP))
            yield f"{deel.wat}: de bron noemt {in_procent(deel.vermeld)}, uit de aantallen volgt {ours}"


def _walk_elders(telling: Jaartelling) -> Iterator[str]:
    for waarde, plaats in telling.elders:
        hier = f"{telling.totaal} {telling.eenheid}" if telling.totaal is not None else ONBEKEND
        waar = f" ({telling.plaats})" if telling.plaats else ""
        yield f"op twee manieren geteld: {hier}{waar}, en {waarde} ({plaats})"


def find_telling(naam: str, tellingen: Sequence[Jaartelling]) -> Jaartelling | None:
    """Return the count with this id, or None."""
    return next((telling for telling in tellingen if telling.id == naam), None)
