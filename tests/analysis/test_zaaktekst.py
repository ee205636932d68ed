"""A zaak as text and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toezicht_cli.analysis.zaak import Puntstand, Termijnstand, Zaak
from toezicht_cli.analysis.zaaktekst import zaak_from_text, zaak_to_text


@given(st.builds(Zaak))
def test_a_zaak_comes_back_as_it_was(zaak: Zaak) -> None:
    again = zaak_from_text(zaak_to_text(zaak))
    assert again == zaak
    assert [type(value) for value in again] == [type(value) for value in zaak]
    assert [type(item) for item in again.punten] == [type(item) for item in zaak.punten]


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "[1,2]", '"zaak"', "5"])
def test_other_text_is_no_zaak(text: str) -> None:
    with pytest.raises((TypeError, ValueError, IndexError)):
        zaak_from_text(text)


def test_a_zaak_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="no zaak of this version"):
        zaak_from_text(json.dumps(list(Zaak("een", "onderzoeken/een"))[:-1]))


def test_a_term_is_done_from_its_day_on_or_since_always_when_nobody_wrote_down_the_day() -> None:
    op, ooit, nooit = (
        Termijnstand("x", "x", "2026-01-01", klaar) for klaar in ("2026-02-02", "onbekend", None)
    )
    assert [op.is_klaar_op(dag) for dag in ("2026-02-01", "2026-02-02")] == [False, True]
    assert (ooit.is_klaar_op("2020-01-01"), nooit.is_klaar_op("2030-01-01")) == (True, False)


def test_a_step_in_the_wrong_place_is_no_step_back() -> None:
    stappen = (("2026-10-15", "geborgd-vastgesteld"), ("2026-09-15", "deels"), ("2026-10-15", "vervallen"))
    punt = Puntstand("V01", "verbeterpunt", "1.1", None, None, stappen)
    dagen = ("2026-09-14", "2026-09-15", "2026-10-15")
    assert [punt.status_op(dag) for dag in dagen] == ["open", "deels", "vervallen"]
