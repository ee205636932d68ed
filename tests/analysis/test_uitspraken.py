import pytest

from tests.analysis.proefdossier import make_categorie, make_dossier, make_kader
from toezicht_cli.analysis.enkelvoud import find_verkeerd_getal
from toezicht_cli.analysis.uitspraken import find_categorieen, find_label, make_taal
from toezicht_cli.analysis.zinsdelen import split_zinnen
from toezicht_cli.models.kader import Toetsingskader

DRIE = make_kader({"1": ["1.2"]})
VIJF = make_kader(
    {"1": ["1.2"]},
    [
        make_categorie("voldoet", "voldoet aan de eis"),
        make_categorie("voldoet-deels", "voldoet deels aan de eis"),
        make_categorie("voldoet-grotendeels-niet", "voldoet grotendeels niet aan de eis"),
    ],
)


def said(tekst: str, kader: Toetsingskader = DRIE) -> list[str]:
    taal = make_taal(make_dossier(kader, []))
    assert taal is not None
    return [item.categorie for zin in split_zinnen(tekst) for item in find_categorieen(zin, taal, "1.2")]


@pytest.mark.parametrize(
    ("tekst", "categorie"),
    [
        ("Zorg Voorbeeld voldoet aan de norm.", "voldoet"),
        ("Zorg Voorbeeld voldoet grotendeels aan deze norm.", "voldoet-grotendeels"),
        ("Zorg Voorbeeld voldoet nog niet aan norm 1.2.", "voldoet-niet"),
        ("Aan deze norm voldoet de aanbieder niet.", "voldoet-niet"),
        ("Wij vinden dat de aanbieder grotendeels aan de norm voldoet.", "voldoet-grotendeels"),
        ("Aan de norm wordt niet voldaan.", "voldoet-niet"),
        ("Er is grotendeels voldaan aan deze norm.", "voldoet-grotendeels"),
        ("De aanbieder heeft niet voldaan aan de norm.", "voldoet-niet"),
        ("De aanbieder voldeed niet aan de norm.", "voldoet-niet"),
        ("Er is beleid, maar de aanbieder voldoet niet aan de norm.", "voldoet-niet"),
        ("- De aanbieder **voldoet niet** aan de norm [@B01, p. 2].", "voldoet-niet"),
    ],
)
def test_a_clear_sentence_about_the_norm_gives_its_categorie(tekst: str, categorie: str) -> None:
    assert said(tekst) == [categorie]


@pytest.mark.parametrize(
    "tekst",
    [
        "De aanbieder voldoet op dit onderdeel niet aan de norm.",
        "De aanbieder voldoet niet alleen aan de norm.",
        "De aanbieder voldoet niet volledig aan de norm.",
        "De aanbieder voldoet niet aan de norm voor brandveiligheid.",
        "De aanbieder voldoet niet aan de norm die de branche stelt.",
        "De aanbieder voldoet niet aan norm 1.3.",
        "De aanbieder voldoet niet aan normen.",
        "De aanbieder voldoet niet aan de wens.",
        "Medewerkers voldoen niet aan de norm.",
        "De aanbieder moet voldoen aan de norm.",
        "Als er niets verandert, of anders, voldoet hij niet.",
        "Wanneer voldoet de aanbieder aan de norm?",
        "Om aan de norm te voldoen is meer nodig.",
        "De aanbieder voldoet deels aan de norm.",
        "Hij voldoet niet.",
    ],
)
def test_any_other_sentence_says_nothing(tekst: str) -> None:
    assert said(tekst) == []


def test_the_longest_words_of_a_schaal_count() -> None:
    assert said("Zorg Voorbeeld voldoet grotendeels niet aan de eis.", VIJF) == ["voldoet-grotendeels-niet"]
    assert said("Zorg Voorbeeld voldoet niet aan de eis.", VIJF) == []


def test_a_schaal_without_one_frame_has_no_words() -> None:
    kader = make_kader(
        {"1": ["1"]}, [make_categorie("goed", "is goed"), make_categorie("fout", "doet de norm")]
    )
    assert make_taal(make_dossier(kader, [])) is None


@pytest.mark.parametrize(
    ("tekst", "categorie"),
    [("Voldoet niet.", "voldoet-niet"), ("Oordeel: voldoet", None), ("Zij voldoet.", None)],
)
def test_a_sentence_that_is_a_label_gives_its_categorie(tekst: str, categorie: str | None) -> None:
    assert find_label(split_zinnen(tekst)[0], DRIE.schaal) == categorie


@pytest.mark.parametrize(
    ("tekst", "is_een", "found"),
    [
        ("Voldoe aan de norm die niet is gehaald.", False, ["de norm die niet is gehaald"]),
        ("Voldoe aan de norm die niet is gehaald.", True, []),
        ("Herstel de normen die nu niet worden gehaald.", True, ["de normen die nu niet worden gehaald"]),
        ("Herstel de normen die nu niet worden gehaald.", False, []),
        (
            "De eis waaraan Zorg Voorbeeld niet voldoet.",
            False,
            ["de eis waaraan zorg voorbeeld niet voldoet"],
        ),
        ("De norm die als niet voldaan is beoordeeld.", False, ["de norm die als niet voldaan"]),
        ("Elke norm die niet is gehaald, komt terug.", False, []),
        ("Herstel norm 2.1, de norm die niet is gehaald.", False, []),
        ("De norm die is gehaald.", False, []),
        ("In 2024 was er de norm die niet is gehaald.", False, []),
        ("de norm die " * 4000, False, []),
    ],
)
def test_one_norm_or_more(tekst: str, is_een: bool, found: list[str]) -> None:
    assert list(find_verkeerd_getal(tekst, is_een=is_een)) == found
