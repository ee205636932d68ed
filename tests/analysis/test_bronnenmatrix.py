"""The matrix counts different bronnen by kind, and marks what an oordeel rests on too thinly."""

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.proefdossier import make_dossier, make_kader, make_onderzoek, make_oordeel
from toezicht_cli.analysis.bronnengebruik import measure_gebruik
from toezicht_cli.analysis.bronnenmatrix import KOLOMMEN, Kolom, kolom_of, make_matrix
from toezicht_cli.models.bron import Bron, Bronnenlijst
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.normoordeel import Normoordeel

KADER = make_kader({"1": ["1.1", "1.2", "1.10"], "2": ["2.1"]})


def bron(bron_id: str, soort: str, rol: str | None = None, aantal: str | None = None) -> Bron:
    return Bron.model_validate({"id": bron_id, "soort": soort, "rol": rol, "aantal": aantal})


LIJST = (
    bron("I1", "interview", "client"),
    bron("I2", "interview", "client"),
    bron("I3", "interview", "medewerker"),
    bron("I4", "interview"),
    bron("D1", "clientdossier", aantal="7"),
    bron("O1", "overig"),
    bron("O2", "overig"),
)


def norm(norm_id: str, *bevindingen: str, oordeel: str | None = "voldoet", **velden: object) -> Normoordeel:
    """Return a normoordeel; each bevinding is the ids of its bronnen with spaces between."""
    items = tuple(
        {"id": f"b{index}", "tekst": "Gezien.", "bronnen": tuple(ids.split())}
        for index, ids in enumerate(bevindingen)
    )
    return make_oordeel(norm_id, oordeel, bevindingen=items, **velden)


def dossier(*items: Normoordeel) -> Dossier:
    found = make_dossier(KADER, items)
    return Dossier("proef", {**found.documents, "bronnen.yaml": Bronnenlijst(bronnen=LIJST)})


def test_a_bron_counts_once_however_often_it_is_named_and_whatever_it_stands_for() -> None:
    matrix = make_matrix(dossier(norm("1.1", "I1 D1", "I1 I2 D1"), norm("1.2", "I1")))
    row = next(matrix.rijen)
    assert [kolom.id for kolom in matrix.kolommen] == [
        *("interview-client", "interview-medewerker", "interview-zonder-rol", "clientdossier", "overig")
    ]
    assert row.aantallen == (2, 0, 0, 1, 0)
    assert row.totaal == 3
    assert matrix.themas[0].aantallen == (2, 0, 0, 1, 0)
    assert matrix.aantallen == (2, 0, 0, 1, 0)


def test_a_bron_in_the_text_counts_too() -> None:
    item = make_oordeel("1.1", "voldoet", bevindingen=({"id": "a", "tekst": "Gezien [@I1; @D1, p. 2]."},))
    assert next(make_matrix(dossier(item)).rijen).totaal == 2


def test_thin_spots_are_marked() -> None:
    matrix = make_matrix(
        dossier(norm("1.1", "I1 I2"), norm("1.2", ""), norm("1.10", "I1 I99"), norm("2.1", "O1 O2"))
    )
    assert [row.merk for row in matrix.rijen] == ["een-soort", "geen-bron", "onbekende-bron", None]
    assert [row.onbekend for row in matrix.rijen][2] == ("I99",)


def test_one_bron_of_the_rest_is_one_kind() -> None:
    assert next(make_matrix(dossier(norm("1.1", "O1"))).rijen).merk == "een-soort"


def test_a_norm_without_oordeel_is_not_thin() -> None:
    matrix = make_matrix(
        dossier(norm("1.1", "I1", oordeel=None), norm("1.2", oordeel=None, status="niet-getoetst", reden="x"))
    )
    assert [row.merk for row in matrix.rijen] == [None, None, None, None]
    assert [row.status for row in matrix.rijen] == [None, "niet-getoetst", None, None]


def test_rows_follow_the_kader_and_a_strange_norm_is_not_passed_over() -> None:
    matrix = make_matrix(dossier(norm("9.9", "I1"), norm("2.1", "I1")))
    assert [row.sleutel for row in matrix.rijen] == ["1.1", "1.2", "1.10", "2.1", "9.9"]
    assert matrix.themas[-1].titel == "niet in het kader"


def test_every_vestiging_has_its_row() -> None:
    kader = make_kader({"1": ["1.1"]}, per="locatie")
    items = (norm("1.1", "I1", locatie="L2"),)
    found = make_dossier(kader, items, make_onderzoek(("L1", "L2")))
    matrix = make_matrix(Dossier("x", {**found.documents, "bronnen.yaml": Bronnenlijst(bronnen=LIJST)}))
    assert [(row.sleutel, row.totaal) for row in matrix.rijen] == [("1.1@L1", 0), ("1.1@L2", 1)]


def test_every_kind_of_bron_has_a_column() -> None:
    assert {kolom_of(item) for item in LIJST} <= set(KOLOMMEN)
    assert len({kolom.id for kolom in KOLOMMEN}) == len({kolom.label for kolom in KOLOMMEN}) == len(KOLOMMEN)
    assert kolom_of(bron("B1", "beleidsdocument", "client")) == Kolom("beleidsdocument")


IDS = st.lists(st.sampled_from([*(item.id for item in LIJST), "X1", "X2"]), max_size=9)


@given(st.lists(IDS, max_size=4), st.lists(IDS, max_size=4))
def test_a_row_adds_up_to_the_different_bronnen_of_its_norm(
    one: list[list[str]], two: list[list[str]]
) -> None:
    items = (norm("1.1", *(" ".join(ids) for ids in one)), norm("1.2", *(" ".join(ids) for ids in two)))
    matrix = make_matrix(dossier(*items))
    known = {item.id for item in LIJST}
    rows = {row.sleutel: row for row in matrix.rijen}
    for item in items:
        assert rows[item.norm].totaal == len(set(item.alle_bronnen) & known)
        assert set(rows[item.norm].onbekend) == set(item.alle_bronnen) - known
    both = set(items[0].alle_bronnen) | set(items[1].alle_bronnen)
    assert matrix.themas[0].totaal == len(both & known) == sum(matrix.aantallen)


def test_use_counts_bevindingen_and_names_what_nothing_names() -> None:
    overview = measure_gebruik(dossier(norm("1.1", "I1", "I1 D1"), norm("1.2", "I1 I99")))
    use = {item.bron.id: item for item in overview.gebruik}
    assert (use["I1"].bevindingen, use["I1"].normen, use["I1"].elders) == (3, ("1.1", "1.2"), 0)
    assert overview.ongebruikt == ("I2", "I3", "I4", "O1", "O2")
    assert overview.onbekend == ("I99",)
    assert [(groep.soort, groep.stuks) for groep in overview.groepen] == [
        *(("interview", 4), ("clientdossier", 7), ("overig", 2))
    ]


def test_a_use_outside_bevindingen_counts_as_elsewhere() -> None:
    item = make_oordeel("1.1", "voldoet", conclusie="Het is goed [@I2].")
    use = {item.bron.id: item for item in measure_gebruik(dossier(item)).gebruik}
    assert (use["I2"].bevindingen, use["I2"].elders, use["I2"].is_gebruikt) == (0, 1, True)
