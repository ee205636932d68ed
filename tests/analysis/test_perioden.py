import pytest

from toezicht_cli.analysis.perioden import begin, einde, ends_after, is_outside, known, starts_before
from toezicht_cli.models.datum import parse_datum


def test_the_ends_of_an_interval() -> None:
    assert begin(parse_datum("2024-07/2025-06")) == parse_datum("2024-07")
    assert einde(parse_datum("2024-07/2025-06")) == parse_datum("2025-06")
    assert begin(parse_datum("2025")) == einde(parse_datum("2025")) == parse_datum("2025")
    assert begin(parse_datum("2024-07/..")) == parse_datum("2024-07")
    assert einde(parse_datum("2024-07/..")) is None


def test_what_the_source_does_not_state_is_not_known() -> None:
    assert known("niet-vermeld") is None
    assert known(None) is None
    assert known(parse_datum("2025")) == parse_datum("2025")


@pytest.mark.parametrize(
    ("datum", "before", "after", "outside"),
    [
        ("2025-02-10", False, False, False),
        ("2025-04-30", False, False, False),
        ("2025-05-01", False, True, True),
        ("2024-12-31", True, False, True),
        ("2025", False, False, False),
        ("2024", True, False, True),
        ("2024-07/2025-06", True, True, False),
        ("2024/2025", True, False, False),
        ("2025-02/..", False, True, False),
    ],
)
def test_only_what_is_certain_lies_outside(datum: str, before: bool, after: bool, outside: bool) -> None:
    periode = parse_datum("2025-01/2025-04")
    value = parse_datum(datum)
    found = (starts_before(value, periode), ends_after(value, periode), is_outside(value, periode))
    assert found == (before, after, outside)


def test_nothing_ends_after_a_period_that_is_open() -> None:
    assert not ends_after(parse_datum("2030"), parse_datum("2025/.."))
    assert is_outside(parse_datum("2024"), parse_datum("2025/.."))
