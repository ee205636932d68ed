from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.cijfers import (
    calculate_percentages,
    compare_som,
    find_waarde,
    find_waarden,
    find_zonder_bron,
    format_getal,
    is_optelling,
)
from toezicht_cli.models.cijfer import Aandeel, Cijfer, Cijfers, Optelling

PARTS = st.lists(st.integers(0, 10**9 - 1), min_size=2, max_size=12)


def _cijfers(waarden: dict[str, str], eenheid: str | None = None, **rest: object) -> Cijfers:
    cijfers = {naam: {"waarde": waarde, "eenheid": eenheid} for naam, waarde in waarden.items()}
    return Cijfers.model_validate({"cijfers": cijfers, **rest})


def _optelling(delen: int) -> Optelling:
    return Optelling(som="som", delen=tuple(f"d{index}" for index in range(delen)))


def _stated(som: object, delen: list[object], eenheid: str | None = None) -> bool:
    cijfers = _cijfers({"som": str(som)} | {f"d{i}": str(deel) for i, deel in enumerate(delen)}, eenheid)
    outcome = compare_som(cijfers, _optelling(len(delen)))
    assert outcome is not None
    return outcome.sluit


@given(PARTS)
def test_every_partition_closes(delen: list[int]) -> None:
    assert _stated(sum(delen), list(delen))


@given(PARTS, st.data())
def test_every_change_of_one_part_is_found(delen: list[int], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(delen) - 1))
    change = data.draw(st.integers(1, 10**9))
    changed: list[object] = [*delen]
    changed[index] = delen[index] + change
    assert not _stated(sum(delen), changed)


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=2, max_size=12), st.integers(0, 1))
def test_rounding_the_parts_of_a_sum_is_never_a_fault(delen: list[Decimal], places: int) -> None:
    step = Decimal(1).scaleb(-places)
    rounded: list[object] = [deel.quantize(step, ROUND_HALF_UP) for deel in delen]
    som = sum(delen, Decimal(0)).quantize(step, ROUND_HALF_UP)
    assert _stated(som, rounded, "procent")


def test_a_sum_is_decimal_and_not_binary() -> None:
    assert _stated("0.3", ["0.1", "0.2"])
    assert not _stated("0.5", ["0.1", "0.2"])


@pytest.mark.parametrize("waarde", ["onbekend", "niet-vermeld"])
def test_what_is_unknown_takes_part_in_no_sum(waarde: str) -> None:
    cijfers = _cijfers({"som": "3", "d0": "3", "d1": waarde})
    assert find_waarde(cijfers, "d1") is None
    assert find_waarden(cijfers, ("som", "d1")) is None
    assert compare_som(cijfers, _optelling(2)) is None


def test_a_name_that_does_not_exist_has_no_value() -> None:
    cijfers = _cijfers({"som": "3"})
    assert find_waarde(cijfers, "weg") is None
    assert find_waarde(cijfers, None) is None


@pytest.mark.parametrize("delen", [(), ("a",), ("a", "a"), ("a", "som")])
def test_a_sum_of_one_or_with_a_name_twice_is_no_sum(delen: tuple[str, ...]) -> None:
    optelling = Optelling(som="som", delen=delen)
    assert not is_optelling(optelling)
    assert compare_som(_cijfers({"som": "1", "a": "1"}), optelling) is None


def test_the_stated_percentage_of_an_aandeel_is_a_percentage_in_a_sum_too() -> None:
    waarden = {"geheel": "3", "deel": "1", "som": "100", "d0": "33", "d1": "33", "d2": "33"}
    aandelen = [{"deel": "deel", "geheel": "geheel", "percentage": "d0"}]
    plain = compare_som(_cijfers(waarden), _optelling(3))
    stated = compare_som(_cijfers(waarden, aandelen=aandelen), _optelling(3))
    assert plain is not None
    assert stated is not None
    assert (plain.sluit, stated.sluit) == (False, True)
    assert stated.marge == Decimal("2.0")
    assert plain.marge == 0


@given(st.integers(0, 10**12), st.integers(1, 10**12), st.integers(0, 6), st.booleans())
def test_a_percentage_that_was_rounded_is_accepted(deel: int, geheel: int, places: int, up: bool) -> None:
    exact = Fraction(deel * 100, geheel)
    step = Decimal(1).scaleb(-places)
    accepted = calculate_percentages(Decimal(deel), Decimal(geheel), step)
    assert _round(exact, places, up=up) in accepted
    assert accepted == {_round(exact, places, up=True), _round(exact, places, up=False)}


def _round(exact: Fraction, places: int, *, up: bool) -> Decimal:
    scaled = exact * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest
    if twice > scaled.denominator or (twice == scaled.denominator and (up or whole % 2)):
        whole += 1
    return Decimal(whole).scaleb(-places)


@pytest.mark.parametrize(
    ("deel", "geheel", "like", "expected"),
    [
        ("44", "251", "17.5", {"17.5"}),
        ("22", "25", "88", {"88"}),
        ("1", "8", "12", {"12", "13"}),
        ("3", "8", "37", {"38"}),
        ("1", "3", "33.33", {"33.33"}),
        ("0", "7", "0", {"0"}),
    ],
)
def test_percentages(deel: str, geheel: str, like: str, expected: set[str]) -> None:
    found = calculate_percentages(Decimal(deel), Decimal(geheel), Decimal(like))
    assert found == {Decimal(text) for text in expected}


@pytest.mark.parametrize(
    ("text", "expected"), [("18", "18"), ("17.5", "17,5"), ("17.50", "17,50"), ("-3", "-3"), ("1000", "1000")]
)
def test_a_figure_is_written_the_dutch_way(text: str, expected: str) -> None:
    assert format_getal(Decimal(text)) == expected


def test_a_total_follows_from_parts_that_have_a_bron() -> None:
    met = {"waarde": "1", "bronnen": ["B01"]}
    cijfers = Cijfers(
        cijfers={
            "top": Cijfer.model_validate({"waarde": "4"}),
            "som": Cijfer.model_validate({"waarde": "2"}),
            "a": Cijfer.model_validate(met),
            "b": Cijfer.model_validate(met),
            "los": Cijfer.model_validate({"waarde": "2"}),
            "procent": Cijfer.model_validate({"waarde": "50"}),
            "weg": Cijfer.model_validate({"waarde": "onbekend"}),
        },
        optellingen=(Optelling(som="top", delen=("som", "a")), Optelling(som="som", delen=("a", "b"))),
        aandelen=(Aandeel(deel="a", geheel="som", percentage="procent"),),
    )
    assert find_zonder_bron(cijfers) == ("los",)
    assert find_zonder_bron(cijfers.model_copy(update={"optellingen": ()})) == (
        "top",
        "som",
        "los",
        "procent",
    )
