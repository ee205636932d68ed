from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.telling import (
    Telling,
    TellingError,
    ZonderOordeel,
    tally,
    tally_locaties,
    tally_themas,
)
from toezicht_cli.models.normoordeel import Normoordeel, Status

KADER = make_kader({"1": ["1.1", "1.9", "1.10"], "2": ["2.1", "2.2"]})
STATUSSEN: tuple[Status, ...] = get_args(Status)


def lists(telling: Telling) -> list[tuple[Any, ...]]:
    return [
        telling.niet_getoetst,
        telling.niet_van_toepassing,
        telling.eerder_getoetst,
        telling.meegewogen,
        telling.buiten_reikwijdte,
        telling.nog_open,
    ]


def by_categorie(telling: Telling) -> dict[str, tuple[str, ...]]:
    return {item.categorie.id: item.normen for item in telling.categorieen}


def test_it_counts_oordelen_in_the_order_of_the_kader_and_keeps_reasons() -> None:
    normoordelen = [
        make_oordeel("2.1", "voldoet-niet"),
        make_oordeel("1.10", "voldoet"),
        make_oordeel("1.9", "voldoet"),
        make_oordeel("2.2", status="niet-getoetst", reden="Geen tijd."),
        make_oordeel("1.1"),
    ]
    telling = tally(make_dossier(KADER, normoordelen))
    assert (telling.in_kader, telling.getoetst) == (5, 3)
    assert by_categorie(telling) == {
        "voldoet": ("1.9", "1.10"),
        "voldoet-grotendeels": (),
        "voldoet-niet": ("2.1",),
    }
    assert telling.niet_getoetst == (ZonderOordeel("2.2", "Geen tijd."),)
    assert telling.nog_open == ("1.1",)
    assert telling.vestigingen == 0


def test_a_norm_without_a_file_is_open() -> None:
    assert tally(make_dossier(KADER, [])).nog_open == ("1.1", "1.9", "1.10", "2.1", "2.2")


@pytest.mark.parametrize("status", STATUSSEN)
def test_every_status_has_its_own_list(status: Status) -> None:
    telling = tally(make_dossier(KADER, [make_oordeel("1.1", status=status)]))
    assert getattr(telling, status.replace("-", "_")) == (ZonderOordeel("1.1", None),)
    assert telling.getoetst == 0


def test_themas_are_counted_apart() -> None:
    themas = tally_themas(make_dossier(KADER, [make_oordeel("2.2", "voldoet")]))
    assert [(thema.id, telling.in_kader, telling.getoetst) for thema, telling in themas] == [
        ("1", 3, 0),
        ("2", 2, 1),
    ]


def test_with_a_kader_per_locatie_every_norm_counts_once_per_vestiging() -> None:
    kader = make_kader({"1": ["1.1", "1.2"], "2": ["2.1"]}, per="locatie")
    normoordelen = [
        make_oordeel("1.1", "voldoet", locatie="L2"),
        make_oordeel("1.1", "voldoet", locatie="L1"),
        make_oordeel("1.2", "voldoet-niet", locatie="L1"),
    ]
    dossier = make_dossier(kader, normoordelen, make_onderzoek(["L1", "L2"]))
    telling = tally(dossier)
    assert (telling.in_kader, telling.getoetst, telling.vestigingen) == (6, 3, 2)
    assert by_categorie(telling)["voldoet"] == ("1.1@L1", "1.1@L2")
    assert telling.nog_open == ("1.2@L2", "2.1@L1", "2.1@L2")
    noord, zuid = tally_locaties(dossier)
    assert noord.vestiging.id == "L1"
    assert by_categorie(noord.telling) == {
        "voldoet": ("1.1",),
        "voldoet-grotendeels": (),
        "voldoet-niet": ("1.2",),
    }
    assert zuid.telling.nog_open == ("1.2", "2.1")
    assert [(thema.id, item.getoetst) for thema, item in noord.themas] == [("1", 2), ("2", 0)]
    assert [(thema.id, item.in_kader) for thema, item in tally_themas(dossier)] == [("1", 4), ("2", 2)]


def test_a_kader_per_aanbieder_has_no_locaties() -> None:
    dossier = make_dossier(KADER, [], make_onderzoek(["L1"]))
    assert tally_locaties(dossier) == ()
    assert tally(dossier).in_kader == 5


