"""Opvolging: the counts close, and a percentage never says none or all of what is neither."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.inzage import Inzage
from toezicht_cli.analysis.opvolging import (
    STATUSSEN,
    Opvolgingsstand,
    list_puntstanden,
    percentage,
    share,
)
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.verbeterpunt import Verbeterpunten

DAG = date(2026, 6, 1)
_DAGEN = st.integers(-40, 40).map(lambda days: (DAG + timedelta(days=days)).isoformat())
_STAPPEN = st.lists(
    st.fixed_dictionaries({"datum": _DAGEN, "status": st.sampled_from(STATUSSEN)}), max_size=3
).map(lambda stappen: sorted(stappen, key=lambda stap: stap["datum"]))
_PUNTEN = st.lists(
    st.fixed_dictionaries(
        {
            "norm": st.sampled_from(["1.1", "1.2"]),
            "soort": st.sampled_from(["verbeterpunt", "vereiste-aanpassing"]),
            "tekst": st.just("Doe iets."),
            "uiterlijk": st.none() | st.just("zo-spoedig-mogelijk") | _DAGEN,
            "opvolging": _STAPPEN,
        }
    ),
    max_size=12,
)


@given(_PUNTEN)
def test_every_count_closes(rows: list[dict[str, object]]) -> None:
    punten = [{"id": f"V{number:02}", **row} for number, row in enumerate(rows, 1)]
    document = Verbeterpunten.model_validate({"verbeterpunten": punten})
    found = list_puntstanden(Dossier("x", {"verbeterpunten.yaml": document}), DAG)
    stand = Opvolgingsstand(DAG, (Inzage("x", None),), found, found, ())
    assert stand.alle.totaal == sum(stand.alle.per_tijd.values()) == len(rows)
    for groups in (stand.per_thema, stand.per_soort):
        for status in STATUSSEN:
            assert sum(group.per_status[status] for group in groups) == stand.alle.per_status[status]
        assert sum(group.noemer for group in groups) == stand.alle.noemer
    for punt in found:
        assert (punt.tijd == "te-laat") == (punt.dagen_te_laat > 0)
        assert all(stap.datum.vroegst <= DAG for stap in punt.stappen)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_a_percentage_is_0_or_100_only_when_it_is(deel: int, rest: int) -> None:
    found = percentage(deel, deel + rest)
    if not deel + rest:
        assert found is None
    else:
        assert (found == 0) == (deel == 0)
        assert (found == 100) == (rest == 0)


@pytest.mark.parametrize(
    ("deel", "geheel", "text"),
    [
        (4, 9, "4 van de 9 (44 %)"),
        (1, 8, "1 van de 8 (13 %)"),
        (999, 1000, "999 van de 1000 (99 %)"),
        (1, 1000, "1 van de 1000 (1 %)"),
        (0, 0, "0 van de 0"),
    ],
)
def test_a_share_always_names_both_numbers(deel: int, geheel: int, text: str) -> None:
    assert share(deel, geheel) == text
