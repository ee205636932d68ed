"""Contradictions between bevindingen: the reading of one text."""

import time

import pytest

from toezicht_cli.analysis.tegenspraak import _groups


def test_a_sentence_with_a_denial_elsewhere_gives_no_affirmation() -> None:
    tekst = "Zij werken in duo's. Zij werken niet in duo's. Zij werken in duo's, maar zonder rooster."
    assert list(_groups(tekst)) == [("in duo's", False), ("in duo's", True)]


@pytest.mark.parametrize("piece", ["Volgens ", "met vier ", "niet in duo's ", "in "])
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    tekst = (piece * (50_000 // len(piece)))[:50_000]
    start = time.process_time()
    list(_groups(tekst))
    assert time.process_time() - start < 0.2
