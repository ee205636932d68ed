"""Recognising a finding on another day: what keeps its fingerprint, and what a change brings in."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.herkenning import identify_meldingen, select_nieuwe
from toezicht_cli.diagnostics import Diagnostic, Location, Severity

locations = st.builds(
    Location, st.sampled_from(["a.yaml", "b.yaml"]), st.integers(1, 99), st.integers(1, 99), st.integers(0, 9)
)
messages = st.sampled_from(
    ["bron I50 ontbreekt", "bron I51 ontbreekt", "18 van de 21", "19 van de 21", "klopt"]
)
meldingen = st.builds(
    Diagnostic,
    locations,
    st.sampled_from(["BRN002", "OOR001"]),
    st.sampled_from(Severity),
    messages,
    st.none(),
    st.sampled_from(["", "bevindingen[a]", "bevindingen[b]"]),
)
checks = st.lists(meldingen, max_size=12)


def melding(message: str, anker: str = "x", line: int = 1, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic(Location("a.yaml", line), "OOR001", severity, message, None, anker)


@given(checks)
def test_fingerprints_are_all_different_and_look_alike(found: list[Diagnostic]) -> None:
    kenmerken = identify_meldingen(found)
    assert len(kenmerken) == len(found) == len(set(kenmerken))
    assert all(len(kenmerk) == 64 and set(kenmerk) <= set("0123456789abcdef") for kenmerk in kenmerken)


@given(checks, st.integers(0, 1000), st.integers(0, 50))
def test_moving_all_lines_keeps_every_fingerprint(found: list[Diagnostic], lines: int, columns: int) -> None:
    def move(one: Diagnostic) -> Diagnostic:
        location = one.location
        return one._replace(
            location=location._replace(line=location.line + lines, column=location.column + columns)
        )

    assert identify_meldingen([move(one) for one in found]) == identify_meldingen(found)


@given(checks, st.randoms(use_true_random=False))
def test_the_order_in_which_findings_come_makes_no_difference(
    found: list[Diagnostic], shuffler: random.Random
) -> None:
    shuffled = found[:]
    shuffler.shuffle(shuffled)
    before = Counter(zip(found, identify_meldingen(found), strict=True))
    assert Counter(zip(shuffled, identify_meldingen(shuffled), strict=True)) == before


@given(checks, checks)
def test_findings_elsewhere_change_no_fingerprint(found: list[Diagnostic], more: list[Diagnostic]) -> None:
    elsewhere = [one._replace(anker=f"{one.anker}[elders]") for one in more]
    assert identify_meldingen([*found, *elsewhere])[: len(found)] == identify_meldingen(found)


@pytest.mark.parametrize(
    "other",
    [
        melding("bron I50 staat niet in de lijst"),
        melding("I50 (op regel 12) ontbreekt"),
        melding("bron I50 ontbreekt", severity=Severity.INFO),
        melding("bron I50 ontbreekt", line=40),
        melding("bron I50 ontbreekt")._replace(help="bedoelde je I05?"),
    ],
)
def test_it_is_the_same_finding_in_other_words_on_another_line_or_of_another_weight(
    other: Diagnostic,
) -> None:
    assert identify_meldingen([other]) == identify_meldingen([melding("bron I50 ontbreekt")])


@pytest.mark.parametrize(
    "other",
    [
        melding("bron I51 ontbreekt"),
        melding("bron I50 ontbreekt", anker="y"),
        melding("bron I50 ontbreekt")._replace(rule_id="OOR002"),
        melding("bron I50 ontbreekt")._replace(location=Location("b.yaml")),
    ],
)
def test_another_name_place_code_or_file_is_another_finding(other: Diagnostic) -> None:
    assert identify_meldingen([other]) != identify_meldingen([melding("bron I50 ontbreekt")])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("18 van de 21 normen", "19 van de 22 normen"),
        ("16 bronnen niet genoemd: B01, B05 en B08", "15 bronnen niet genoemd: B01 en B05"),
        ("criteria b, f en g bij norm 1.2", "criteria b en f bij norm 1.2"),
    ],
)
def test_a_sum_that_changes_is_the_same_finding(before: str, after: str) -> None:
    assert identify_meldingen([melding(before)]) == identify_meldingen([melding(after)])
    assert select_nieuwe([melding(after)], [melding(before)]) == ()


@given(checks)
def test_nothing_is_new_without_a_change(found: list[Diagnostic]) -> None:
    assert select_nieuwe(found, found) == ()
    assert select_nieuwe(found, []) == tuple(found)
    assert select_nieuwe([], found) == ()


@given(checks, checks)
def test_what_is_added_is_new_as_often_as_it_is_added(
    before: list[Diagnostic], more: list[Diagnostic]
) -> None:
    fouten = [one._replace(severity=Severity.ERROR) for one in before]
    new = select_nieuwe([*fouten, *more], fouten)
    assert len(new) == len(more)
    assert not Counter(new) - Counter([*fouten, *more])


@given(checks, checks)
def test_all_that_is_new_stands_in_the_check_in_its_order(
    before: list[Diagnostic], after: list[Diagnostic]
) -> None:
    new = select_nieuwe(after, before)
    rest = iter(after)
    assert all(any(one is other for other in rest) for one in new)
    assert len(new) >= len(after) - len(before)


def test_of_findings_at_one_place_the_new_one_is_named() -> None:
    before = [melding("norm 1.4 heeft geen oordeel")]
    after = [melding("norm 1.3 heeft geen oordeel"), melding("norm 1.4 heeft geen oordeel")]
    assert select_nieuwe(after, before) == (after[0],)


def test_one_mended_and_another_made_is_one_new() -> None:
    before = [melding("norm 1.4 heeft geen oordeel")]
    after = [melding("norm 1.3 heeft geen oordeel")]
    assert select_nieuwe(after, before) == tuple(after)


def test_equal_words_are_paired_before_the_others() -> None:
    before = [melding("twee wit"), melding("twee rood")]
    after = [melding("twee rood"), melding("twee blauw"), melding("twee wit")]
    assert select_nieuwe(after, before) == (after[1],)


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        (Severity.WARNING, Severity.ERROR, 1),
        (Severity.INFO, Severity.WARNING, 1),
        (Severity.ERROR, Severity.WARNING, 0),
        (Severity.WARNING, Severity.WARNING, 0),
    ],
)
def test_what_weighs_more_than_before_is_new(before: Severity, after: Severity, new: int) -> None:
    found = select_nieuwe([melding("klopt", severity=after)], [melding("klopt", severity=before)])
    assert len(found) == new


@pytest.mark.parametrize("file", ["a\x1fb", "a'b", 'a"b', "\ud800.yaml", ""])
def test_any_name_of_a_file_has_a_fingerprint(file: str) -> None:
    odd = melding("klopt")._replace(location=Location(file))
    assert identify_meldingen([odd]) != identify_meldingen([melding("klopt")])
