"""What stands a second time is found at every later place, never at the first."""

from toezicht_cli.analysis.dubbelen import find_doubles
from toezicht_cli.diagnostics import Place

PLACES = [Place("f", (index,)) for index in range(5)]


def test_every_later_place_is_a_double() -> None:
    assert list(find_doubles(zip("abaca", PLACES, strict=True))) == [PLACES[2], PLACES[4]]


def test_nothing_twice_gives_nothing() -> None:
    assert list(find_doubles(zip("abcde", PLACES, strict=True))) == []
    assert list(find_doubles([])) == []
