"""Contradictions between bevindingen: the reading of one text."""

from toezicht_cli.analysis.tegenspraak import _groups


def test_a_sentence_with_a_denial_elsewhere_gives_no_affirmation() -> None:
    tekst = "Zij werken in duo's. Zij werken niet in duo's. Zij werken in duo's, maar zonder rooster."
    assert [item[:2] for item in _groups(tekst)] == [("in duo's", False), ("in duo's", True)]
