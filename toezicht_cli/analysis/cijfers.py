"""Cijfers: whether sums, parts and percentages are right, in decimals and never in floats."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from toezicht_cli.diagnostics import Place
from toezicht_cli.models.cijfer import Aandeel, Cijfers, Gelijkheid, Optelling
from toezicht_cli.models.dossier import Dossier

_HALF = Decimal("0.5")
_PRECISION = 60  # enough for every quotient of two figures of 18 digits to be told from a half
_PROCENT = frozenset({"procent", "%", "percentage", "pct"})


class Som(NamedTuple):
    """A sum as it is stated and as it comes out; ``marge`` is what rounding can explain."""

    gesteld: Decimal
    delen: tuple[Decimal, ...]
    marge: Decimal

    @property
    def uitkomst(self) -> Decimal:
        """Return what the parts add up to."""
        return sum(self.delen, Decimal(0))

    @property
    def sluit(self) -> bool:
        """Whether the parts add up to the stated total, but for rounding."""
        return abs(self.gesteld - self.uitkomst) <= self.marge


def find_waarde(cijfers: Cijfers, naam: str | None) -> Decimal | None:
    """Return the value of a figure; None when it is unknown, not stated or not in the list."""
    cijfer = cijfers.cijfers.get(naam) if naam else None
    return cijfer.waarde if cijfer and isinstance(cijfer.waarde, Decimal) else None


def find_waarden(cijfers: Cijfers, namen: Sequence[str]) -> tuple[Decimal, ...] | None:
    """Return the values of all ``namen``, or None when one of them has no value."""
    waarden = tuple(waarde for naam in namen if (waarde := find_waarde(cijfers, naam)) is not None)
    return waarden if len(waarden) == len(namen) else None


def compare_som(cijfers: Cijfers, optelling: Optelling) -> Som | None:
    """Return the sum of an optelling, or None when a value is missing or it is no real sum."""
    waarden = find_waarden(cijfers, (optelling.som, *optelling.delen))
    if waarden is None or not is_optelling(optelling):
        return None
    is_procent = any(_is_procent(cijfers, naam) for naam in (optelling.som, *optelling.delen))
    marge = sum((_rounding(waarde, is_procent=is_procent) for waarde in waarden), Decimal(0))
    return Som(waarden[0], waarden[1:], marge)


def is_optelling(optelling: Optelling) -> bool:
    """Whether this is a sum of two or more different figures into another one."""
    namen = (optelling.som, *optelling.delen)
    return len(optelling.delen) > 1 and len(set(namen)) == len(namen)


def calculate_percentages(deel: Decimal, geheel: Decimal, like: Decimal) -> frozenset[Decimal]:
    """Return ``deel`` as a percentage of ``geheel``, in as many decimals as ``like`` has.

    A half is rounded up by some and to even by others: both outcomes are in the result.
    """
    with localcontext() as context:
        context.prec = _PRECISION
        exact = deel * 100 / geheel
        step = _step(like)
        return frozenset(exact.quantize(step, mode) for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN))


def format_getal(waarde: Decimal) -> str:
    """Return a figure as a Dutch reader writes it: ``17,5``."""
    return format(waarde, "f").replace(".", ",")


def walk_cijfernamen(dossier: Dossier) -> Iterator[tuple[str, Place]]:
    """Yield every name that an optelling, aandeel or gelijkheid gives, with its place."""
    for optelling in dossier.walk(Optelling):
        yield optelling.value.som, optelling.place.at("som")
        for index, naam in enumerate(optelling.value.delen):
            yield naam, optelling.place.at("delen", index)
    for aandeel in dossier.walk(Aandeel):
        yield aandeel.value.deel, aandeel.place.at("deel")
        yield aandeel.value.geheel, aandeel.place.at("geheel")
        if aandeel.value.percentage:
            yield aandeel.value.percentage, aandeel.place.at("percentage")
    for gelijkheid in dossier.walk(Gelijkheid):
        for index, naam in enumerate(gelijkheid.value.cijfers):
            yield naam, gelijkheid.place.at("cijfers", index)


def find_zonder_bron(cijfers: Cijfers) -> tuple[str, ...]:
    """Return the names of the known figures that name no bron and do not follow from figures that do."""
    gedekt = {naam for naam, cijfer in cijfers.cijfers.items() if cijfer.bronnen}
    steunen = [(item.som, set(item.delen)) for item in cijfers.optellingen if is_optelling(item)]
    steunen += [(item.percentage, {item.deel, item.geheel}) for item in cijfers.aandelen if item.percentage]
    while nieuw := {naam for naam, delen in steunen if delen <= gedekt and naam not in gedekt}:
        gedekt |= nieuw
    return tuple(
        naam for naam in cijfers.cijfers if naam not in gedekt and find_waarde(cijfers, naam) is not None
    )


def _is_procent(cijfers: Cijfers, naam: str) -> bool:
    eenheid = cijfers.cijfers[naam].eenheid
    stated = eenheid is not None and eenheid.strip().casefold() in _PROCENT
    return stated or any(aandeel.percentage == naam for aandeel in cijfers.aandelen)


def _step(waarde: Decimal) -> Decimal:
    """Return one unit in the last decimal place of ``waarde``."""
    return Decimal(1).scaleb(min(int(waarde.as_tuple().exponent), 0))


def _rounding(waarde: Decimal, *, is_procent: bool) -> Decimal:
    """Return how far rounding may have moved ``waarde``: a whole number that counts things is exact."""
    step = _step(waarde)
    return step * _HALF if is_procent or step < 1 else Decimal(0)
