"""The table of fasen, what runs beside them, and by when something must be done."""

from datetime import date
from typing import Any, get_args

import pytest

from tests.analysis.proefdossier import make_onderzoek
from tests.analysis.test_termijnen import REACTIE, VERZONDEN, dossier, termijn
from toezicht_cli.analysis.fasen import FASETABEL, find_stap
from toezicht_cli.analysis.sporen import find_openbaarmaking, find_opvolging
from toezicht_cli.analysis.voortgang import Voortgang, measure_voortgang
from toezicht_cli.models.onderzoek import FASEN, Momenten
from toezicht_cli.models.termijn import Gebeurtenis
from toezicht_cli.models.verbeterpunt import Verbeterpunt

NORM = {"fase": "reactie-aanbieder", "momenten": VERZONDEN}


def voortgang(peildatum: str, **fields: Any) -> Voortgang:  # noqa: ANN401 - fields of the onderzoek
    return measure_voortgang(
        dossier(termijn(**REACTIE), **fields), frozenset(), date.fromisoformat(peildatum)
    )


def test_the_table_has_every_fase_once_in_order_and_begins_it_with_a_moment() -> None:
    assert tuple(row.id for row in FASETABEL) == FASEN
    begins = [row.begint_met for row in FASETABEL if row.begint_met]
    assert set(begins) <= set(get_args(Gebeurtenis)) & set(Momenten.model_fields)
    assert all(row.verder.endswith(".") for row in FASETABEL)
    assert all(item.stap.endswith(".") for row in FASETABEL for item in row.vereisten)


@pytest.mark.parametrize(
    ("fields", "peildatum", "start"),
    [
        ({}, "2026-05-22", "Wacht de reactie van de aanbieder af."),
        ({}, "2026-05-23", "Maak het rapport definitief"),
        ({"wederhoor": {"uitstel": {"tot": "2026-05-29", "reden": "Zo."}}}, "2026-05-23", "Wacht"),
        ({"wederhoor": {"afstand": {"datum": "2026-05-08", "stuk": "brief"}}}, "2026-05-12", "Maak het"),
        (
            {"wederhoor": {"reacties": ({"id": "R01", "reactie": "Nee."},)}},
            "2026-05-12",
            "Schrijf in wederhoor.yaml wat er met reactie R01 is gedaan.",
        ),
    ],
)
def test_after_the_concept_one_waits_answers_and_then_makes_it_final(
    fields: dict[str, Any], peildatum: str, start: str
) -> None:
    assert find_stap(voortgang(peildatum, **NORM, **fields), "reactie-aanbieder").startswith(start)


def test_a_report_that_was_made_final_is_sent() -> None:
    momenten = {**VERZONDEN, "vastgesteld_op": "2026-06-01"}
    found = voortgang("2026-06-02", fase="definitief", momenten=momenten)
    assert find_stap(found, "definitief").startswith("Stuur het rapport naar de aanbieder")
    sent = voortgang("2026-06-02", fase="definitief", momenten={**momenten, "verzonden_op": "2026-06-02"})
    assert find_stap(sent, "definitief") == "Er staat geen punt meer open."


def test_the_first_term_is_the_oldest_that_is_late_else_the_next() -> None:
    punt = {"id": "V01", "norm": "1.1", "soort": "verbeterpunt", "tekst": "Doe.", "uiterlijk": "2026-05-10"}
    running = voortgang("2026-05-08", **NORM, punten=({**punt, "uiterlijk": "2026-06-01"},)).eerste_termijn
    late = voortgang("2026-05-12", **NORM, punten=(punt,)).eerste_termijn
    assert running is not None
    assert (running.id, running.stand) == ("proef", "loopt")
    assert late is not None
    assert (late.id, late.stand) == ("V01", "te-laat")
    assert voortgang("2026-05-08", bewaren_tot="2036").eerste_termijn is None


def test_running_terms_are_among_the_dates() -> None:
    found = voortgang("2026-05-25", **NORM).datums
    assert [(item.wat, item.dagen, item.is_voorbij) for item in found] == [("termijn: Iets", -3, True)]


@pytest.mark.parametrize(
    ("fields", "status", "zin"),
    [
        ({}, "niet-ingevuld", "nog niet ingevuld"),
        ({"openbaarmaking": {"status": "voorgenomen"}}, "voorgenomen", "voorgenomen"),
        ({"openbaarmaking": {"status": "niet-openbaar"}}, "niet-openbaar", "niet openbaar"),
        ({"momenten": {"openbaar_op": "2026-06-01"}}, "openbaar", "openbaar sinds 1 juni 2026"),
        ({"momenten": {"openbaar_op": "2026-06-30"}}, "voorgenomen", "voorgenomen: 30 juni 2026"),
        ({"openbaarmaking": {"status": "openbaar"}}, "openbaar", "openbaar"),
    ],
)
def test_openbaarmaking_is_what_somebody_noted(fields: dict[str, Any], status: str, zin: str) -> None:
    assert find_openbaarmaking(make_onderzoek(**fields), date(2026, 6, 15))[1:] == (status, zin)


def test_opvolging_follows_from_the_points_on_the_day() -> None:
    stap = {"datum": "2026-06-10", "status": "geborgd-vastgesteld"}
    punt = {"id": "V01", "norm": "1.1", "soort": "verbeterpunt", "tekst": "Doe."}
    open_punt = Verbeterpunt.model_validate(punt)
    klaar = Verbeterpunt.model_validate({**punt, "opvolging": (stap,)})
    before, after = date(2026, 6, 9), date(2026, 6, 10)
    assert find_opvolging(None, after).status == "niet-te-lezen"
    assert find_opvolging((), after).zin == "geen punten"
    assert find_opvolging((open_punt, klaar), before).zin == "2 van de 2 punten open"
    assert find_opvolging((open_punt, klaar), after).zin == "1 van de 2 punten open"
    assert find_opvolging((klaar,), before).zin == "1 punt, nog open"
    assert find_opvolging((klaar,), after) == ("opvolging", "afgerond", "afgerond, 1 punt")
