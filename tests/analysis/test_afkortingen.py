"""Which abbreviations a case leaves without explanation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.afkortingen import find_onbekende_afkortingen
from toezicht_cli.analysis.uitleg_van_afkortingen import find_uitgelegd, spells
from toezicht_cli.models.bron import Bronnenlijst
from toezicht_cli.models.dossier import Dossier

HOSTILE = (
    "MDO ",
    "MDO (",
    "((((",
    "MDO: m",
    "(MDO) ",
    "A",
    "kortweg ",
    "MDO, een ",
    "RI&E&",
    "pgb-",
    "MDO staat ",
)


def find(*teksten: str, **velden: object) -> list[str]:
    return [item.afkorting for item in find_onbekende_afkortingen(dossier_with(*teksten, **velden))]


def dossier_with(*teksten: str, **velden: object) -> Dossier:
    bevindingen = tuple({"id": f"b{index}", "tekst": tekst} for index, tekst in enumerate(teksten))
    normoordeel = make_oordeel("1.1", "voldoet", bevindingen=bevindingen)
    return make_dossier(make_kader({"1": ["1.1"]}), [normoordeel], make_onderzoek((), **velden))


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Het MDO is er.", ["MDO"]),
        ("Van elk MDO en elke MDO's is er een verslag.", ["MDO"]),
        ("De MIC-meldingen en de RI&E.", ["MIC", "RI&E"]),
        ("Wie een pgb of PGB heeft.", ["pgb"]),
        ("Ggz-hulp volgens de Wlz.", ["Ggz", "Wlz"]),
        ("Bij de GGD, volgens de Wmo, met een bsn.", []),
        ("Zie hoofdstuk IV en XII.", []),
        ("Zie I05, V01 en L1, en [@D01].", []),
        ("Dit is NIET goed. Dit is niet goed.", []),
        ("ALLE REGELS in hoofdletters", []),
        ("Bij K&L Holding en H&M.", []),
        ("Stuur het naar 1234 XY of INFO@X.NL.", []),
        ("Er zijn {cijfer:pgb} dossiers op https://x.nl/MDO.", []),
        ("Een ABCDEFG telt niet.", []),
        ("AB-123-C en 12-AB-34", []),
        ("## DOEL\nEen MDO is er.\n\n**VRAAG**\n", ["MDO"]),
    ],
)
def test_these_words_of_a_text_are_abbreviations(tekst: str, gevonden: list[str]) -> None:
    assert find(tekst) == gevonden


@pytest.mark.parametrize(
    "uitleg",
    [
        "het multidisciplinair overleg (MDO)",
        "de overleggen (MDO's)",
        "het overleg (hierna: MDO)",
        "MDO (multidisciplinair overleg)",
        "MDO: multidisciplinair\noverleg",
        "MDO, een multidisciplinair overleg",
        "MDO – multidisciplinair overleg",
        "**MDO** staat voor een overleg",
        "overleg, kortweg MDO",
        "dit heet een MDO",
    ],
)
def test_this_explains_an_abbreviation_wherever_it_stands(uitleg: str) -> None:
    assert find_uitgelegd([uitleg]) == {"mdo"}
    assert find("Het MDO is er.", aanleiding=f"Er is {uitleg}.") == []


@pytest.mark.parametrize(
    "tekst",
    [
        "Het MDO (in januari) is er.",
        "Het MDO, een keer per jaar, is er.",
        "Het MDO is er (zie het verslag van het MDO van juni).",
        "MDO: altijd.",
    ],
)
def test_this_explains_nothing(tekst: str) -> None:
    assert find_uitgelegd([tekst]) == set()


def test_a_begrip_and_a_name_explain_an_abbreviation() -> None:
    begrip = {"term": "MDO-verslag", "uitleg": "Verslag van een overleg (VVO)"}
    assert find("Het MDO en het VVO van ABZ.", titel="Onderzoek bij ABZ", begrippen=(begrip,)) == []
    assert find("Het MDO is er.", begrippen=({"term": "overleg", "uitleg": "Anders dan een MDO"},)) == ["MDO"]


def test_the_title_of_a_bron_is_silent_where_it_is_named_and_nowhere_else() -> None:
    dossier = dossier_with("Volgens beleid over MIC\nen VIM is er een plan.", "Elke MIC telt.")
    bron = {"id": "B01", "soort": "beleidsdocument", "titel": "Beleid over MIC en VIM"}
    documents = {**dossier.documents, "bronnen.yaml": Bronnenlijst.model_validate({"bronnen": (bron,)})}
    found = list(find_onbekende_afkortingen(Dossier("proef", documents)))
    assert [(item.afkorting, item.place.route) for item in found] == [("MIC", ("bevindingen", 1, "tekst"))]


def test_the_first_use_is_pointed_at_in_the_order_of_the_report() -> None:
    dossier = dossier_with("Het MDO is er.", advies="Het MDO moet beter.", werkwijze="Een MDO, of twee.")
    (found,) = find_onbekende_afkortingen(dossier)
    assert found.place.file == "onderzoek.yaml"
    assert found.place.route == ("werkwijze",)
    assert "Een MDO, of twee."[found.passage.start : found.passage.end] == "MDO"


@pytest.mark.parametrize(
    ("uitleg", "afkorting", "klopt"),
    [
        ("multidisciplinair overleg", "MDO", True),
        ("risico-inventarisatie en -evaluatie", "RI&E", True),
        ("de inspectie gezondheidszorg en jeugd", "IGJ", True),
        ("overleg van meer vakgebieden", "MDO", False),
        ("een keer). multidisciplinair overleg", "MDO", False),
        ("", "MDO", False),
    ],
)
def test_words_spell_an_abbreviation_when_its_letters_stand_in_order(
    uitleg: str, afkorting: str, *, klopt: bool
) -> None:
    assert spells(uitleg, afkorting) is klopt


@given(
    st.lists(st.sampled_from([*HOSTILE, "MDO", "(", ")", " ", "\n", "niet", "de"]), max_size=30).map("".join)
)
def test_what_is_found_is_what_the_passage_holds_and_once(tekst: str) -> None:
    dossier = dossier_with(f"x {tekst}")
    found = list(find_onbekende_afkortingen(dossier))
    assert all(f"x {tekst}"[item.passage.start : item.passage.end] == item.afkorting for item in found)
    assert len({item.afkorting.lower() for item in found}) == len(found)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_of_fifty_kilobytes_gets_an_answer(piece: str) -> None:
    assert len(find((piece * 50_000)[:50_000])) <= 2
