"""The golden dates of the law and of practice, and what must hold for every term."""

from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.werkdagen import find_einde, find_vrij, in_words, schuift_door
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.models.termijn import Kalender, Termijn, VrijeDagen
from toezicht_cli.resources import data_folder

DOCUMENT = read_document(data_folder("kaders"), "termijnen/kalender.yaml", Kalender, own=True)
assert DOCUMENT.model is not None
KALENDER = DOCUMENT.model


def termijn(lengte: int, eenheid: str, **fields: Any) -> Termijn:  # noqa: ANN401 - any field of the model
    basis = {
        "id": "proef",
        "wat": "Er gebeurt iets",
        "lengte": str(lengte),
        "eenheid": eenheid,
        "vanaf": "concept_verzonden_op",
        "soort": "beleid",
        "bron": "verzonnen",
    }
    return Termijn.model_validate(basis | fields)


def einde(start: str, lengte: int, eenheid: str, **fields: Any) -> str:  # noqa: ANN401 - as above
    return find_einde(
        termijn(lengte, eenheid, **fields), date.fromisoformat(start), KALENDER
    ).einde.isoformat()


# start, 10 werkdagen (with equated days / feestdagen only / weekends only), 3 werkdagen, 2 weken by law
GOLDEN = [
    ("2024-12-19", "2025-01-08", "2025-01-07", "2025-01-02", "2024-12-24", "2025-01-02"),
    ("2025-04-14", "2025-04-30", "2025-04-29", "2025-04-28", "2025-04-17", "2025-04-28"),
    ("2025-05-19", "2025-06-04", "2025-06-03", "2025-06-02", "2025-05-22", "2025-06-02"),
    ("2025-12-18", "2026-01-07", "2026-01-06", "2026-01-01", "2025-12-23", "2026-01-05"),
    ("2026-04-24", "2026-05-12", "2026-05-12", "2026-05-08", "2026-04-30", "2026-05-08"),
    ("2026-05-06", "2026-05-22", "2026-05-21", "2026-05-20", "2026-05-11", "2026-05-20"),
    ("2027-04-28", "2027-05-18", "2027-05-14", "2027-05-12", "2027-05-03", "2027-05-12"),
]


@pytest.mark.parametrize("row", GOLDEN, ids=[row[0] for row in GOLDEN])
def test_a_golden_date(row: tuple[str, ...]) -> None:
    start = row[0]
    assert (
        einde(start, 10, "werkdagen"),
        einde(start, 10, "werkdagen", vrije_dagen="feestdagen"),
        einde(start, 10, "werkdagen", vrije_dagen="weekend"),
        einde(start, 3, "werkdagen"),
        einde(start, 2, "weken", soort="wettelijk"),
    ) == row[1:]


def test_the_two_weeks_of_december_end_on_a_feestdag_unless_the_law_moves_them() -> None:
    assert einde("2025-12-18", 2, "weken") == "2026-01-01"


