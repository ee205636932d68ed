"""Jaartelling: whatever is counted closes, and what a source leaves open is named with its size."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.jaartelling import (
    ONBEKEND,
    REST,
    Deel,
    Jaartelling,
    count,
    find_afwijkingen,
    in_procent,
    share,
    with_rest,
)

WORDS = st.sampled_from(["calamiteit", "geweld", "anders", ONBEKEND, None])
COUNTS = st.lists(st.integers(0, 400), min_size=1, max_size=8)


def telling(totaal: int | None, *delen: Deel, telt_op: bool = True) -> Jaartelling:
    return Jaartelling("proef", "meldingen", "Proef", "meldingen", totaal, delen, telt_op)


def with_counts(totaal: int, counts: list[int]) -> Jaartelling:
    return telling(totaal, *(Deel(f"d{index}", "deel", number) for index, number in enumerate(counts)))


@given(st.lists(WORDS, max_size=60))
def test_what_is_counted_closes_and_nothing_unknown_is_left_out(values: list[str | None]) -> None:
    found = count(("x", "meldingen", "x", "meldingen"), values, {"calamiteit": "calamiteit"})
    assert sum(deel.aantal or 0 for deel in found.delen) == found.totaal == len(values)
    unknown = sum(value in (None, ONBEKEND) for value in values)
    assert sum(deel.aantal or 0 for deel in found.delen if deel.id == ONBEKEND) == unknown
    assert list(find_afwijkingen(found)) == []


@given(COUNTS, st.integers(0, 4000))
def test_parts_and_what_is_not_accounted_for_are_the_whole(counts: list[int], totaal: int) -> None:
    proef = with_counts(totaal, counts)
    shown = with_rest(proef)
    if sum(counts) <= totaal:
        assert sum(deel.aantal or 0 for deel in shown) == totaal
    else:
        assert shown == proef.delen
    assert len(list(find_afwijkingen(proef))) == (sum(counts) != totaal)


@given(COUNTS)
def test_percentages_are_each_rounded_and_never_forced_to_a_hundred(counts: list[int]) -> None:
    proef = with_counts(sum(counts), counts)
    for deel in proef.delen:
        ours = share(deel, proef)
        if not proef.totaal:
            assert ours is None
        else:
            assert ours is not None
            assert abs(ours - Decimal(deel.aantal or 0) * 100 / proef.totaal) <= Decimal("0.05")


@given(st.lists(st.integers(0, 60), min_size=1, max_size=6))
def test_stated_percentages_that_are_no_hundred_are_named_with_the_difference(stated: list[int]) -> None:
    delen = (Deel(f"d{index}", "deel", None, Decimal(item)) for index, item in enumerate(stated))
    proef = telling(None, *delen)
    zinnen = [item.zin for item in find_afwijkingen(proef)]
    open_deel = 100 - sum(stated)
    assert len(zinnen) == (open_deel != 0)
    rest = [deel for deel in with_rest(proef) if deel.id == REST]
    assert [deel.vermeld for deel in rest] == ([Decimal(open_deel)] if open_deel > 0 else [])
    assert all(deel.aantal is None for deel in rest)


def test_a_percentage_of_the_source_that_does_not_follow_from_its_counts_is_named() -> None:
    good = telling(251, Deel("a", "a", 44, Decimal("17.5")), telt_op=False)
    wrong = telling(251, Deel("a", "a", 44, Decimal("18.5")), telt_op=False)
    assert list(find_afwijkingen(good)) == []
    [found] = find_afwijkingen(wrong)
    assert "18,5 %" in found.zin
    assert "17,5 %" in found.zin


@pytest.mark.parametrize(
    ("value", "shown"),
    [("17.5", "17,5 %"), ("88.0", "88 %"), ("100", "100 %"), ("0.0", "0 %"), ("12.50", "12,5 %")],
)
def test_a_percentage_is_written_in_dutch(value: str, shown: str) -> None:
    assert in_procent(Decimal(value)) == shown
