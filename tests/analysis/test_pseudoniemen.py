import pytest

from toezicht_cli.analysis.pseudoniemen import Pseudoniem, find_onbekende, find_reeksen
from toezicht_cli.models.bron import Bron

LETTERS = {"client": frozenset("ABCD"), "begeleider": frozenset("ABC")}


def bronnen(*aanduidingen: str) -> list[Bron]:
    rows = [{"id": "I01", "soort": "interview", "aanduiding": naam} for naam in aanduidingen]
    return [Bron.model_validate(row) for row in rows]


def test_the_series_of_a_list() -> None:
    rows = bronnen(
        "Cliënt A", "Cliënt B", "Ambulant begeleider A", "Ketenpartner A (behandelaar)", "Bestuurder"
    )
    assert find_reeksen(rows) == {
        "client": frozenset("AB"),
        "begeleider": frozenset("A"),
        "ketenpartner": frozenset("A"),
    }
    assert find_reeksen(bronnen("Medewerker 1", "Medewerker 12")) == {"medewerker": frozenset({"1", "12"})}


def test_what_is_no_series() -> None:
    assert find_reeksen(bronnen("Begeleider Z", "Medewerker team A", "Medewerker A van het kantoor")) == {}
    assert find_reeksen([Bron.model_validate({"id": "O01", "soort": "overig"})]) == {}


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("Cliënt E kent het plan.", ("client", "E")),
        ("Volgens cliënt E.", ("client", "E")),
        ("Het plan van de ambulant begeleider D, en verder", ("begeleider", "D")),
        ("(cliënt\nE)", ("client", "E")),
    ],
)
def test_an_unknown_pseudonym_is_found(tekst: str, expected: tuple[str, str]) -> None:
    assert [pseudoniem for pseudoniem, _ in find_onbekende(tekst, LETTERS)] == [Pseudoniem(*expected)]


@pytest.mark.parametrize(
    "tekst",
    [
        "Cliënt A en cliënt D kennen het plan.",
        "De cliënt En zo verder. Cliënt Eva. Cliënt E-mailt.",
        "Cliënt 5 staat hier niet. De cliënt 24 uur per dag.",
        "Ketenpartner E en team F.",
        "Een cliënt i en cliënten E.",
        "De cliënt E.V. Jansen",
        "Hoofdcliënt: Ex-cliënt E",
    ],
)
def test_what_is_no_pseudonym_is_left_alone(tekst: str) -> None:
    assert list(find_onbekende(tekst, LETTERS)) == []


def test_numbers_are_no_measures() -> None:
    reeksen = {"client": frozenset({"1", "2"})}
    found = [
        words for _, words in find_onbekende("Cliënt 3 zegt: per cliënt 4 uur, cliënt 5 dagen.", reeksen)
    ]
    assert found == ["Cliënt 3"]
