"""How far an onderzoek is, which dates come, and what the next step is."""

from datetime import date
from typing import Any

import pytest

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.volgende_stap import next_step
from toezicht_cli.analysis.voortgang import Meldingen, describe_dagen, measure_voortgang
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.onderzoek import FASEN
from toezicht_cli.models.verbeterpunt import Verbeterpunten

TODAY = date(2026, 6, 15)
KADER = make_kader({"1": ["1.1", "1.2"], "2": ["2.1", "2.2"]})
GEEN = Meldingen(0, 0, 0)
VOL: dict[str, Any] = {
    "aanleiding": "a",
    "werkwijze": "w",
    "beschrijving": "b",
    "regio": "r",
    "onderzoeksperiode": "2026-01",
    "onderzoekers": ({"naam": "T"},),
    "reikwijdte": {"omschrijving": "o"},
}

VERZONDEN = {**VOL, "momenten": {"concept_verzonden_op": "2026-06-01"}}


def bevinding(bevinding_id: str, *bronnen: str) -> dict[str, object]:
    return {"id": bevinding_id, "tekst": "Gezien.", "bronnen": bronnen}


def punt(punt_id: str, uiterlijk: str | None = None, status: str | None = None) -> dict[str, object]:
    opvolging = ({"datum": "2026-05-01", "status": status},) if status else ()
    return {
        "id": punt_id,
        "norm": "1.1",
        "soort": "verbeterpunt",
        "tekst": "Doe het.",
        "uiterlijk": uiterlijk,
        "opvolging": opvolging,
    }


def with_punten(dossier: Dossier, *punten: dict[str, object]) -> Dossier:
    lijst = Verbeterpunten.model_validate({"verbeterpunten": punten})
    return Dossier("proef", {**dossier.documents, "verbeterpunten.yaml": lijst})


def test_every_norm_is_in_one_column() -> None:
    items = (
        make_oordeel("1.1", "voldoet", bevindingen=(bevinding("a", "I1"), bevinding("b"))),
        make_oordeel("1.2", status="niet-getoetst", reden="x"),
        make_oordeel("2.1"),
    )
    found = measure_voortgang(make_dossier(KADER, items), frozenset({"2.2"}), TODAY)
    assert [(item.getoetst, item.met_reden, item.open, item.onleesbaar) for item in found.themas] == [
        (1, 1, (), ()),
        (0, 0, ("2.1",), ("2.2",)),
    ]
    assert (found.getoetst, found.open, found.in_kader) == (1, ("2.1",), 4)
    assert (found.bevindingen, found.zonder_bron) == (2, ("1.1 b",))


def test_a_norm_is_counted_per_vestiging() -> None:
    kader = make_kader({"1": ["1.1"]}, per="locatie")
    item = make_oordeel("1.1", "voldoet", locatie="L2")
    found = measure_voortgang(make_dossier(kader, [item], make_onderzoek(("L1", "L2"))), frozenset(), TODAY)
    assert (found.getoetst, found.open) == (1, ("1.1@L1",))


def test_what_cannot_be_read_is_unknown_and_not_nought() -> None:
    dossier = Dossier("stuk", {}, frozenset({"onderzoek", "kader", "verbeterpunten"}))
    found = measure_voortgang(dossier, frozenset(), TODAY)
    assert (found.fase, found.themas, found.punten, found.lege_velden) == (None, (), None, ())


def test_empty_fields_are_named_and_a_group_of_empty_fields_is_empty() -> None:
    empty = measure_voortgang(make_dossier(KADER, [], make_onderzoek(reikwijdte={})), frozenset(), TODAY)
    assert empty.lege_velden == (
        *("aanleiding", "werkwijze", "beschrijving", "reikwijdte", "onderzoekers", "onderzoeksperiode"),
        "gemeenten (of regio)",
    )
    full = measure_voortgang(make_dossier(KADER, [], make_onderzoek(**VOL)), frozenset(), TODAY)
    assert full.lege_velden == ()


