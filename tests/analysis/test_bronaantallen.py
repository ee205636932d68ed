from collections.abc import Sequence

import pytest

from toezicht_cli.analysis.bronaantallen import Afwijking, compare_aantallen
from toezicht_cli.models.bron import Bron


def interviews(rol: str | None, *aanduidingen: str, **velden: str) -> list[Bron]:
    return [
        Bron.model_validate({"id": "I01", "soort": "interview", "rol": rol, "aanduiding": naam, **velden})
        for naam in aanduidingen
    ]


def stapel(soort: str, aantal: str) -> Bron:
    return Bron.model_validate({"id": "D01", "soort": soort, "aantal": aantal})


CLIENTEN = interviews("client", "Cliënt A", "Cliënt B", "Cliënt C", "Cliënt D")
MEDEWERKERS = [
    *interviews("medewerker", "Begeleider A", "Begeleider B", "Begeleider C"),
    *interviews("medewerker", "Kwaliteitsmedewerker", "Zorgcoördinator", "Bestuurder"),
]
KETENPARTNERS = interviews("ketenpartner", "Ketenpartner A (behandelaar)", "Ketenpartner B (Veilig Thuis)")
LIJST = [
    *CLIENTEN,
    *MEDEWERKERS,
    *KETENPARTNERS,
    stapel("clientdossier", "7"),
    stapel("personeelsdossier", "20"),
]


def compare(tekst: str, bronnen: Sequence[Bron] = LIJST) -> list[Afwijking]:
    return list(compare_aantallen(tekst, bronnen))


@pytest.mark.parametrize(
    "tekst",
    [
        "Wij spraken vier cliënten, zes medewerkers en twee ketenpartners.",
        "Er is gesproken met drie ambulant begeleiders.",
        "Wij spraken met de zorgcoördinator, de bestuurder en vier medewerkers.",
        "Wij spraken met de bestuurder en zes medewerkers.",
        "Wij spraken vier cliënten. Op kantoor spraken wij twee cliënten.",
        "Wij spraken een week later drie medewerkers. Verder spraken wij drie medewerkers.",
        "Er zijn zeven cliëntdossiers, 20 personeelsdossiers en 27 dossiers gelezen.",
        "Er zijn zeven dossiers gelezen.",
        "Er zijn 12 interviews gehouden.",
        "Wij hielden zes interviews met cliënten en ketenpartners.",
    ],
)
def test_numbers_that_the_list_bears_out(tekst: str) -> None:
    assert compare(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("Wij spraken vijf cliënten.", Afwijking("cliënten", (5,), 4)),
        ("Wij spraken acht medewerkers.", Afwijking("medewerkers", (8,), 6)),
        ("Wij spraken vier begeleiders.", Afwijking("begeleiders", (4,), 3)),
        ("Wij spraken drie ketenpartners.", Afwijking("ketenpartners", (3,), 2)),
        ("Wij spraken twee naasten.", Afwijking("naasten", (2,), 0)),
        ("Er zijn 14 interviews gehouden.", Afwijking("interviews", (14,), 12)),
        ("Wij hielden vijf interviews met cliënten.", Afwijking("interviews", (5,), 4)),
        ("Er zijn zes cliëntdossiers gelezen.", Afwijking("cliëntdossiers", (6,), 7)),
        ("Wij lazen twee beleidsdocumenten.", Afwijking("beleidsdocumenten", (2,), 0)),
        ("Wij spraken vijf cliënten. Later spraken wij drie cliënten.", Afwijking("cliënten", (5, 3), 4)),
    ],
)
def test_numbers_that_the_list_does_not_bear_out(tekst: str, expected: Afwijking) -> None:
    assert compare(tekst) == [expected]


def test_a_row_that_may_be_several_people_says_nothing() -> None:
    rows = interviews("client", "Drie cliënten")
    assert compare("Wij spraken vijf cliënten.", rows) == []
    assert compare("Wij spraken vijf medewerkers.", interviews("medewerker", "Bestuurder en manager")) == []


def test_a_row_with_a_number_counts_for_that_number() -> None:
    rows = interviews("client", "Groepsgesprek", aantal="5")
    assert compare("Wij spraken vijf cliënten.", rows) == []
    assert compare("Wij spraken vier cliënten.", rows) == [Afwijking("cliënten", (4,), 5)]


def test_without_a_rol_nobody_knows_who_spoke() -> None:
    rows = [*CLIENTEN, *interviews(None, "Iemand")]
    assert compare("Wij spraken vijf cliënten.", rows) == []
    assert compare("Wij hielden drie interviews met cliënten.", rows) == []


def test_begeleiders_that_the_list_calls_otherwise_are_left_alone() -> None:
    rows = interviews("medewerker", "Medewerker A", "Medewerker B")
    assert compare("Wij spraken drie begeleiders.", rows) == []
    assert compare("Wij spraken drie begeleiders.", []) == [Afwijking("begeleiders", (3,), 0)]
