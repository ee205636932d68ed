"""Dutch number words, against an independent library."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from toezicht_cli.analysis.woorden import MAX_IN_WORDS, join_words, number_word, parse_number, plural


@pytest.mark.parametrize("hundred", range(0, MAX_IN_WORDS + 1, 100))
def test_number_words_equal_those_of_num2words(hundred: int) -> None:
    for number in range(hundred, hundred + 100):
        # num2words accents the last "een"; without stress it is written without accents.
        assert number_word(number) == num2words(number, lang="nl").replace("één", "een")


@given(st.integers(min_value=0, max_value=MAX_IN_WORDS))
def test_a_number_word_reads_back(number: int) -> None:
    assert parse_number(number_word(number)) == number
    assert parse_number(number_word(number).capitalize()) == number
    assert parse_number(str(number)) == number


@pytest.mark.parametrize(("number", "text"), [(-1, "-1"), (1000, "1000"), (123456, "123456")])
def test_numbers_outside_the_words_stay_digits(number: int, text: str) -> None:
    assert number_word(number) == text


@pytest.mark.parametrize("word", ["", "norm", "1.5", "½", "١", "-1", "1234567890", "eenheid"])
def test_what_is_no_number_is_none(word: str) -> None:
    assert parse_number(word) is None


@pytest.mark.parametrize(("word", "number"), [("één", 1), ("Eén", 1), ("een", 1), ("geen", 0)])
def test_words_for_one_and_none(word: str, number: int) -> None:
    assert parse_number(word) == number


def test_lists_and_plurals() -> None:
    assert join_words([]) == ""
    assert join_words(["a"]) == "a"
    assert join_words(["a", "b", "c"]) == "a, b en c"
    assert join_words(["a", "b"], "of") == "a of b"
    assert (plural(1, "fout", "fouten"), plural(0, "fout", "fouten")) == ("1 fout", "0 fouten")
