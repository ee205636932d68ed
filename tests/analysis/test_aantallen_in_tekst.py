import pytest

from toezicht_cli.analysis.aantallen_in_tekst import find_aantallen

FOUND = [
    ("Er zijn interviews gehouden met vier cliënten.", [(4, "clienten")]),
    ("interviews met drie ambulant begeleiders", [(3, "begeleiders")]),
    ("Er is met vier cliënten en drie medewerkers gesproken.", [(4, "clienten"), (3, "medewerkers")]),
    ("Wij spraken vier cliënten, twee naasten en een bestuurder.", [(4, "clienten"), (2, "naasten")]),
    ("Vier cliënten zijn geïnterviewd.", [(4, "clienten")]),
    ("De toezichthouder heeft vier cliënten gesproken.", [(4, "clienten")]),
    ("Wij spraken tweeëntwintig Wmo-cliënten.", [(22, "clienten")]),
    ("Daarnaast spraken wij met in totaal zes samenwerkingspartners.", [(6, "ketenpartners")]),
    ("Er is gesproken met de bestuurder en vijf medewerkers.", [(5, "medewerkers")]),
    (
        "Er zijn vier cliënten, zes medewerkers en vier ketenpartners geïnterviewd.",
        [(4, "clienten"), (6, "medewerkers"), (4, "ketenpartners")],
    ),
    ("Er zijn steekproefsgewijs zeven cliëntendossiers ingezien.", [(7, "clientdossiers")]),
    ("een steekproef van zeven cliëntdossiers", [(7, "clientdossiers")]),
    ("Er zijn 20 personeelsdossiers gecontroleerd.", [(20, "personeelsdossiers")]),
    (
        "Wij lazen 7 cliëntdossiers en 9 personeelsdossiers.",
        [(7, "clientdossiers"), (9, "personeelsdossiers")],
    ),
    ("Ook zijn 22 beleidsstukken en zeven dossiers gelezen.", [(22, "beleidsdocumenten"), (7, "dossiers")]),
    ("Er zijn 14 interviews gehouden.", [(14, "interviews")]),
    ("Wij hielden twee gesprekken met vier cliënten.", [(4, "clienten")]),
    ("Het team telt 14 begeleiders. Met drie begeleiders is een gesprek gevoerd.", [(3, "begeleiders")]),
    ("Wij spraken\nmet vier\ncliënten.", [(4, "clienten")]),
    ("Gesproken is met:\n\n- vier cliënten;\n- de bestuurder.", [(4, "clienten")]),
    (
        "Wij deden dit:\n1. vier cliënten gesproken\n2. zeven dossiers gelezen",
        [(4, "clienten"), (7, "dossiers")],
    ),
    ("De bronnen:\n- 14 interviews", [(14, "interviews")]),
]
SILENT = [
    "De aanbieder heeft 135 cliënten.",
    "De aanbieder heeft 135 cliënten en wij spraken er vier.",
    "De aanbieder heeft 135 cliënten, van wie er vier zijn gesproken.",
    "Er zijn 135 cliënten, vier zijn gesproken.",
    "Van de 135 cliënten zijn er vier gesproken.",
    "Met vier van de acht cliënten is gesproken.",
    "Wij spraken met de bestuurder van een locatie met vier cliënten.",
    "Wij spraken met de bestuurder die 14 begeleiders aanstuurt.",
    "Wij spraken over vier cliënten.",
    "Wij spraken ongeveer vier cliënten.",
    "Per locatie spraken wij vier cliënten.",
    "Met vier cliënten is niet gesproken.",
    "Wij spraken met drie of vier cliënten.",
    "Wij spraken met 4 à 5 cliënten.",
    "Wij spraken de vier cliënten.",
    "Wij spraken een cliënt.",
    "Wij spraken met cliënten en lazen dossiers.",
    "Wij lazen in drie dossiers dat er geen plan was.",
    "De dossiers van vier cliënten zijn gelezen en er zijn interviews gehouden.",
    "De 20 personeelsdossiers zijn gecontroleerd.",
    "Er zijn 20 personeelsdossiers.",
    "Er zijn twee gesprekken gevoerd over de planning.",
    "Wij hielden drie interviews met het management.",
    "Wij spraken vier",
    "Wij spraken vier andere cliënten",
    "Wij spraken vier dagen lang met cliënten.",
    "Zo werkt de aanbieder:\n- 135 cliënten\n- 14 begeleiders",
    "Gesproken is met cliënten.\n\n- 135 cliënten",
    "",
]


@pytest.mark.parametrize(("tekst", "expected"), FOUND, ids=lambda value: str(value)[:50])
def test_clear_numbers_are_found(tekst: str, expected: list[tuple[int, str]]) -> None:
    assert [(aantal.getal, aantal.soort) for aantal in find_aantallen(tekst) if aantal.zeker] == expected


@pytest.mark.parametrize("tekst", SILENT, ids=lambda value: str(value)[:50])
def test_what_is_not_clear_is_not_certain(tekst: str) -> None:
    assert not any(aantal.zeker for aantal in find_aantallen(tekst))


def test_a_number_that_is_not_certain_is_kept_for_the_sum() -> None:
    found = find_aantallen("Van de 135 cliënten zijn er vier gesproken.")
    assert [(aantal.getal, aantal.zeker) for aantal in found] == [(135, False)]


@pytest.mark.parametrize(
    ("tekst", "met"),
    [
        ("Wij hielden vier interviews met cliënten.", ("clienten",)),
        ("Met cliënten en naasten zijn vier interviews gehouden.", ("clienten", "naasten")),
        ("Er zijn vier gesprekken gevoerd met ketenpartners.", ("ketenpartners",)),
        ("Wij hielden vier interviews.", ()),
    ],
)
def test_interviews_are_counted_with_whom_they_were(tekst: str, met: tuple[str, ...]) -> None:
    (aantal,) = find_aantallen(tekst)
    assert (aantal.getal, aantal.soort, aantal.met) == (4, "interviews", met)
