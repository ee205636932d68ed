"""No field of any model can change without a difference, and equal content gives none."""

import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from toezicht_cli.analysis.veldverschil import (
    IDENTITEIT,
    Schrede,
    Veldverschil,
    compare_elements,
    is_same,
    name_item,
)
from toezicht_cli.loading.dossier import BESTANDEN, load_dossier
from toezicht_cli.models.base import Element
from toezicht_cli.models.bron import Bron, Bronnenlijst
from toezicht_cli.models.datum import parse_datum
from toezicht_cli.models.normoordeel import Bevinding, Normoordeel
from toezicht_cli.resources import data_folder
from toezicht_cli.services.plek import kadermap_for

CASES = sorted(path.parent for path in data_folder("voorbeelden").rglob("onderzoek.yaml"))


def _elements() -> Iterator[tuple[str, Element]]:
    for case in CASES:
        dossier = load_dossier(case, kadermap_for(case)).dossier
        seen: set[type[Element]] = set()
        for located in dossier.walk(Element):
            if type(located.value) not in seen and not located.place.file.startswith("kader "):
                seen.add(type(located.value))
                yield f"{case.name}-{type(located.value).__name__}", located.value


ELEMENTS = dict(_elements())


def _model_classes(kind: type[Element]) -> Iterator[type[Element]]:
    for info in kind.model_fields.values():
        for found in _mentioned(info.annotation):
            yield found
            yield from _model_classes(found)


def _mentioned(annotation: object) -> Iterator[type[Element]]:
    if isinstance(annotation, type) and issubclass(annotation, Element):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _mentioned(part)


ROOTS: tuple[type[Element], ...] = (*BESTANDEN.values(), Normoordeel)
LISTED: set[type[Element]] = {
    found
    for root in ROOTS
    for kind in (root, *_model_classes(root))
    for info in kind.model_fields.values()
    if "tuple" in str(info.annotation)
    for found in _mentioned(info.annotation)
}


KINDS: list[type[Element]] = sorted(LISTED, key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.__name__ for kind in KINDS])
def test_an_item_of_a_list_goes_by_something(kind: type[Element]) -> None:
    names = IDENTITEIT.get(kind, ("id",))
    assert set(names) <= set(kind.model_fields)


@pytest.mark.parametrize("name", ELEMENTS)
def test_an_element_equals_itself(name: str) -> None:
    element = ELEMENTS[name]
    assert list(compare_elements(element, element.model_copy(deep=True))) == []


@pytest.mark.parametrize("name", ELEMENTS)
def test_every_field_that_changes_is_found(name: str) -> None:
    element = ELEMENTS[name]
    for veld in type(element).model_fields:
        value = getattr(element, veld)
        for other in _others(value):
            changed = element.model_copy(update={veld: other})
            there = list(compare_elements(element, changed))
            back = list(compare_elements(changed, element))
            assert {found.pad[0].veld for found in there} == {veld}
            assert {found.pad[0].veld for found in back} == {veld}


def _others(value: object) -> Iterator[object]:
    """Yield values that say something else; their type need not be one that the model takes."""
    if isinstance(value, tuple):
        yield from [()] if value else [("iets",)]
        if len(value) > 1:
            yield value[1:]
            yield value[:-1]
            if value[0] != value[-1]:
                yield value[::-1]
    elif isinstance(value, dict):
        yield dict(list(value.items())[1:]) if value else {"x": "iets"}
    elif value is None:
        yield "iets"
    else:
        yield None


def test_items_are_matched_by_id_and_never_by_position() -> None:
    a, b, c = (Bron.model_validate({"id": f"B0{number}", "soort": "overig"}) for number in (1, 2, 3))
    assert list(compare_elements(Bronnenlijst(bronnen=(a, b)), Bronnenlijst(bronnen=(c, a, b)))) == [
        Veldverschil("nieuw", (Schrede("bronnen", "B03"),), None, c)
    ]


def test_another_order_is_a_difference_of_its_own() -> None:
    a, b = (Bron.model_validate({"id": f"B0{number}", "soort": "overig"}) for number in (1, 2))
    found = list(compare_elements(Bronnenlijst(bronnen=(a, b)), Bronnenlijst(bronnen=(b, a))))
    assert found == [Veldverschil("volgorde", (Schrede("bronnen"),), ("B01", "B02"), ("B02", "B01"))]


def test_two_items_with_one_id_are_both_compared() -> None:
    a = Bron.model_validate({"id": "B01", "soort": "overig"})
    b = Bron.model_validate({"id": "B01", "soort": "melding"})
    found = list(compare_elements(Bronnenlijst(bronnen=(a, a)), Bronnenlijst(bronnen=(a, b))))
    assert [(item.soort, item.pad) for item in found] == [
        ("gewijzigd", (Schrede("bronnen", "B01 (2)"), Schrede("soort")))
    ]


def test_a_text_that_is_wrapped_anew_is_the_same() -> None:
    one = Bevinding.model_validate({"id": "a", "tekst": "Een zin die\nverder gaat.\n"})
    other = Bevinding.model_validate({"id": "a", "tekst": "Een zin die verder gaat."})
    assert is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Decimal("17.50"), Decimal("17.5"), True),
        (Decimal(17), "17", False),
        (parse_datum("2025-03"), parse_datum("2025-03-01"), False),
        ("", None, False),
        (True, None, False),
        (("a",), ("a", "a"), False),
    ],
)
def test_one_value_is_one_value(one: object, other: object, *, same: bool) -> None:
    assert is_same(one, other) is same


def test_the_cases_hold_most_of_what_can_be_listed() -> None:
    """Else the test of every field would prove little."""
    assert len({type(element) for element in ELEMENTS.values()}) > 20
    assert Path(CASES[0]).is_dir()
    assert name_item(Bron.model_validate({"id": "B01", "soort": "overig"})) == "B01"
