from datetime import date

import pytest

from toezicht_cli.analysis.punten import (
    conceptmoment,
    group_punten,
    is_afgerond,
    is_bron_later,
    lijst_place,
    name_punten,
    rapportmoment,
    stand,
)
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.bron import Bron
from toezicht_cli.models.datum import parse_datum
from toezicht_cli.models.dossier import Located
from toezicht_cli.models.onderzoek import Momenten
from toezicht_cli.models.verbeterpunt import Verbeterpunt


def _punt(punt_id: str = "V01", *stappen: str) -> Verbeterpunt:
    opvolging = [{"datum": "2026-05-11", "status": status} for status in stappen]
    return Verbeterpunt.model_validate(
        {
            "id": punt_id,
            "norm": "1.2",
            "soort": "verbeterpunt",
            "tekst": "Maak een verslag.",
            "opvolging": opvolging,
        }
    )


def _located(number: int) -> Located[Verbeterpunt]:
    place = Place("verbeterpunten.yaml", ("verbeterpunten", number - 1))
    return Located(_punt(f"V{number:02d}"), place)


def test_the_last_step_is_the_stand() -> None:
    assert stand(_punt()) == "open"
    assert stand(_punt("V01", "vervallen", "open")) == "open"
    assert is_afgerond(_punt("V01", "open", "geborgd-vastgesteld"))
    assert is_afgerond(_punt("V01", "vervallen"))
    assert not is_afgerond(_punt("V01", "gereed-volgens-aanbieder"))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "punt V01"),
        (2, "punten V01 en V02"),
        (6, "punten V01, V02, V03, V04, V05 en V06"),
        (7, "punten V01, V02, V03, V04, V05 en 2 andere"),
    ],
)
def test_points_are_named_or_counted(number: int, expected: str) -> None:
    punten = [_located(index) for index in range(1, number + 1)]
    assert name_punten(punten) == expected
    assert lijst_place(punten) == Place("verbeterpunten.yaml", ("verbeterpunten",), key=True)


def test_points_are_grouped_in_order_and_some_are_left_out() -> None:
    punten = [_located(number) for number in (1, 2, 3)]
    groups = group_punten(punten, lambda punt: None if punt.id == "V02" else punt.norm)
    assert groups == {"1.2": [punten[0], punten[2]]}


def test_the_report_counts_from_vaststellen_else_from_the_concept() -> None:
    momenten = Momenten.model_validate({"concept_verzonden_op": "2026-04", "vastgesteld_op": "2026-05-18"})
    beide = rapportmoment(momenten)
    assert beide is not None
    assert beide[0].tekst == "2026-05-18"
    concept = rapportmoment(momenten.model_copy(update={"vastgesteld_op": "niet-vermeld"}))
    assert concept == conceptmoment(momenten)
    assert concept is not None
    assert concept[0].vroegst == date(2026, 4, 1)
    assert rapportmoment(None) is None
    assert conceptmoment(Momenten(concept_verzonden_op="niet-vermeld")) is None


@pytest.mark.parametrize(
    ("velden", "later"),
    [
        ({}, False),
        ({"ontvangen_op": "niet-vermeld"}, False),
        ({"ontvangen_op": "2026-05-11"}, False),
        ({"ontvangen_op": "2026-05"}, False),
        ({"ontvangen_op": "2026-05-12"}, True),
        ({"ontvangen_op": "2026-06", "documentdatum": "2026-01"}, True),
        ({"ontvangen_op": "2026-05-01", "documentdatum": "2026-06"}, False),
        ({"documentdatum": "2026-06"}, True),
        ({"data": ["2026-05-11", "2026-06-01"]}, False),
        ({"datum": "2026-06-02", "data": ["2026-06-01"]}, True),
        ({"ontvangen_op": "2026-04/2026-07"}, False),
    ],
)
def test_a_bron_is_later_only_when_that_is_certain(velden: dict[str, object], later: bool) -> None:
    bron = Bron.model_validate({"id": "B01", "soort": "overig", **velden})
    assert is_bron_later(bron, parse_datum("2026-05-11")) is later
