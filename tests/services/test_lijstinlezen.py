"""What comes back on a list goes into the case, and nothing in the case or on the list is lost."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.libreoffice import save_as
from tests.rules.dossiers import BASE, ONDERZOEK
from tests.services.lijstinvullen import fill, find_keys
from toezicht_cli.analysis.dossiertelling import name_cijfers, name_totaal
from toezicht_cli.analysis.lijsten import MERK
from toezicht_cli.analysis.voorbereiding import Kolom, find_kolommen
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.cijfer import Cijfers
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Norm
from toezicht_cli.services.check import check_onderzoeken
from toezicht_cli.services.lijstinlezen import Inlezing, find_fout, read_list
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.voorbereiden import MAP, Voorbereidingswens, prepare_onderzoek

TODAY = date(2026, 11, 22)
UITVRAAG = """\
# Wat wij vroegen.
uitvraag:
  - {id: U01, norm: "2.1", document: vog, omschrijving: De VOG's}  # het eerste
  - id: U02
    norm: "1.1"
    omschrijving: Het plan
    # nog niets binnen
  - id: U03
    norm: "1.2"
    omschrijving: De verslagen
    ontvangen: B01
"""


@pytest.fixture
def onderzoek(tmp_path: Path) -> Path:
    """Return a copy of the base case with three requests, and its lists laid down."""
    shutil.copytree(BASE, tmp_path / "werkmap")
    root = tmp_path / "werkmap" / ONDERZOEK
    (root / "uitvraag.yaml").write_text(UITVRAAG, encoding="utf-8")
    bronnen = root / "bronnen.yaml"
    bronnen.write_text(
        "bronnen:\n"
        "  - {id: B01, soort: beleidsdocument, titel: Plan, ontvangen_op: 2026-02-03}\n"
        "  - {id: D01, soort: clientdossier, aantal: 4, datum: 2026-02-10, steekproef: dossiers}\n"
        "  - {id: D02, soort: clientdossier, aantal: 1, datum: 2026-02-10}\n",
        encoding="utf-8",
    )
    prepare_onderzoek(root, root, TODAY, Voorbereidingswens(("xlsx",)), lambda _: None)
    return root


def uitvraaglijst(root: Path) -> Path:
    return root / MAP / "uitvraaglijst.xlsx"


def dossierlijst(root: Path) -> Path:
    return root / MAP / "dossierlijst-dossiers.xlsx"


def read(path: Path, root: Path, bron: str | None = None, *, proef: bool = False) -> Inlezing:
    return read_list(path, root, bron, proef=proef)


def dossier(root: Path) -> Dossier:
    return load_dossier(root, kadermap_for(root)).dossier


def waarden(root: Path) -> dict[str, str]:
    return {naam: str(cijfer.waarde) for naam, cijfer in dossier(root).cijfers.cijfers.items()}


def answer(root: Path, norm: str, answers: str) -> None:
    """Fill a column: one letter for each dossier, ``-`` for an empty cell."""
    words = {"j": "ja", "n": "nee", "v": "nvt", "o": "onbekend"}
    fill(
        dossierlijst(root),
        {(f"D-{row}", norm): words[sign] for row, sign in enumerate(answers, 1) if sign != "-"},
    )


def test_the_uitvraag_takes_over_what_came_and_what_did_not(onderzoek: Path) -> None:
    fill(
        uitvraaglijst(onderzoek),
        {
            ("U01", "geleverd"): "ja",
            ("U01", "bron"): "B01",
            ("U02", "geleverd"): "nee",
            ("U02", "reden"): "Het is er *niet* [@B01]",
        },
    )
    result = read(uitvraaglijst(onderzoek), onderzoek)
    assert (len(result.wijzigingen), result.geweigerd) == (2, ())
    text = (onderzoek / "uitvraag.yaml").read_text(encoding="utf-8")
    assert [line for line in UITVRAAG.splitlines() if "#" in line and line.strip().startswith("#")] == [
        line for line in text.splitlines() if line.strip().startswith("#")
    ]
    assert "# het eerste" in text
    first, second, third = dossier(onderzoek).uitvraag.uitvraag
    assert (first.ontvangen, second.ontvangen, third.ontvangen) == ("B01", "niet-geleverd", "B01")
    assert second.reden == "Het is er *niet* [@B01]"


def test_a_list_that_says_nothing_new_changes_nothing(onderzoek: Path) -> None:
    result = read(uitvraaglijst(onderzoek), onderzoek)
    assert result == Inlezing("0 verzoeken bijgewerkt", "uitvraag.yaml", (), (), (), proef=False)
    assert (onderzoek / "uitvraag.yaml").read_text(encoding="utf-8") == UITVRAAG


def test_a_trial_writes_nothing(onderzoek: Path) -> None:
    fill(uitvraaglijst(onderzoek), {("U01", "bron"): "B01"})
    answer(onderzoek, "1.2/a", "jjjj")
    before = {path.name: path.read_bytes() for path in onderzoek.glob("*.yaml")}
    assert read(uitvraaglijst(onderzoek), onderzoek, proef=True).wijzigingen != ()
    assert read(dossierlijst(onderzoek), onderzoek, proef=True).wijzigingen != ()
    assert {path.name: path.read_bytes() for path in onderzoek.glob("*.yaml")} == before


@pytest.mark.parametrize(
    "answers",
    [
        {"bron": "B99"},
        {"bron": "B01", "geleverd": "nee"},
        {"geleverd": "nee"},
        {"geleverd": "misschien"},
        {"bron": "=A1"},
        {"reden": "=A1&B1", "geleverd": "nee"},
    ],
)
def test_a_line_that_cannot_be_right_is_refused_and_the_others_are_not(
    onderzoek: Path, answers: dict[str, str]
) -> None:
    fill(uitvraaglijst(onderzoek), {("U01", key): value for key, value in answers.items()})
    fill(uitvraaglijst(onderzoek), {("U02", "bron"): "B01"})
    result = read(uitvraaglijst(onderzoek), onderzoek)
    assert [line.partition(":")[0] for line in result.geweigerd] == ["U01"]
    assert [item.ontvangen for item in dossier(onderzoek).uitvraag.uitvraag] == [None, "B01", "B01"]


def test_what_stands_in_the_case_is_not_overruled(onderzoek: Path) -> None:
    fill(
        uitvraaglijst(onderzoek),
        {("U03", "bron"): None, ("U03", "geleverd"): "nee", ("U03", "reden"): "Toch niet"},
    )
    result = read(uitvraaglijst(onderzoek), onderzoek)
    assert [line.partition(":")[0] for line in result.geweigerd] == ["U03"]
    assert (onderzoek / "uitvraag.yaml").read_text(encoding="utf-8") == UITVRAAG


def test_everything_else_on_the_list_is_told(onderzoek: Path) -> None:
    path = uitvraaglijst(onderzoek)
    fill(
        path,
        {
            ("U01", "opmerking"): f"Zie de map {'heel ' * 60}diep",
            ("U01", "geleverd"): "ja",
            ("U03", "datum"): date(2026, 2, 17),
            ("U02", "reden"): "Nog bezig",
        },
    )
    workbook = load_workbook(path)
    workbook["Uitvraag"]["N8"] = "losse aantekening"
    workbook["Uitvraag"]["A40"] = "U99"
    workbook["Uitvraag"]["E40"] = "nee"
    workbook.create_sheet("Extra")["A1"] = "nog iets"
    workbook.save(path)
    result = read(path, onderzoek)
    told = "\n".join(result.berichten)
    for words in (
        "Zie de map",
        "bronnen.yaml",
        "2026-02-17",
        "Nog bezig",
        "losse aantekening",
        "Extra",
        "E40",
    ):
        assert words in told
    assert len(result.geweigerd) == 1
    assert "U99" in result.geweigerd[0]


def test_words_of_others_become_visible_and_name_no_figure(onderzoek: Path) -> None:
    fill(
        uitvraaglijst(onderzoek),
        {("U01", "geleverd"): "nee", ("U01", "reden"): "weg\u202e {cijfer:x} \u200b# geen commentaar"},
    )
    read(uitvraaglijst(onderzoek), onderzoek)
    reden = dossier(onderzoek).uitvraag.uitvraag[0].reden
    assert reden == "weg[U+202E] (cijfer:x) [U+200B]# geen commentaar"
    assert find_fout(onderzoek, TODAY, "uitvraag.yaml") is None


def test_moved_hidden_and_extra_columns_and_rows_are_read_by_their_keys(onderzoek: Path) -> None:
    path = dossierlijst(onderzoek)
    answer(onderzoek, "1.2/a", "jjnv")
    workbook = load_workbook(path)
    sheet = workbook["Dossiers"]
    sheet.insert_cols(2, 2)
    sheet.insert_rows(1, 3)
    keys = find_keys(sheet)
    first, last = sheet.max_row - 3, sheet.max_row
    for column in range(1, sheet.max_column + 1):  # the first and the last dossier change places
        above, below = sheet.cell(first, column), sheet.cell(last, column)
        above.value, below.value = below.value, above.value
    for row in range(1, sheet.max_row + 1):  # and so do two columns
        left, right = sheet.cell(row, keys["1.2/a"]), sheet.cell(row, keys["1.2/b"])
        left.value, right.value = right.value, left.value
    sheet.column_dimensions["E"].hidden = True
    sheet.row_dimensions[last].hidden = True
    sheet.title = "Anders"
    workbook.move_sheet("toezicht", -1)
    workbook.save(path)
    read(path, onderzoek)
    found = waarden(onderzoek)
    assert [found[f"dossiers_1_2_a_{word}"] for word in ("ja", "nee", "nvt", "onbekend")] == list("2110")


def test_counts_become_figures_with_their_sum_and_bron(onderzoek: Path) -> None:
    before = (onderzoek / "cijfers.yaml").read_text(encoding="utf-8")
    answer(onderzoek, "1.2/a", "jj-o")
    answer(onderzoek, "1.2/b", "nnvj")
    result = read(dossierlijst(onderzoek), onderzoek)
    found = waarden(onderzoek)
    assert {naam: waarde for naam, waarde in found.items() if naam.startswith("dossiers_")} == {
        "dossiers_geteld": "4",
        "dossiers_1_2_a_ja": "2",
        "dossiers_1_2_a_nee": "0",
        "dossiers_1_2_a_nvt": "0",
        "dossiers_1_2_a_onbekend": "2",
        "dossiers_1_2_b_ja": "1",
        "dossiers_1_2_b_nee": "2",
        "dossiers_1_2_b_nvt": "1",
        "dossiers_1_2_b_onbekend": "0",
    }
    cijfers = dossier(onderzoek).cijfers
    assert {cijfers.cijfers[naam].bronnen for naam in found if naam.startswith("dossiers_")} == {("D01",)}
    assert {item.som for item in cijfers.optellingen if item.delen[0].startswith("dossiers_1")} == {
        "dossiers_geteld"
    }
    assert before.splitlines()[0] in (onderzoek / "cijfers.yaml").read_text(encoding="utf-8")
    assert any("1 leeg vak" in bericht for bericht in result.berichten)
    assert any("1.1" in bericht and "leeg" in bericht for bericht in result.berichten)


def test_no_controle_finds_anything_about_the_figures(onderzoek: Path) -> None:
    def codes() -> list[str]:
        return sorted(item.rule_id for item in check_onderzoeken([onderzoek], onderzoek, TODAY).diagnostics)

    before = codes()
    answer(onderzoek, "1.2/a", "jj-o")
    answer(onderzoek, "1.2/b", "nnnn")
    read(dossierlijst(onderzoek), onderzoek)
    assert codes() == before


def test_reading_again_updates_the_same_figures_and_tells_old_and_new(onderzoek: Path) -> None:
    answer(onderzoek, "1.2/a", "jjnn")
    read(dossierlijst(onderzoek), onderzoek)
    text = (onderzoek / "cijfers.yaml").read_text(encoding="utf-8")
    assert read(dossierlijst(onderzoek), onderzoek).wijzigingen == ()
    assert (onderzoek / "cijfers.yaml").read_text(encoding="utf-8") == text
    answer(onderzoek, "1.2/a", "jjjn")
    result = read(dossierlijst(onderzoek), onderzoek)
    assert result.wijzigingen == ("dossiers_1_2_a_ja: 2 → 3", "dossiers_1_2_a_nee: 2 → 1")
    assert (onderzoek / "cijfers.yaml").read_text(encoding="utf-8").count("som:") == text.count("som:")


def test_without_a_file_of_figures_one_is_made(onderzoek: Path) -> None:
    (onderzoek / "cijfers.yaml").unlink()
    answer(onderzoek, "1.2/a", "jjnn")
    read(dossierlijst(onderzoek), onderzoek, "D02")
    assert waarden(onderzoek)["dossiers_1_2_a_ja"] == "2"
    assert dossier(onderzoek).cijfers.cijfers["dossiers_geteld"].bronnen == ("D02",)


def test_a_figure_of_somebody_else_is_not_written_over(onderzoek: Path) -> None:
    own = "cijfers:\n  dossiers_geteld: {waarde: 9, bronnen: [D01]}\n"
    (onderzoek / "cijfers.yaml").write_text(own, encoding="utf-8")
    answer(onderzoek, "1.2/a", "jjnn")
    with pytest.raises(ToezichtError, match="dossiers_geteld"):
        read(dossierlijst(onderzoek), onderzoek, proef=True)
    with pytest.raises(ToezichtError, match="dossiers_geteld"):
        read(dossierlijst(onderzoek), onderzoek)
    assert (onderzoek / "cijfers.yaml").read_text(encoding="utf-8") == own


def test_fewer_dossiers_than_the_sample_and_strange_rows_are_told(onderzoek: Path) -> None:
    path = dossierlijst(onderzoek)
    answer(onderzoek, "1.2/a", "jj")
    workbook = load_workbook(path)
    sheet = workbook["Dossiers"]
    sheet.cell(sheet.max_row, 1).value = "mevrouw Jansen"
    sheet.cell(sheet.max_row, 2).value = "ja"
    place = f"A{sheet.max_row}"
    sheet.merge_cells("B7:B8")
    workbook.save(path)
    result = read(path, onderzoek)
    told = "\n".join(result.berichten)
    assert "de steekproef is 4" in told
    assert place in told
    assert "Jansen" not in told
    assert "B7:B8" in told
    assert waarden(onderzoek)["dossiers_geteld"] == "2"


@pytest.mark.parametrize("word", ["misschien", True, 1, "=1+1", "nee!"])
def test_an_answer_that_cannot_be_counted_stops_everything(onderzoek: Path, word: object) -> None:
    before = (onderzoek / "cijfers.yaml").read_bytes()
    fill(dossierlijst(onderzoek), {("D-1", "1.2/a"): "ja", ("D-2", "1.2/a"): word})
    with pytest.raises(ToezichtError, match=r"[A-Z]\d"):
        read(dossierlijst(onderzoek), onderzoek)
    assert (onderzoek / "cijfers.yaml").read_bytes() == before


def test_capitals_and_short_words_are_understood(onderzoek: Path) -> None:
    answers = {"D-1": " JA ", "D-2": "N.v.t.", "D-3": "n", "D-4": "?"}
    fill(dossierlijst(onderzoek), {(row, "1.2/a"): word for row, word in answers.items()})
    read(dossierlijst(onderzoek), onderzoek)
    found = waarden(onderzoek)
    assert [found[f"dossiers_1_2_a_{word}"] for word in ("ja", "nee", "nvt", "onbekend")] == list("1111")


def test_an_empty_list_is_no_list_of_noughts(onderzoek: Path) -> None:
    with pytest.raises(ToezichtError, match="niets ingevuld"):
        read(dossierlijst(onderzoek), onderzoek)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("onderzoek.yaml", "id: basis", "id: basis-2"),
        ("onderzoek.yaml", "{id: dossiers,", "{id: andere,"),
        ("../../kaders/toetsing/proef/1.yaml", 'versie: "1"', 'versie: "2"'),
    ],
)
def test_a_list_of_something_else_is_refused(onderzoek: Path, file: str, old: str, new: str) -> None:
    answer(onderzoek, "1.2/a", "jjnn")
    path = onderzoek / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    if file.startswith(".."):
        path.rename(path.with_name("2.yaml"))
        case = onderzoek / "onderzoek.yaml"
        case.write_text(case.read_text(encoding="utf-8").replace("proef@1", "proef@2"), encoding="utf-8")
    before = (onderzoek / "cijfers.yaml").read_bytes()
    with pytest.raises(ToezichtError):
        read(dossierlijst(onderzoek), onderzoek)
    assert (onderzoek / "cijfers.yaml").read_bytes() == before


def test_a_file_that_lost_its_keys_is_refused(onderzoek: Path) -> None:
    path = dossierlijst(onderzoek)
    workbook = load_workbook(path)
    sheet = workbook["Dossiers"]
    rows = [row for row in range(1, 9) if sheet.row_dimensions[row].hidden]
    sheet.delete_rows(rows[0])
    workbook.save(path)
    with pytest.raises(ToezichtError, match="welke kolom"):
        read(path, onderzoek)
    del workbook["toezicht"]
    workbook.save(path)
    with pytest.raises(ToezichtError, match="welk onderzoek"):
        read(path, onderzoek)


def test_a_row_or_column_twice_is_refused(onderzoek: Path) -> None:
    path = dossierlijst(onderzoek)
    workbook = load_workbook(path)
    sheet = workbook["Dossiers"]
    sheet.cell(sheet.max_row, 1).value = "D-1"
    workbook.save(path)
    with pytest.raises(ToezichtError, match="rij"):
        read(path, onderzoek)


def test_names_of_figures_are_names_and_never_the_same(onderzoek: Path) -> None:
    norm = find_kolommen(dossier(onderzoek))[0].norm
    keys = [
        "1.1/",
        "1.1/0",
        "1.1.0/",
        "1.10/",
        "A-1.b/x",
        f"9{'9' * 18}/{'lang-' * 10}a",
        f"9{'9' * 18}/{'lang-' * 10}b",
    ]
    kolommen = [Kolom(key, _norm(norm, key), None) for key in keys]
    for steekproef in ("dossiers", "2026-jan.x", "d" * 60):
        names = name_cijfers(steekproef, kolommen)
        assert len(set(names.values())) == len(keys)
        everything = [f"{name}_onbekend" for name in names.values()] + [name_totaal(steekproef)]
        Cijfers.model_validate({"cijfers": {name: {"waarde": "1"} for name in everything}})


def _norm(norm: Norm, key: str) -> Norm:
    return norm.model_copy(update={"id": key.partition("/")[0]})


def test_other_files_are_refused_with_a_way_out(onderzoek: Path, tmp_path: Path) -> None:
    for name, content in (("a.ods", b"x"), ("a.xlsx", b"x"), ("weg.xlsx", None)):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        with pytest.raises(ToezichtError):
            read(tmp_path / name, onderzoek)
    with pytest.raises(ToezichtError, match="--bron"):
        read(uitvraaglijst(onderzoek), onderzoek, "D01")
    answer(onderzoek, "1.2/a", "jjnn")
    with pytest.raises(ToezichtError, match="bronnen"):
        read(dossierlijst(onderzoek), onderzoek, "D77")


def test_a_fout_that_the_change_brings_is_found(onderzoek: Path) -> None:
    assert find_fout(onderzoek, TODAY, "uitvraag.yaml") is None
    (onderzoek / "uitvraag.yaml").write_text(UITVRAAG.replace("2.1", "9.9"), encoding="utf-8")
    found = find_fout(onderzoek, TODAY, "uitvraag.yaml")
    assert found is not None
    assert found.startswith("NRM002")


def test_a_list_that_libreoffice_saved_is_read_the_same(onderzoek: Path, tmp_path: Path) -> None:
    answer(onderzoek, "1.2/a", "jjnv")
    answer(onderzoek, "1.2/b", "o--n")
    saved = save_as(dossierlijst(onderzoek), "xlsx", tmp_path / "uit")
    assert read(saved, onderzoek, proef=True) == read(dossierlijst(onderzoek), onderzoek, proef=True)


def test_a_column_that_was_moved_without_its_hidden_key_is_refused(onderzoek: Path) -> None:
    answer(onderzoek, "1.2/a", "jjnv")
    path = dossierlijst(onderzoek)
    workbook = load_workbook(path)
    sheet = next(item for item in workbook if find_keys(item))
    columns = find_keys(sheet)
    hidden = next(row[0].row for row in sheet.iter_rows() if any(cell.value == MERK for cell in row))
    one, other = columns["1.2/a"], columns["1.2/b"]
    for row in range(hidden + 1, sheet.max_row + 1):
        left, right = sheet.cell(row, one), sheet.cell(row, other)
        left.value, right.value = right.value, left.value
    workbook.save(path)
    before = (onderzoek / "cijfers.yaml").read_bytes() if (onderzoek / "cijfers.yaml").exists() else None
    with pytest.raises(ToezichtError, match="een ander onderdeel"):
        read(path, onderzoek)
    after = (onderzoek / "cijfers.yaml").read_bytes() if (onderzoek / "cijfers.yaml").exists() else None
    assert before == after
