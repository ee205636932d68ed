"""Whether a verbeterpunt says what must be done."""

import pytest

from toezicht_cli.analysis.puntzinnen import has_werkwoord, is_vaag


@pytest.mark.parametrize(
    "punt",
    [
        "Meer aandacht voor risico's.",
        "Meer aandacht voor de veiligheid van cliënten",
        "Betere rapportage over incidenten.",
        "Scholing van medewerkers over agressie",
        "Registratie en evaluatie van *alle* incidenten [@B01].",
        "Risico-inventarisaties voor alle cliënten",
        "Minder wisselingen in het team",
        "Meer tijd voor overleg.",
    ],
)
def test_these_points_have_no_verb(punt: str) -> None:
    assert not has_werkwoord(punt)


@pytest.mark.parametrize(
    "punt",
    [
        "Zorg dat het plan klopt.",
        "Leg afspraken vast.",
        "De aanbieder maakt een plan.",
        "Evalueer risico's.",
        "Bij nieuwe risico's: vraag om toestemming",
        "Meer aandacht voor risico's, zodat niemand valt",
        "Scholing van alle medewerkers. Borg die.",
        "Aandacht voor cliënten die weglopen",
        "Het plan op orde brengen",
        "1.",
        "Actueel opleidingsplan",  # "plan" may be a command
        "De dossiers op orde",  # a word that is not known
    ],
)
def test_these_points_have_a_verb_or_may_have_one(punt: str) -> None:
    assert has_werkwoord(punt)


@pytest.mark.parametrize(
    "punt",
    [
        "Verbeter de rapportage.",
        "Versterk het toezicht",
        "Besteed meer aandacht aan risico's.",
        "Heb aandacht voor de cliënt!",
        "Let goed op de **gedragscode**.",
        "Zorg voor verbetering van de rapportage.\n",
    ],
)
def test_these_points_name_no_result(punt: str) -> None:
    assert is_vaag(punt)
    assert has_werkwoord(punt)


@pytest.mark.parametrize(
    "punt",
    [
        "Verbeter de rapportage over incidenten.",
        "Verbeter de rapportage. Schrijf bij elk doel iets op.",
        "Let op dat het plan klopt.",
        "Let op",
        "Besteed in elk verslag aandacht aan risico's.",
        "Maak een plan.",
        "Geef de cliënt een kopie.",
        "",
    ],
)
def test_these_points_may_name_a_result(punt: str) -> None:
    assert not is_vaag(punt)


@pytest.mark.parametrize("piece", ["meer ", "a", "en ", "[@", "verbeter ", ". ", "ing "])
def test_a_hostile_point_of_fifty_kilobytes_gets_an_answer(piece: str) -> None:
    punt = (piece * 50_000)[:50_000]
    assert has_werkwoord(punt) in {True, False}
    assert not is_vaag(punt)
