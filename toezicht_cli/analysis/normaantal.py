"""Normaantal: a number of normen as a text writes it: ``zes van de achttien getoetste normen``."""

from collections.abc import Sequence
from typing import NamedTuple

from toezicht_cli.analysis.woorden import parse_number
from toezicht_cli.analysis.zinnen import MEERVOUD

ENKELVOUD = frozenset(MEERVOUD)
NORMWOORDEN = ENKELVOUD | frozenset(MEERVOUD.values())
_GETOETSTE = frozenset({"getoetste", "onderzochte", "beoordeelde"})
_VAN_DE = frozenset({("van", "de"), ("van", "deze"), ("van", "alle")})


class Aantal(NamedTuple):
    """How many normen, out of which total; ``aantal`` is None when the text says all of them."""

    aantal: int | None
    totaal: int | None = None


def read_aantal(words: Sequence[str], start: int) -> tuple[Aantal, int] | None:
    """Return the number of normen that begins at ``start`` and where it ends, None when there is none.

    ``zes`` alone is a number too; "een" is an article and "geen" and "alle" need the word normen.
    """
    first = words[start] if start < len(words) else ""
    if first == "geen":
        return _read_geen(words, start)
    if first == "alle":
        return _read_alle(words, start)
    number = None if first == "een" else parse_number(first)
    if number is None:
        return None
    totaal, end = read_totaal(words, start + 1)
    return Aantal(number, totaal), skip_normen(words, end)


def read_totaal(words: Sequence[str], start: int) -> tuple[int | None, int]:
    """Return the 18 of ``van de 18`` at ``start`` and where that ends; None where no number stands."""
    if tuple(words[start : start + 2]) not in _VAN_DE:
        return None, start
    number = parse_number(words[start + 2]) if start + 2 < len(words) else None
    return number, start + 2 + (number is not None)


def skip_normen(words: Sequence[str], start: int) -> int:
    """Return where ``getoetste normen`` ends, ``start`` when it does not stand there."""
    end = start + (start < len(words) and words[start] in _GETOETSTE)
    return end + 1 if end < len(words) and words[end] in NORMWOORDEN else start


def _read_geen(words: Sequence[str], start: int) -> tuple[Aantal, int] | None:
    """Read ``geen enkele norm``, ``geen norm`` and ``geen van de 18 normen``."""
    totaal, end = read_totaal(words, start + 1)
    if end == start + 1 and end < len(words) and words[end] == "enkele":
        end += 1
    after = skip_normen(words, end)
    return (Aantal(0, totaal), after) if after > end else None


def _read_alle(words: Sequence[str], start: int) -> tuple[Aantal, int] | None:
    """Read ``alle normen`` and ``alle 18 getoetste normen``."""
    totaal = parse_number(words[start + 1]) if start + 1 < len(words) else None
    end = start + 1 + (totaal is not None)
    after = skip_normen(words, end)
    return (Aantal(None, totaal), after) if after > end else None
