"""What became of a norm between two editions of a kader, in one step and in two."""

import pytest

from toezicht_cli.analysis.overgang import (
    Editie,
    Normgang,
    is_vergelijkbaar,
    make_keten,
    map_categorie,
    map_norm,
)
from toezicht_cli.models.overgang import Kaderovergang

ROWS = list[tuple[str, str | None, str | None]]
EERST: ROWS = [
    ("zelfde", "1.1", "1.1"),
    ("zelfde", "1.2", "1.3"),
    ("gewijzigd", "1.3", "1.2"),
    ("vervallen", "2.1", None),
    ("nieuw", None, "2.2"),
]
DAARNA: ROWS = [
    ("zelfde", "1.1", "1.1"),
    ("zelfde", "1.3", "1.4"),
    ("zelfde", "1.2", "1.2"),
    ("vervallen", "2.2", None),
]


def _overgang(van: str, naar: str, rows: ROWS, categorieen: dict[str, str] | None = None) -> Kaderovergang:
    normen = [
        {key: value for key, value in zip(("soort", "van", "naar"), row, strict=True) if value}
        for row in rows
    ]
    return Kaderovergang.model_validate(
        {"formaat": "1", "van": van, "naar": naar, "normen": normen, "categorieen": categorieen or {}}
    )


OVERGANGEN = (
    _overgang("k@3", "k@4", DAARNA),
    _overgang("k@2", "k@3", EERST, {"goed": "voldoet"}),
)
OUD, NIEUW = Editie("k@2", ("goed", "fout")), Editie("k@4", ("voldoet", "fout"))


@pytest.mark.parametrize(
    ("norm", "gang"),
    [
        ("1.1", Normgang("zelfde", "1.1")),
        ("1.2", Normgang("zelfde", "1.4")),
        ("1.3", Normgang("gewijzigd", "1.2")),
        ("2.1", Normgang("vervallen", None)),
        ("9.9", Normgang("onbekend", None)),
    ],
)
def test_a_norm_is_followed_over_two_steps(norm: str, gang: Normgang) -> None:
    assert map_norm(make_keten(OVERGANGEN, "k@2", "k@4"), norm) == gang


def test_a_keten_runs_from_old_to_new_and_only_where_it_leads() -> None:
    keten = make_keten(OVERGANGEN, "k@2", "k@4")
    assert [(item.van, item.naar) for item in keten] == [("k@2", "k@3"), ("k@3", "k@4")]
    assert make_keten(OVERGANGEN, "k@4", "k@2") == ()
    assert make_keten(OVERGANGEN, "x@1", "k@4") == ()
    assert make_keten((_overgang("k@1", "k@1", EERST),), "x@1", "k@1") == ()


def test_a_categorie_gets_its_new_name() -> None:
    keten = make_keten(OVERGANGEN, "k@2", "k@4")
    assert [map_categorie(keten, name) for name in ("goed", "fout")] == ["voldoet", "fout"]


@pytest.mark.parametrize(
    ("norm", "is_same"),
    [("1.1", True), ("1.4", True), ("1.2", False), ("1.3", False), ("2.2", False)],
)
def test_only_what_stayed_the_same_at_every_step_can_be_compared(norm: str, *, is_same: bool) -> None:
    assert is_vergelijkbaar(OVERGANGEN, OUD, NIEUW, norm) is is_same


@pytest.mark.parametrize(
    "categorieen", [("voldoet",), ("voldoet", "fout", "deels"), ("voldoet", "deels"), ("goed", "fout")]
)
def test_another_schaal_cannot_be_compared(categorieen: tuple[str, ...]) -> None:
    assert not is_vergelijkbaar(OVERGANGEN, OUD, Editie("k@4", categorieen), "1.1")


def test_an_edition_can_be_compared_with_itself_and_not_without_a_mapping() -> None:
    assert is_vergelijkbaar((), OUD, OUD, "1.1")
    assert not is_vergelijkbaar((), OUD, Editie("k@4", OUD.categorieen), "1.1")
    assert not is_vergelijkbaar(OVERGANGEN, NIEUW, OUD, "1.1")
