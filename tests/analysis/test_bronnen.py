from toezicht_cli.analysis.bronnen import find_dubbele, find_opvolgingsbronnen, kind_of_bron, name_bronnen
from toezicht_cli.diagnostics import Place
from toezicht_cli.models.bron import Bron, Bronnenlijst
from toezicht_cli.models.dossier import Dossier, Located
from toezicht_cli.models.normoordeel import Normoordeel
from toezicht_cli.models.verbeterpunt import Verbeterpunten


def bron(bron_id: str, soort: str = "beleidsdocument", **velden: object) -> Bron:
    return Bron.model_validate({"id": bron_id, "soort": soort, **velden})


def dubbele(*rows: Bron) -> list[tuple[str, str]]:
    located = [Located(row, Place("bronnen.yaml", ("bronnen", index))) for index, row in enumerate(rows)]
    return [(late.value.id, early.value.id) for late, early in find_dubbele(located)]


def test_a_long_list_of_bronnen_is_cut() -> None:
    assert name_bronnen(["B01"]) == "B01"
    assert name_bronnen(["B01", "B02"]) == "B01 en B02"
    assert name_bronnen([f"B0{i}" for i in range(1, 7)]) == "B01, B02, B03, B04, B05 en B06"
    assert name_bronnen([f"B0{i}" for i in range(1, 8)]) == "B01, B02, B03, B04, B05 en 2 andere"


def test_a_rest_category_makes_each_bron_a_kind() -> None:
    assert kind_of_bron(bron("O01", "overig")) != kind_of_bron(bron("O02", "overig"))
    client = kind_of_bron(bron("I01", "interview", rol="client"))
    assert client == kind_of_bron(bron("I02", "interview", rol="client"))
    assert client != kind_of_bron(bron("I03", "interview", rol="medewerker"))
    assert kind_of_bron(bron("I04", "interview", rol="overig")) == ("I04", "één interview")
    assert kind_of_bron(bron("I05", "interview"))[1] == "interviews"


def test_a_document_under_one_title_is_one_document() -> None:
    assert dubbele(bron("B1", titel="Code cliënten"), bron("B2", titel="code  Clienten.")) == [("B2", "B1")]
    assert dubbele(bron("B1", titel="Code"), bron("B2", titel="Code 2")) == []
    assert dubbele(bron("B1", titel="Code", versie="1"), bron("B2", titel="Code", versie="2")) == []
    unknown = (bron("B1", titel="Code", versie="1"), bron("B2", titel="Code", versie="niet-vermeld"))
    assert dubbele(*unknown) == [("B2", "B1")]


def test_dates_tell_documents_apart_only_when_they_certainly_differ() -> None:
    rows = [
        bron(f"B{i}", titel="Code", documentdatum=datum)
        for i, datum in enumerate(["2024", "2024-10", "2025"])
    ]
    assert dubbele(*rows) == [("B1", "B0")]


def test_a_talk_is_known_by_its_day_too() -> None:
    rows = [bron(f"I{i}", "interview", aanduiding="Cliënt A", datum=f"2025-01-0{i}") for i in (1, 2)]
    assert dubbele(*rows) == []
    assert dubbele(rows[0], rows[0]) == [("I1", "I1")]


def test_bronnen_of_the_follow_up_are_those_named_nowhere_else() -> None:
    opvolging = {
        "datum": "2025-06-01",
        "status": "deels",
        "bewijs": ("O01", "O02"),
        "toelichting": "Zie [@O03].",
    }
    punt = {
        "id": "V01",
        "norm": "1.1",
        "soort": "verbeterpunt",
        "tekst": "Doe het.",
        "opvolging": (opvolging,),
    }
    oordeel = {"norm": "1.1", "bevindingen": ({"id": "a", "tekst": "Gezien [@O02]."},)}
    dossier = Dossier(
        "proef",
        {
            "bronnen.yaml": Bronnenlijst(),
            "bevindingen/1.1.yaml": Normoordeel.model_validate(oordeel),
            "verbeterpunten.yaml": Verbeterpunten.model_validate({"verbeterpunten": (punt,)}),
        },
    )
    assert find_opvolgingsbronnen(dossier) == {"O01", "O03"}
