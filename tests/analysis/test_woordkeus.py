"""Stiff words and words that stand there twice."""

import pytest

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek
from toezicht_cli.analysis.leesteksten import Leesstof, read_leesstof
from toezicht_cli.analysis.woordkeus import GEWOON, find_dubbele_woorden, find_stijve_woorden


def stof(**velden: object) -> Leesstof:
    return read_leesstof(make_dossier(make_kader({"1": ["1.1"]}), [], make_onderzoek((), **velden)))


@pytest.mark.parametrize("woord", GEWOON)
def test_every_stiff_word_is_found_at_its_first_use_and_counted(woord: str) -> None:
    tekst = f"Dit gaat {woord} het plan.\n{woord.capitalize()} het plan."
    (found,) = find_stijve_woorden(stof(aanleiding=tekst.replace(" ", "\n"), werkwijze=tekst))
    assert (found.woord, found.gewoon, found.aantal) == (woord, GEWOON[woord], 4)
    assert found.place.route == ("aanleiding",)
    assert tekst[found.passage.start : found.passage.end] == woord


def test_the_plain_words_are_not_stiff_themselves() -> None:
    assert not set(GEWOON) & set(GEWOON.values())


@pytest.mark.parametrize(
    "tekst",
    [
        "De brief zegt “tevens” en verder niets.",
        'De brief zegt "teneinde\nhet plan te maken" en verder niets.',
        "Kijk op voorbeeld.nl/tevens of tevens-plan of tevens.nl.",
        "Het Verdrag inzake de rechten van het kind.",
        "Het heeft betrekking op het middel dat van door komt.",
        "Dit is middelste en thansen.",
    ],
)
def test_these_texts_hold_no_stiff_word(tekst: str) -> None:
    assert list(find_stijve_woorden(stof(aanleiding=tekst))) == []


@pytest.mark.parametrize(
    ("tekst", "dubbel"),
    [
        ("Laat de de aanbieder", ["de de"]),
        ("Laat de de aanbieder een een plan van de de cliënt", ["de de", "een een"]),
        ("De de aanbieder en\nen de cliënt", ["De de", "en en"]),
        ("Zegt dat dat het het beste is", []),
        ("In de De Linde", []),
        ("een een-op-eengesprek", []),
        ("de, de en de *de* en de\n\nde", []),
        ("- a en\n- en b", []),
    ],
)
def test_only_a_slip_is_a_double_word(tekst: str, dubbel: list[str]) -> None:
    found = list(find_dubbele_woorden(stof(aanleiding=tekst)))
    assert [woorden for _, _, woorden in found] == dubbel
    assert [" ".join(tekst[passage.start : passage.end].split()) for _, passage, _ in found] == dubbel


@pytest.mark.parametrize("piece", ["de ", "de  ", "tevens ", '"tevens ', "“", "Wet inzake ", "ten "])
def test_a_hostile_text_of_fifty_kilobytes_gets_an_answer(piece: str) -> None:
    tekst = (piece * 50_000)[:50_000]
    read = stof(aanleiding=tekst)
    assert len(list(find_stijve_woorden(read))) <= 1
    assert len(list(find_dubbele_woorden(read))) <= 1
