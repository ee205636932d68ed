"""Datum: what a source says about time, no more and no less precise."""

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.models.datum import Datum, iso_from_dutch, parse_datum

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2025-01-23", date(2025, 1, 23), date(2025, 1, 23), "23 januari 2025"),
        ("2024-10", date(2024, 10, 1), date(2024, 10, 31), "oktober 2024"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "februari 2024"),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "2025"),
        ("2024-07/2025-06", date(2024, 7, 1), date(2025, 6, 30), "juli 2024 t/m juni 2025"),
        ("2023/2025-05", date(2023, 1, 1), date(2025, 5, 31), "2023 t/m mei 2025"),
        ("2019-09/..", date(2019, 9, 1), None, "vanaf september 2019"),
    ],
)
def test_every_form_has_its_days_and_its_words(text: str, first: date, last: date | None, words: str) -> None:
    datum = parse_datum(text)
    assert (datum.vroegst, datum.laatst, datum.leesbaar, str(datum)) == (first, last, words, text)


@pytest.mark.parametrize(
    "text",
    [
        *("2025-02-30", "2025-13", "2025-00", "0000", "25-01-23", "2025-1-2", "2025/2024", "2025-06/2025-05"),
        *(
            "../2025",
            "2025/",
            "/2025",
            "..",
            "",
            " 2025",
            "2025 ",
            "2025-01-23T10:00",
            "٢٠٢٥",
            "2025-01-01/…",
        ),
    ],
)
def test_what_is_no_date_is_refused_in_dutch(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(schrijf een datum|deze dag bestaat niet|de periode)"):
        parse_datum(text)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("23-1-2025", "2025-01-23"),
        ("24-06-2025", "2025-06-24"),
        ("1/2/2025", "2025-02-01"),
        ("1.2.2025", "2025-02-01"),
        ("3 maart 2025", "2025-03-03"),
        ("Oktober 2024", "2024-10"),
        ("31-2-2025", None),
        ("32-1-2025", None),
        ("maandag 3 maart 2025", None),
        ("3 march 2025", None),
        ("2025-01-23", None),
        ("1-2-25", None),
    ],
)
def test_a_dutch_date_gets_its_iso_form(text: str, iso: str | None) -> None:
    assert iso_from_dutch(text) == iso


@given(days)
def test_a_day_round_trips_through_dutch(day: date) -> None:
    assert iso_from_dutch(f"{day.day}-{day.month}-{day.year}") == day.isoformat()
    datum = parse_datum(day.isoformat())
    assert datum.is_dag
    assert iso_from_dutch(datum.leesbaar) == day.isoformat()


@given(days, st.integers(min_value=0, max_value=800), days, st.integers(min_value=0, max_value=800))
def test_later_means_certainly_later(first: date, length: int, other: date, other_length: int) -> None:
    one = Datum("", first, first + timedelta(length))
    two = Datum("", other, other + timedelta(other_length))
    assert one.is_later_than(two) is all(
        one_day > two_day
        for one_day in (one.vroegst, one.laatst)
        for two_day in (two.vroegst, two.laatst)
        if one_day and two_day
    )
    assert not (one.is_later_than(two) and two.is_later_than(one))
    assert not one.is_later_than(two) or one.runs_past(two)


def test_nothing_is_later_than_a_period_without_end() -> None:
    endless = parse_datum("2019-09/..")
    assert not parse_datum("2099").is_later_than(endless)
    assert endless.runs_past(parse_datum("2020"))
    assert not parse_datum("2020").runs_past(endless)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_plain_refusal(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_datum(text).tekst == text
    iso = iso_from_dutch(text)
    assert iso is None or parse_datum(iso)