def test_dates_are_those_to_come_and_the_points_that_are_late() -> None:
    onderzoek = make_onderzoek(
        momenten={"gestart_op": "2026-01-05", "vastgesteld_op": "2026-06", "verzonden_op": "niet-vermeld"},
        bezoeken=({"datum": "2026-06-16", "locatie": "L1"},),
    )
    dossier = with_punten(
        make_dossier(KADER, [], onderzoek),
        punt("V01", "2026-06-10"),
        punt("V02", "2026-06-10"),
        punt("V03", "2026-06-01", "geborgd-vastgesteld"),
        punt("V04", "zo-spoedig-mogelijk"),
        punt("V05", "2026-06-15", "deels"),
    )
    found = measure_voortgang(dossier, frozenset(), TODAY)
    assert [(str(item.datum), item.wat, item.dagen, item.is_voorbij) for item in found.datums] == [
        ("2026-06", "rapport vastgesteld", 0, False),
        ("2026-06-10", "uiterste dag van punten V01 en V02", -5, True),
        ("2026-06-15", "uiterste dag van punt V05", 0, False),
        ("2026-06-16", "bezoek aan L1", 1, False),
    ]
    assert (found.punten, found.punten_zonder_datum, found.punten_open) == (5, 1, 4)


@pytest.mark.parametrize(
    ("dagen", "words"),
    [(0, "vandaag"), (1, "morgen"), (-1, "gisteren"), (12, "over 12 dagen"), (-3, "3 dagen geleden")],
)
def test_days_in_words(dagen: int, words: str) -> None:
    assert describe_dagen(dagen) == words


@pytest.mark.parametrize("fase", FASEN)
def test_every_fase_has_a_step_and_faults_come_first(fase: str) -> None:
    found = measure_voortgang(make_dossier(KADER, [], make_onderzoek(fase=fase)), frozenset(), TODAY)
    step = next_step(found, GEEN, is_leesbaar=True)
    assert step.endswith(".")
    assert next_step(found, Meldingen(2, 0, 0), is_leesbaar=True).startswith("Los de 2 fouten op.")
    assert next_step(found, Meldingen(2, 0, 0), is_leesbaar=False).startswith("Herstel wat niet te lezen is.")


@pytest.mark.parametrize(
    ("fase", "velden", "items", "start"),
    [
        ("voorbereiding", {}, [], "Vul in onderzoek.yaml in: aanleiding"),
        ("voorbereiding", VOL, [], "Begin met het onderzoek"),
        ("uitvoering", VOL, [], "Leg de bevindingen en het oordeel vast bij norm 1.1."),
        ("uitvoering", VOL, ["a"], "Noem de bron bij bevinding 1.1 a."),
        ("uitvoering", VOL, ["a", "I1"], "Elke norm heeft een oordeel of een reden."),
        ("conceptrapport", VOL, [], "Geef norm 1.1 een oordeel of een reden"),
        (
            "conceptrapport",
            VOL,
            ["a", "I1"],
            "Stuur het concept naar de aanbieder: toezicht wederhoor klaarzetten",
        ),
        ("conceptrapport", VERZONDEN, ["a", "I1"], "Het concept is verzonden"),
    ],
)
def test_the_step_follows_the_fase(fase: str, velden: dict[str, Any], items: list[str], start: str) -> None:
    kader = make_kader({"1": ["1.1"]})
    oordelen = [make_oordeel("1.1", "voldoet", bevindingen=(bevinding(*items),))] if items else []
    dossier = make_dossier(kader, oordelen, make_onderzoek(**{**velden, "fase": fase}))
    found = measure_voortgang(dossier, frozenset(), TODAY)
    assert next_step(found, GEEN, is_leesbaar=True).startswith(start)


def test_a_finished_onderzoek_has_points_to_follow_or_none() -> None:
    dossier = make_dossier(KADER, [], make_onderzoek(fase="definitief"))
    busy = measure_voortgang(with_punten(dossier, punt("V01")), frozenset(), TODAY)
    assert next_step(busy, GEEN, is_leesbaar=True).startswith("Houd bij wat er met 1 punt gebeurt")
    done = measure_voortgang(with_punten(dossier, punt("V01", status="vervallen")), frozenset(), TODAY)
    assert next_step(done, GEEN, is_leesbaar=True) == "Er staat geen punt meer open."
