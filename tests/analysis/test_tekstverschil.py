"""Two texts say the same when only their line ends differ, and words are compared whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.tekstverschil import Stuk, compare_words, is_same_tekst, unwrap

WORDS = st.lists(
    st.sampled_from(["voldoet", "niet", "de", "norm,", "[@B01]", "7", "{cijfer:x}"]), max_size=25
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Een zin die\nverder gaat.", "Een zin die verder gaat.\n"),
        ("Een  zin.", "Een zin."),
        ("- een punt\n  dat doorgaat\n- twee", "- een punt dat doorgaat\n- twee"),
        ("> een\n> citaat", "> een\n> citaat\n"),
    ],
)
def test_another_wrapping_says_the_same(one: str, other: str) -> None:
    assert is_same_tekst(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Een alinea.\n\nNog een.", "Een alinea.\nNog een."),
        ("- een\n- twee", "- een - twee"),
        ("1. een\n2. twee", "1. een 2. twee"),
        ("Een zin  \nop twee regels.", "Een zin op twee regels."),
        ("| a | b |\n| - | - |", "| a | b | | - | - |"),
        ("```\na\nb\n```", "```\na b\n```"),
        ("    code\n    meer", "    code meer"),
        ("Kop\n===", "Kop ==="),
        ("voldoet", "voldoet niet"),
        ("voldoet", "Voldoet"),
    ],
)
def test_what_a_reader_sees_differently_differs(one: str, other: str) -> None:
    assert not is_same_tekst(one, other)


def test_a_denial_is_shown_as_a_whole_word() -> None:
    assert compare_words("Dit voldoet.", "Dit voldoet niet.") == (
        Stuk("gelijk", "Dit voldoet"),
        Stuk("nieuw", " niet"),
        Stuk("gelijk", "."),
    )


def test_a_number_and_a_date_are_one_word() -> None:
    pieces = compare_words("op 3-4-2025 waren er 17,5 uur", "op 3-5-2025 waren er 17,6 uur")
    assert [stuk.tekst for stuk in pieces if stuk.soort == "weg"] == ["3-4-2025", "17,5"]


def test_neighbouring_changes_are_one_phrase() -> None:
    pieces = compare_words("een oude korte zin", "een nieuwe lange zin")
    assert [(stuk.soort, stuk.tekst) for stuk in pieces[1:3]] == [
        ("weg", "oude korte"),
        ("nieuw", "nieuwe lange"),
    ]


@given(WORDS, WORDS)
def test_the_pieces_hold_both_texts(before: list[str], after: list[str]) -> None:
    oud, nieuw = " ".join(before), " ".join(after)
    pieces = compare_words(oud, nieuw)
    assert "".join(stuk.tekst for stuk in pieces if stuk.soort != "nieuw") == oud
    assert "".join(stuk.tekst for stuk in pieces if stuk.soort != "weg") == nieuw


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(oud: str, nieuw: str) -> None:
    pieces = compare_words(oud, nieuw)
    assert "".join(stuk.tekst for stuk in pieces if stuk.soort != "nieuw") == oud
    assert "".join(stuk.tekst for stuk in pieces if stuk.soort != "weg") == nieuw


def test_a_very_long_text_is_compared_by_sentence() -> None:
    oud = "Een zin van zes korte woorden. " * 2_000
    nieuw = oud.replace("zes", "vijf", 1)
    changed = [stuk.tekst for stuk in compare_words(oud, nieuw) if stuk.soort == "nieuw"]
    assert [text.strip() for text in changed] == ["Een zin van vijf korte woorden."]


@given(st.text(alphabet="ab \n-|`>1.#\\\t", max_size=80))
def test_unwrapping_keeps_every_word_in_order(tekst: str) -> None:
    assert unwrap(tekst).split() == tekst.split()


def test_sentences_are_joined_and_lists_are_not() -> None:
    assert unwrap("Een zin die\n  doorgaat.\n\n- een\n- twee\n  regels\n") == (
        "Een zin die doorgaat.\n\n- een\n- twee regels"
    )
