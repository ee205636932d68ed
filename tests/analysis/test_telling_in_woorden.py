import pytest

from tests.analysis.proefdossier import make_categorie, make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.telling import TellingError
from toezicht_cli.analysis.telling_in_woorden import Tegenspraak, find_tegenspraken, make_vergelijking
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader

NORMEN = {
    "1": [f"1.{number}" for number in range(1, 10)],
    "2": ["2.1", "2.2", "2.3"],
    "3": [f"3.{number}" for number in range(1, 6)],
    "4": [f"4.{number}" for number in range(1, 5)],
}
OORDELEN = {
    "voldoet": ["1.1", "1.3", "1.4", "1.6", "3.2", "4.1"],
    "voldoet-grotendeels": ["1.2", "1.5", "1.7", "1.9", "3.1", "3.3"],
    "voldoet-niet": ["1.8", "2.1", "3.4", "4.2", "4.3", "4.4"],
}


def make_case(kader: Toetsingskader | None = None) -> Dossier:
    """Return a dossier of 21 normen: six of each categorie, two not getoetst, one not applicable."""
    items = [make_oordeel(norm, oordeel) for oordeel, normen in OORDELEN.items() for norm in normen]
    items += [make_oordeel(norm, status="niet-getoetst", reden="Geen tijd.") for norm in ("2.2", "2.3")]
    items.append(make_oordeel("3.5", status="niet-van-toepassing", reden="Geen vrijwilligers."))
    return make_dossier(kader or make_kader(NORMEN), items)


VERGELIJKING = make_vergelijking(make_case())

TRUE = [
    "Van de 21 normen zijn er 18 getoetst.",
    "Van de eenentwintig normen uit het kader zijn er achttien beoordeeld.",
    "18 van de 21 normen zijn getoetst.",
    "Achttien normen zijn getoetst, en zes daarvan niet gehaald.",
    "Er zijn 18 normen getoetst.",
    "Drie normen zijn niet onderzocht of niet van toepassing.",
    "Drie normen zijn niet getoetst.",
    "Twee normen zijn niet getoetst.",
    "Eén norm is niet van toepassing.",
    "Aan zes van de getoetste normen voldoet Zorg Voorbeeld.",
    "Aan zes van de getoetste normen voldoet Zorg Voorbeeld grotendeels.",
    "Aan zes van de achttien normen voldoet Zorg Voorbeeld niet.",
    "De aanbieder voldoet aan 6 normen, grotendeels aan 6 en niet aan 6.",
    "Hij voldoet aan zes normen, voldoet grotendeels aan zes normen en voldoet niet aan zes normen.",
    "Zes van de 21 normen voldoen niet.",
    "- Van de 21 normen zijn er 18 getoetst;\n- aan zes normen wordt voldaan.",
    "Bij thema 1 voldoet Zorg Voorbeeld aan vier normen.",
    "### Thema veiligheid\n\nZorg Voorbeeld voldoet niet aan één norm.",
    "Op het gebied van Thema 4 voldoet de aanbieder niet aan drie normen.",
]
SILENT = [
    "Medewerkers voldoen aan vijf normen.",
    "Zorg Voorbeeld voldoet aan vijf wettelijke normen.",
    "Zorg Voorbeeld voldoet aan vijf normen voor brandveiligheid.",
    "Zorg Voorbeeld voldoet op vier punten niet aan de norm.",
    "Zorg Voorbeeld voldoet niet alleen aan vijf normen.",
    "Zorg Voorbeeld voldoet aan ruim vijf normen.",
    "Zorg Voorbeeld voldoet aan meer dan vijf normen.",
    "Zorg Voorbeeld voldoet niet aan alle normen.",
    "Zorg Voorbeeld voldoet aan een norm.",
    "Zorg Voorbeeld voldoet geheel of grotendeels aan twaalf normen.",
    "Zorg Voorbeeld moet binnen een jaar aan vijf normen voldoen.",
    "Als Zorg Voorbeeld aan vijf normen voldoet, volgt een gesprek.",
    "Voldoet Zorg Voorbeeld aan vijf normen?",
    "Zorg Voorbeeld voldoet aan {cijfer:normen} normen.",
    "In 2023 voldeed Zorg Voorbeeld aan vijf normen.",
    "Bij het vorige onderzoek was dit beter. Zorg Voorbeeld voldeed toen aan vijf normen.",
    "Zorg Voorbeeld voldoet aan de vijf normen over bejegening.",
    "Zorg Voorbeeld voldoet, en aan vijf dossiers is te zien hoe.",
    "Medewerkers voldoen aan drie normen en aan vier normen niet.",
    "In drie van de zeven dossiers ontbreekt een verslag.",
    "Drie van de zeven cliënten zijn tevreden over de normen.",
    "Vier normen zijn onderzocht met interviews.",
    "De vier normen die niet getoetst zijn, volgen later.",
    "Van de normen zijn er vier besproken.",
    "Zestien normen zijn van toepassing.",
    "",
    "\n\n- \n\n1.\n",
]
FALSE = {
    "Van de 21 normen zijn er 16 getoetst.": "18 van de 21 getoetst",
    "Van de 20 normen zijn er 18 getoetst.": "18 van de 21 getoetst",
    "16 van de 21 normen zijn getoetst.": "18 van de 21 getoetst",
    "Negentien normen zijn getoetst.": "18 van de 21 getoetst",
    "Vier normen zijn niet getoetst.": "18 van de 21 getoetst",
    "Vijf normen zijn niet van toepassing.": "18 van de 21 getoetst",
    "De aanbieder voldoet aan zeven normen.": "6 van de 18 met oordeel voldoet",
    "De aanbieder voldoet grotendeels aan 5 normen.": "6 van de 18 met oordeel voldoet-grotendeels",
    "Aan zes van de zestien getoetste normen voldoet de aanbieder.": "6 van de 18 met oordeel voldoet",
    "Van de zestien normen voldoet Zorg Voorbeeld aan zes.": "6 van de 18 met oordeel voldoet",
    "Aan vijf normen wordt niet voldaan.": "6 van de 18 met oordeel voldoet-niet",
    "Vijf normen voldoen niet.": "6 van de 18 met oordeel voldoet-niet",
    "Zes normen voldoen en vijf normen voldoen niet.": "6 van de 18 met oordeel voldoet-niet",
    "Zorg Voorbeeld voldoet aan alle normen.": "6 van de 18 met oordeel voldoet",
    "Zorg Voorbeeld voldoet aan alle 18 getoetste normen.": "6 van de 18 met oordeel voldoet",
    "Zorg Voorbeeld voldoet aan geen enkele norm.": "6 van de 18 met oordeel voldoet",
    "Aan geen van de 18 normen voldoet Zorg Voorbeeld niet.": "6 van de 18 met oordeel voldoet-niet",
    "Wij vinden dat Zorg Voorbeeld niet voldoet aan zeven normen.": "6 van de 18 met oordeel voldoet-niet",
    "Zorg Voorbeeld voldoet aan **zeven**\nnormen.": "6 van de 18 met oordeel voldoet",
    "### Thema veiligheid\n\nDe aanbieder voldoet aan twee normen.": "6 van de 18 met oordeel voldoet",
}


