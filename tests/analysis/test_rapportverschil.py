"""Differences between a report and what it should say: every one, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.rapportverschil import Verschil, find_verschillen, show_around
from toezicht_cli.models.rapporttekst import Rapportregel

LINES = st.lists(st.sampled_from(["een", "twee", "drie", "vier"]), max_size=8)


def lines(*texts: str) -> list[Rapportregel]:
    return [Rapportregel(text, f"alinea {number}") for number, text in enumerate(texts, 1)]


def test_a_changed_a_missing_and_an_extra_line_are_told_apart() -> None:
    staat = lines("kop", "zes normen", "erbij", "slot")
    hoort = lines("kop", "zeven normen", "slot", "ontbreekt")
    assert list(find_verschillen(staat, hoort)) == [
        Verschil(staat[1], "zes normen", "zeven normen"),
        Verschil(staat[2], "erbij", ""),
        Verschil(staat[3], "", "ontbreekt"),
    ]


def test_white_space_and_the_fingerprint_make_no_difference() -> None:
    staat = lines("een\n  regel", "toezicht-gegevens:" + "a" * 64)
    assert list(find_verschillen(staat, lines("een regel", "toezicht-gegevens:" + "b" * 64))) == []


def test_an_empty_report_lacks_everything() -> None:
    assert list(find_verschillen([], lines("een"))) == [Verschil(None, "", "een")]


@given(LINES, LINES)
def test_there_are_differences_exactly_when_the_texts_differ(staat: list[str], hoort: list[str]) -> None:
    found = list(find_verschillen(lines(*staat), lines(*hoort)))
    assert bool(found) is (staat != hoort)
    assert all(item.staat != item.hoort for item in found)


def test_a_difference_far_in_a_text_is_shown_with_the_words_before_it() -> None:
    staat = "Van de 21 normen zijn er 18 getoetst en de aanbieder voldoet aan zes normen"
    hoort = staat.replace("zes", "zeven")
    assert show_around(staat, hoort) == (
        "… de aanbieder voldoet aan zes normen",
        "… de aanbieder voldoet aan zeven normen",
    )
    assert show_around("a", "b") == ("a", "b")
