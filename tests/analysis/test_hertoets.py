"""A hertoets puts then beside now, and never mixes what was tested now with what was tested earlier."""

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.proefdossier import ZINNEN, make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.hertoets import find_tegenspraak, make_hertoets
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import Normoordeel

STEPS = tuple(ZINNEN)  # the most favourable first
KADER = make_kader({"1": ["1.1", "1.2", "1.10"], "2": ["2.1"]})


def _hertoets(*normen: dict[str, object]) -> Dossier:
    items = [Normoordeel.model_validate(fields) for fields in normen]
    return make_dossier(KADER, items, make_onderzoek(hertoets_van="proef-2025"))


def _toen(oordeel: str | None, kader: str = "proef@1") -> dict[str, str]:
    return {"onderzoek": "proef-2025", "kader": kader} | ({"oordeel": oordeel} if oordeel else {})


def test_each_norm_says_what_became_of_it() -> None:
    found = make_hertoets(
        _hertoets(
            {"norm": "2.1", "eerder": _toen("voldoet-niet")},
            {"norm": "1.10", "oordeel": "voldoet", "eerder": _toen("voldoet")},
            {"norm": "1.2", "oordeel": "voldoet-niet", "eerder": _toen("voldoet")},
            {"norm": "1.1", "oordeel": "voldoet", "eerder": _toen("voldoet-niet")},
        )
    )
    assert [(item.sleutel, item.uitkomst) for item in found.regels] == [
        ("1.1", "beter"),
        ("1.2", "slechter"),
        ("1.10", "gelijk"),
        ("2.1", "open"),
    ]
    assert found.eerder == ()


def test_what_was_tested_earlier_stands_apart() -> None:
    found = make_hertoets(
        _hertoets(
            {"norm": "1.1", "oordeel": "voldoet", "eerder": _toen("voldoet-niet")},
            {"norm": "1.2", "status": "eerder-getoetst", "reden": "Toen.", "eerder": _toen("voldoet")},
        )
    )
    assert [item.sleutel for item in found.regels] == ["1.1"]
    assert [(item.sleutel, item.stand.id if item.stand else None) for item in found.eerder] == [
        ("1.2", "voldoet")
    ]


def test_what_cannot_be_put_in_an_order_is_not_called_better_or_worse() -> None:
    found = make_hertoets(
        _hertoets(
            {"norm": "1.1", "oordeel": "voldoet", "eerder": _toen("voldoet-niet", "ander@1")},
            {"norm": "1.2", "oordeel": "voldoet", "eerder": _toen(None)},
            {"norm": "1.10", "oordeel": "voldoet", "eerder": _toen("matig")},
            {"norm": "2.1", "status": "niet-getoetst", "reden": "Nee.", "eerder": _toen("voldoet")},
        )
    )
    assert {item.uitkomst for item in found.regels} == {"anders"}


def test_an_earlier_onderzoek_that_says_something_else_is_told() -> None:
    documents = make_dossier(KADER, [make_oordeel("1.1", "voldoet")]).documents
    toen = Dossier("proef-2025", documents)
    nu = _hertoets(
        {"norm": "1.1", "eerder": _toen("voldoet-niet")},
        {"norm": "1.2", "eerder": _toen("voldoet")},
    )
    assert len(find_tegenspraak(nu, toen)) == 2
    good = _hertoets({"norm": "1.1", "eerder": _toen("voldoet")})
    assert find_tegenspraak(good, toen) == ()


@given(st.sampled_from(STEPS), st.sampled_from(STEPS))
def test_better_one_way_is_worse_the_other_way(toen: str, nu: str) -> None:
    def outcome(first: str, then: str) -> str:
        dossier = _hertoets({"norm": "1.1", "oordeel": then, "eerder": _toen(first)})
        return make_hertoets(dossier).regels[0].uitkomst

    mirror = {"beter": "slechter", "slechter": "beter", "gelijk": "gelijk"}
    assert outcome(nu, toen) == mirror[outcome(toen, nu)]
    assert (outcome(toen, nu) == "gelijk") is (toen == nu)
