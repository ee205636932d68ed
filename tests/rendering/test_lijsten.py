"""A list in XLSX: the same bytes, every criterium, only text, and a choice for every answer."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from toezicht_cli.analysis.lijsten import ANTWOORDEN, MERK, SLEUTELBLAD, Kop, Lijst
from toezicht_cli.analysis.lijstmaken import make_dossierlijst, make_uitvraaglijst
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.rendering.lijsten.werkboek import write_lijst
from toezicht_cli.services.plek import kadermap_for

ROOT = Path(__file__).parents[2]
CASES = {
    "wilgenhof": "voorbeelden/wilgenland/onderzoeken/de-wilgenhof-2026",
    "linde": "docs/handboek/lindeland/onderzoeken/linde-2026",
}
KLEIN = Lijst(
    (("formaat", "toezicht/dossierlijst/1"),),
    "Blad",
    "Titel",
    ("Waarschuwing",),
    (Kop(MERK, "Dossier", "", 10), Kop("1.10/a", "1.10 Norm", "=SOM(A1)", 10, ANTWOORDEN)),
    (("D-1", "=cmd|' /C calc'!A0"), ("D-2", "@x"), ("1.10", "-1")),
)


def dossier(case: str) -> Dossier:
    return load_dossier(ROOT / CASES[case], kadermap_for(ROOT / CASES[case])).dossier


@pytest.mark.parametrize("case", CASES)
def test_every_criterium_and_every_dossier_is_on_the_list(case: str) -> None:
    found = dossier(case)
    for steekproef in found.onderzoek.steekproeven:
        sheet = load_workbook(io.BytesIO(write_lijst(make_dossierlijst(found, steekproef))))["Dossiers"]
        texts = {cell.value for row in sheet.iter_rows() for cell in row if cell.value}
        shown = " ".join(texts)
        looked_at = [norm for norm in found.kader.normen if f"{norm.id} {norm.titel}" in texts]
        assert len(looked_at) >= 2
        for norm in looked_at:
            for criterium in norm.walk_criteria():
                assert criterium.tekst.removesuffix(".") in shown
        assert {f"D-{number}" for number in range(1, steekproef.omvang + 1)} <= texts
        assert f"D-{steekproef.omvang + 1}" not in texts


def test_a_norm_outside_the_reikwijdte_has_no_column() -> None:
    found = dossier("wilgenhof")
    lijst = make_dossierlijst(found, found.onderzoek.steekproeven[0])
    assert "1.12/" not in [kop.sleutel for kop in lijst.kolommen]
    assert "1.11/" in [kop.sleutel for kop in lijst.kolommen]


def test_the_deepest_criteria_are_columns_and_tell_what_is_around_them() -> None:
    found = dossier("wilgenhof")
    koppen = {
        kop.sleutel: kop.tekst for kop in make_dossierlijst(found, found.onderzoek.steekproeven[0]).kolommen
    }
    assert koppen["2.1/a1"] == "a1. Medewerkers zijn goed opgeleid › Het diploma past bij het werk."
    assert "2.1/a" not in koppen


def test_the_bytes_are_the_same_every_time() -> None:
    first = write_lijst(KLEIN)
    assert first == write_lijst(KLEIN)
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_every_cell_is_text_and_nothing_leads_out() -> None:
    data = write_lijst(KLEIN)
    workbook = load_workbook(io.BytesIO(data))
    cells = [
        cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=cmd|' /C calc'!A0" in [cell.value for cell in cells]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not any(b"<f>" in content for content in parts.values())
    assert not any(b"External" in content for name, content in parts.items() if name.endswith(".rels"))


def test_there_is_a_choice_for_every_answer_and_the_keys_are_hidden() -> None:
    found = dossier("wilgenhof")
    workbook = load_workbook(
        io.BytesIO(write_lijst(make_dossierlijst(found, found.onderzoek.steekproeven[0])))
    )
    sheet = workbook["Dossiers"]
    keys = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == MERK)
    kolommen = [cell.column_letter for cell in sheet[keys] if cell.value and "/" in cell.value]
    choices = sheet.data_validations.dataValidation
    assert {item.formula1 for item in choices} == {'"ja,nee,nvt,onbekend"'}
    assert [str(item.sqref) for item in choices] == [
        f"{letter}{keys + 3}:{letter}{keys + 9}" for letter in kolommen
    ]
    assert sheet.row_dimensions[keys].hidden
    assert workbook[SLEUTELBLAD].sheet_state == "hidden"
    assert sheet.freeze_panes == f"B{keys + 3}"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == f"${keys + 1}:${keys + 2}"


def test_the_list_of_documents_has_every_request_and_what_is_known_of_it() -> None:
    found = dossier("wilgenhof")
    lijst = make_uitvraaglijst(found, found.uitvraag.uitvraag, "3 maart 2026")
    sheet = load_workbook(io.BytesIO(write_lijst(lijst)))["Uitvraag"]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True)}
    assert rows["U01"][2:8] == (None, "ja", None, None, "O02", "2026-01-16")
    assert rows["U07"][3:5] == ("nee", "Het verslag was nog niet klaar.")
    assert any("uiterlijk op 3 maart 2026" in str(text) for text in rows)


def test_a_character_that_no_xml_can_hold_is_shown() -> None:
    lijst = KLEIN._replace(titel="a\x01b\ufffe")
    assert load_workbook(io.BytesIO(write_lijst(lijst)))["Blad"]["A1"].value == "a�b�"