@pytest.mark.parametrize("tekst", [*TRUE, *SILENT])
def test_a_text_that_is_true_or_not_understood_is_left_alone(tekst: str) -> None:
    assert list(find_tegenspraken(tekst, VERGELIJKING)) == []


@pytest.mark.parametrize(("tekst", "telling"), list(FALSE.items()))
def test_a_tally_that_the_oordelen_contradict_is_found(tekst: str, telling: str) -> None:
    assert [item.telling for item in find_tegenspraken(tekst, VERGELIJKING)] == [telling]


def test_every_part_of_a_list_is_compared() -> None:
    tekst = "Zorg Voorbeeld voldoet aan zes normen, grotendeels aan zeven en niet aan vijf."
    assert list(find_tegenspraken(tekst, VERGELIJKING)) == [
        Tegenspraak("grotendeels aan zeven", "6 van de 18 met oordeel voldoet-grotendeels"),
        Tegenspraak("niet aan vijf", "6 van de 18 met oordeel voldoet-niet"),
    ]


def test_a_schaal_of_its_own_words_is_understood() -> None:
    categorieen = [make_categorie(naam, f"scoort {naam} op de eis") for naam in ("goed", "matig")]
    kader = make_kader({"1": ["1", "2", "3"]}, categorieen)
    items = [make_oordeel("1", "goed"), make_oordeel("2", "goed"), make_oordeel("3", "matig")]
    vergelijking = make_vergelijking(make_dossier(kader, items))
    right = "Zorg Voorbeeld scoort goed op twee eisen en matig op één eis."
    wrong = "Op twee eisen scoort Zorg Voorbeeld matig."
    assert list(find_tegenspraken(right, vergelijking)) == []
    assert [item.telling for item in find_tegenspraken(wrong, vergelijking)] == [
        "1 van de 3 met oordeel matig"
    ]


def test_a_schaal_without_one_frame_leaves_only_the_number_of_getoetste_normen() -> None:
    kader = make_kader(
        {"1": ["1"]}, [make_categorie("goed", "is goed"), make_categorie("fout", "doet het fout")]
    )
    vergelijking = make_vergelijking(make_dossier(kader, [make_oordeel("1", "goed")]))
    tekst = "Zorg Voorbeeld voldoet aan vijf normen. Twee normen zijn getoetst."
    assert [item.telling for item in find_tegenspraken(tekst, vergelijking)] == ["1 van de 1 getoetst"]


def test_over_vestigingen_a_number_may_be_of_one_vestiging_of_all_or_of_the_normen() -> None:
    kader = make_kader({"1": ["1", "2", "3"]}, per="locatie")
    oordelen = {"L1": ["voldoet", "voldoet", "voldoet-niet"], "L2": ["voldoet", "voldoet-niet", "voldoet"]}
    items = [
        make_oordeel(str(number), oordeel, locatie=locatie)
        for locatie, given in oordelen.items()
        for number, oordeel in enumerate(given, 1)
    ]
    vergelijking = make_vergelijking(make_dossier(kader, items, make_onderzoek(["L1", "L2"])))
    for number, is_right in {"twee": True, "drie": True, "vier": True, "één": False, "vijf": False}.items():
        found = list(find_tegenspraken(f"Huis L1 voldoet aan {number} normen.", vergelijking))
        assert (found == []) is is_right, number


def test_what_cannot_be_counted_cannot_be_compared() -> None:
    with pytest.raises(TellingError):
        make_vergelijking(make_dossier(make_kader({"1": ["1"]}), [make_oordeel("9", "voldoet")]))