@pytest.mark.parametrize(
    ("normoordelen", "words"),
    [
        ([make_oordeel("9.9", "voldoet")], "norm 9.9 hoort niet bij het kader"),
        ([make_oordeel("1.1", "voldoet", locatie="L1")], "norm 1.1@L1 hoort niet"),
        ([make_oordeel("1.1", "voldoet"), make_oordeel("1.1", "voldoet")], "norm 1.1 komt dubbel voor"),
        ([make_oordeel("1.1", "prima")], "oordeel prima"),
        ([make_oordeel("1.1", "voldoet", status="niet-getoetst")], "een oordeel en ook een status"),
    ],
)
def test_what_cannot_be_counted_is_refused(normoordelen: list[Normoordeel], words: str) -> None:
    with pytest.raises(TellingError, match=words):
        tally(make_dossier(KADER, normoordelen))


def test_a_kader_that_counts_a_norm_twice_is_refused() -> None:
    with pytest.raises(TellingError, match=r"norm 1\.1 komt dubbel voor"):
        tally(make_dossier(make_kader({"1": ["1.1"], "2": ["1.1"]}), []))


def test_a_kader_per_locatie_without_vestigingen_is_refused() -> None:
    with pytest.raises(TellingError, match="geen vestigingen"):
        tally(make_dossier(make_kader({"1": ["1.1"]}, per="locatie"), []))


NORMEN = ["1.1", "1.9", "1.10", "2.1", "2.2", "9.9"]
LOCATIES = ["L1", "L2", "L3"]
CATEGORIEEN = ["voldoet", "voldoet-grotendeels", "voldoet-niet", "prima"]


@st.composite
def normoordelen(draw: st.DrawFn) -> Normoordeel:
    return make_oordeel(
        draw(st.sampled_from(NORMEN)),
        draw(st.none() | st.sampled_from(CATEGORIEEN)),
        status=draw(st.none() | st.sampled_from(STATUSSEN)),
        locatie=draw(st.none() | st.sampled_from(LOCATIES)),
    )


@given(
    st.lists(normoordelen(), max_size=8, unique_by=lambda item: item.sleutel),
    st.sampled_from(["aanbieder", "locatie"]),
    st.lists(st.sampled_from(LOCATIES[:2]), unique=True),
    st.lists(st.lists(st.sampled_from(NORMEN[:5])), max_size=3),
)
def test_the_tally_always_closes_or_is_refused(
    items: list[Normoordeel], per: str, vestigingen: list[str], themas: list[list[str]]
) -> None:
    kader = make_kader({str(index): ids for index, ids in enumerate(themas)}, per=per)
    dossier = make_dossier(kader, items, make_onderzoek(vestigingen))
    try:
        telling = tally(dossier)
    except TellingError:
        return
    deeltellingen = [item for _, item in tally_themas(dossier)]
    locaties = tally_locaties(dossier)
    everything = [telling, *deeltellingen, *(item.telling for item in locaties)]
    for item in everything:
        assert item.in_kader == item.getoetst + sum(len(found) for found in lists(item))
    units = len(kader.normen) * (len(vestigingen) if per == "locatie" else 1)
    assert telling.in_kader == units == sum(item.in_kader for item in deeltellingen)
    assert telling.getoetst == sum(item.getoetst for item in deeltellingen)
    if locaties:
        assert telling.getoetst == sum(item.telling.getoetst for item in locaties)


@given(
    st.lists(st.sampled_from([*CATEGORIEEN[:3], None]), min_size=5, max_size=5), st.permutations(NORMEN[:5])
)
def test_a_sound_case_is_counted_whatever_the_order_of_its_files(
    oordelen: list[str | None], normen: list[str]
) -> None:
    oordeel_by_norm = dict(zip(normen, oordelen, strict=True))
    telling = tally(
        make_dossier(KADER, [make_oordeel(norm, oordeel) for norm, oordeel in oordeel_by_norm.items()])
    )
    for categorie_id, found in by_categorie(telling).items():
        expected = tuple(norm for norm in NORMEN[:5] if oordeel_by_norm[norm] == categorie_id)
        assert found == expected
    assert telling.getoetst == 5 - oordelen.count(None)
