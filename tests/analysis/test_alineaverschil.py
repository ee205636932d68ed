"""Two rows of paragraphs: every difference is told, and none that is not there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.alineaverschil import Blok, find_verschillen

ROWS = st.lists(st.sampled_from("abcdefghij"), max_size=30)


def apply(oud: list[str], nieuw: list[str]) -> list[str]:
    """Return the old row with each difference carried out."""
    found = list(oud)
    for blok in reversed(list(find_verschillen(oud, nieuw))):
        found[blok.begin : blok.einde] = nieuw[blok.begin_nu : blok.einde_nu]
    return found


@given(ROWS, ROWS)
def test_the_differences_make_the_new_row_of_the_old_one(oud: list[str], nieuw: list[str]) -> None:
    assert apply(oud, nieuw) == nieuw


@given(ROWS)
def test_equal_rows_have_no_difference(row: list[str]) -> None:
    assert list(find_verschillen(row, row)) == []


@given(ROWS, st.integers(0, 30))
def test_one_new_paragraph_is_one_difference(row: list[str], place: int) -> None:
    at = min(place, len(row))
    assert sum(1 for _ in find_verschillen(row, [*row[:at], "nieuw", *row[at:]])) == 1


def test_a_changed_paragraph_among_others_that_repeat_is_found_in_its_place() -> None:
    oud = ["kop", "a", "kop", "b", "kop", "c"]
    nieuw = ["kop", "a", "kop", "B", "kop", "c"]
    assert list(find_verschillen(oud, nieuw)) == [Blok(3, 4, 3, 4)]


@pytest.mark.parametrize("nieuw", [["kop"] * 50_000, [str(index % 7) for index in range(50_000)]])
def test_a_row_that_repeats_one_word_is_told_as_a_whole(nieuw: list[str]) -> None:
    oud = ["kop" if index % 6 == 0 else f"alinea {index}" for index in range(2_000)]
    assert apply(oud, nieuw) == nieuw