def _easter(jaar: int) -> date:
    """Return Easter Sunday after the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


FEEST = {"vrije_dagen": "feestdagen"}
GELIJKGESTELD = {
    *("2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30", "2026-01-02", "2026-05-15"),
    *("2027-05-07", "2028-04-28", "2028-05-26"),
}


def test_the_kalender_has_the_feestdagen_of_every_year_and_no_other_day() -> None:
    jaren = range(2023, 2029)
    feest, gelijk = set(), {date.fromisoformat(dag) for dag in GELIJKGESTELD}
    for jaar in jaren:
        pasen, koning = _easter(jaar), date(jaar, 4, 27)
        feest |= {date(jaar, 1, 1), date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)}
        feest |= {pasen + timedelta(days=n) for n in (1, 39, 50)}
        feest.add(koning - timedelta(days=koning.weekday() == 6))
        gelijk.add(pasen - timedelta(days=2))
    found = {
        soort: {dag.datum.vroegst for dag in KALENDER.dagen if dag.soort == soort}
        for soort in ("feestdag", "gelijkgesteld")
    }
    assert found == {"feestdag": feest, "gelijkgesteld": gelijk}
    assert (KALENDER.vanaf.tekst, KALENDER.tot.tekst) == ("2023-01-01", "2028-12-31")
    dagen = [dag.datum.vroegst for dag in KALENDER.dagen]
    assert dagen == sorted(set(dagen))


@pytest.mark.parametrize(
    ("start", "lengte", "eenheid", "fields", "uitleg"),
    [
        ("2025-05-19", 10, "werkdagen", {}, "10 werkdagen na 19 mei 2025; 29 en 30 mei tellen niet mee"),
        ("2025-05-21", 9, "werkdagen", FEEST, "9 werkdagen na 21 mei 2025; 29 mei telt niet mee"),
        ("2026-03-02", 3, "werkdagen", {}, "3 werkdagen na 2 maart 2026"),
        ("2026-03-02", 1, "weken", {}, "1 week na 2 maart 2026"),
        (
            "2024-12-19", 10, "werkdagen", {},
            "10 werkdagen na 19 december 2024; 25, 26 en 27 december 2024 en 1 januari 2025 tellen niet mee",
        ),
        (
            "2025-12-18", 2, "weken", {"soort": "wettelijk"},
            "2 weken na 18 december 2025; dat is 1 januari 2026, Nieuwjaarsdag, en dus wordt het 5 januari 2026 (Algemene termijnenwet, artikel 1)",  # noqa: E501 - what is said
        ),
        (
            "2026-03-02", 5, "dagen", {"schuift_door": "ja"},
            "5 dagen na 2 maart 2026; dat is zaterdag 7 maart 2026, en dus wordt het 9 maart 2026 (zo staat het in toezicht.yaml)",  # noqa: E501 - what is said
        ),
        (
            "2026-01-31", 1, "maanden", {},
            "1 maand na 31 januari 2026; februari heeft geen dag 31, en dus telt de laatste dag van die maand; dat is zaterdag 28 februari 2026, maar het einde schuift niet door",  # noqa: E501 - what is said
        ),
        (
            "2026-03-07", 13, "weken", {"soort": "wettelijk"},
            "13 weken na 7 maart 2026; dat is zaterdag 6 juni 2026, maar het einde schuift niet door (Algemene termijnenwet, bij een lange termijn, artikel 4)",  # noqa: E501 - what is said
        ),
        (
            "2026-03-15", 1, "weken", {"soort": "wettelijk", "terug": "ja"},
            "1 week vóór 15 maart 2026; dat is zondag 8 maart 2026, maar het einde schuift niet door (Algemene termijnenwet, bij terugtellen, artikel 1)",  # noqa: E501 - what is said
        ),
        (
            "2026-03-06", 3, "dagen", {"soort": "wettelijk"},
            "3 dagen na 6 maart 2026; daar horen minstens 2 werkdagen in, en dus wordt het 10 maart 2026 (Algemene termijnenwet, artikel 2)",  # noqa: E501 - what is said
        ),
        ("2026-03-06", 2, "dagen", {"soort": "wettelijk", "schuift_door": "nee"},
         "2 dagen na 6 maart 2026; dat is zondag 8 maart 2026, maar het einde schuift niet door"),
        (
            "2026-04-24", 5, "werkdagen", {},
            "5 werkdagen na 24 april 2026; 27 april telt niet mee",
        ),
        (
            "2026-04-24", 20, "werkdagen", {},
            "20 werkdagen na 24 april 2026; 27 april en 5, 14, 15 en 25 mei tellen niet mee",
        ),
        (
            "2025-12-01", 365, "werkdagen", {},
            "365 werkdagen na 1 december 2025; 20 vrije dagen van 25 december 2025 tot en met 17 mei 2027 tellen niet mee",  # noqa: E501 - what is said
        ),
        ("2026-05-20", 3, "werkdagen", {"terug": "ja"},
         "3 werkdagen vóór 20 mei 2026; 14 en 15 mei tellen niet mee"),
    ],
)  # fmt: skip
def test_a_date_explains_itself(
    start: str, lengte: int, eenheid: str, fields: dict[str, str], uitleg: str
) -> None:
    found = find_einde(termijn(lengte, eenheid, **fields), date.fromisoformat(start), KALENDER)
    assert (found.uitleg, found.waarschuwing) == (uitleg, None)


@pytest.mark.parametrize(
    ("start", "lengte", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-08-15", 12, "2027-08-15"),
    ],
)
def test_a_month_ends_on_its_last_day_when_it_is_shorter(start: str, lengte: int, expected: str) -> None:
    assert einde(start, lengte, "maanden") == expected


@pytest.mark.parametrize(
    ("lengte", "eenheid", "fields", "schuift"),
    [
        (12, "weken", {"soort": "wettelijk"}, True),
        (13, "weken", {"soort": "wettelijk"}, False),
        (90, "dagen", {"soort": "wettelijk"}, True),
        (91, "dagen", {"soort": "wettelijk"}, False),
        (3, "maanden", {"soort": "wettelijk"}, True),
        (4, "maanden", {"soort": "wettelijk"}, False),
        (2, "weken", {"soort": "wettelijk", "terug": "ja"}, False),
        (2, "weken", {"soort": "wettelijk", "schuift_door": "nee"}, False),
        (2, "weken", {}, False),
        (26, "weken", {"schuift_door": "ja"}, True),
    ],
)
def test_only_what_the_law_or_the_organisation_says_moves_on(
    lengte: int, eenheid: str, fields: dict[str, str], schuift: bool
) -> None:
    assert schuift_door(termijn(lengte, eenheid, **fields)) is schuift


@pytest.mark.parametrize(
    ("start", "fields", "warns"),
    [
        ("2028-12-20", {}, True),
        ("2022-12-20", {}, True),
        ("2028-12-20", {"vrije_dagen": "weekend"}, False),
        ("2026-03-02", {}, False),
    ],
)
def test_beyond_the_kalender_is_said(start: str, fields: dict[str, str], warns: bool) -> None:
    found = find_einde(termijn(10, "werkdagen", **fields), date.fromisoformat(start), KALENDER)
    assert (found.waarschuwing is not None) is warns


def test_without_a_kalender_is_said() -> None:
    assert find_einde(termijn(10, "werkdagen"), date(2026, 5, 6), None).waarschuwing is not None
    assert find_einde(termijn(2, "weken"), date(2026, 5, 6), None).waarschuwing is None


DAGEN = st.dates(date(2023, 3, 1), date(2028, 10, 1))
LENGTES = st.integers(1, 40)
VRIJ = st.sampled_from(get_args(VrijeDagen))


@given(DAGEN, LENGTES, VRIJ, st.booleans())
def test_a_term_in_werkdagen_ends_on_one_and_holds_as_many(
    start: date, lengte: int, vrij: VrijeDagen, terug: bool
) -> None:
    wanted = termijn(lengte, "werkdagen", vrije_dagen=vrij, terug="ja" if terug else "nee")
    found = find_einde(wanted, start, KALENDER).einde
    vrije = find_vrij(KALENDER, vrij)
    first, last = sorted((start, found))
    between = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert sum(not vrije.is_vrij(dag) for dag in between if dag != start) == lengte
    assert not vrije.is_vrij(found)
    assert (found < start) is terug


@given(DAGEN, LENGTES, st.sampled_from(["werkdagen", "dagen", "weken", "maanden"]))
def test_a_longer_term_never_ends_sooner_and_none_before_its_start(
    start: date, lengte: int, eenheid: str
) -> None:
    kort, lang = (
        find_einde(termijn(n, eenheid, soort="wettelijk"), start, KALENDER).einde
        for n in (lengte, lengte + 1)
    )
    assert start < kort <= lang


@given(DAGEN, LENGTES)
def test_counting_back_returns_to_the_start_when_that_is_a_werkdag(start: date, lengte: int) -> None:
    vrije = find_vrij(KALENDER, "feestdagen-en-gelijkgesteld")
    if vrije.is_vrij(start):
        start = find_einde(termijn(1, "werkdagen"), start, KALENDER).einde
    verder = find_einde(termijn(lengte, "werkdagen"), start, KALENDER).einde
    assert find_einde(termijn(lengte, "werkdagen", terug="ja"), verder, KALENDER).einde == start


def test_a_day_in_words() -> None:
    assert in_words(date(2026, 5, 6)) == "6 mei 2026"


@pytest.mark.parametrize("terug", ["ja", "nee"])
def test_an_organisation_that_lets_a_term_move_moves_it_the_way_it_counts(terug: str) -> None:
    start = "2026-03-14" if terug == "ja" else "2026-02-28"
    expected = "2026-03-06" if terug == "ja" else "2026-03-09"
    assert einde(start, 7, "dagen", terug=terug, schuift_door="ja") == expected


@pytest.mark.parametrize("eenheid", ["werkdagen", "dagen", "weken", "maanden"])
@pytest.mark.parametrize(("start", "terug"), [(date(9999, 12, 1), "nee"), (date(1, 1, 20), "ja")])
def test_a_day_outside_the_years_that_there_are_is_refused(eenheid: str, start: date, terug: str) -> None:
    with pytest.raises(OverflowError):
        find_einde(termijn(3650, eenheid, terug=terug), start, KALENDER)


@given(
    st.one_of(st.dates(date(2000, 1, 1), date(2022, 12, 31)), st.dates(date(2029, 1, 1), date(2060, 1, 1))),
    LENGTES,
    st.booleans(),
)
def test_a_term_from_a_day_outside_the_kalender_always_warns(start: date, lengte: int, terug: bool) -> None:
    wanted = termijn(lengte, "werkdagen", terug="ja" if terug else "nee")
    assert find_einde(wanted, start, KALENDER).waarschuwing is not None
    assert find_einde(termijn(1, "weken", soort="wettelijk"), start, KALENDER).waarschuwing is not None
