from collections.abc import Sequence

import pytest

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.normen import (
    Ontbrekend,
    find_onbehandelde_criteria,
    find_ontbrekende_normen,
    is_van_toepassing,
)
from toezicht_cli.models.kader import Norm


def make_norm(**velden: object) -> Norm:
    return Norm.model_validate({"id": "1.1", "titel": "Norm", "omschrijving": "Een norm.", **velden})


@pytest.mark.parametrize(
    ("geldt_voor", "voorzieningen", "outcome"),
    [
        ((), ("begeleiding",), True),
        (("beschermd wonen",), ("begeleiding",), False),
        (("beschermd wonen",), ("Beschermd  wonen.",), True),
        (("begeleiding",), ("ambulante begeleiding",), True),
        (("ambulante begeleiding",), ("begeleiding",), True),
        (("beschermd wonen", "dagbesteding"), ("begeleiding", "dagbesteding"), True),
        (("bw",), ("bw",), True),
        (("bw",), ("bw en begeleiding",), False),
        (("beschermd wonen",), (), False),
    ],
)
def test_voorzieningen_are_compared_loosely(
    geldt_voor: Sequence[str], voorzieningen: Sequence[str], outcome: bool
) -> None:
    assert is_van_toepassing(make_norm(van_toepassing_op=tuple(geldt_voor)), voorzieningen) is outcome


@pytest.mark.parametrize(
    ("named", "missing"),
    [
        ([], ("a", "b")),
        (["a"], ("b",)),
        (["a", "b"], ()),
        (["a", "b1"], ("b2",)),
        (["a", "b2a"], ("b1",)),
        (["b2"], ("a", "b1")),
        (["a", "b1", "b2"], ()),
        (["x"], ("a", "b")),
    ],
)
def test_a_criterium_is_dealt_with_itself_or_through_its_whole_or_parts(
    named: list[str], missing: tuple[str, ...]
) -> None:
    criteria = (
        {"id": "a", "tekst": "A"},
        {
            "id": "b",
            "tekst": "B",
            "criteria": (
                {"id": "b1", "tekst": "B1"},
                {"id": "b2", "tekst": "B2", "criteria": ({"id": "b2a", "tekst": "B2a"},)},
            ),
        },
    )
    assert find_onbehandelde_criteria(make_norm(criteria=criteria), named) == missing


def test_missing_normen_are_found_per_vestiging() -> None:
    kader = make_kader({"1": ["1.1", "1.2", "1.3"]}, per="locatie")
    normoordelen = [
        make_oordeel("1.1", "voldoet", locatie="L1"),
        make_oordeel("1.2", "voldoet", locatie="L9"),
    ]
    dossier = make_dossier(kader, normoordelen, make_onderzoek(["L1", "L2"]))
    assert find_ontbrekende_normen(dossier) == (Ontbrekend("L1", ("1.3",)), Ontbrekend("L2", ("1.1", "1.3")))


def test_nothing_is_missing_when_every_norm_has_a_file() -> None:
    kader = make_kader({"1": ["1.1"]})
    assert find_ontbrekende_normen(make_dossier(kader, [make_oordeel("1.1")])) == ()
