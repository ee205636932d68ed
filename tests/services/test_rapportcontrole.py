from datetime import date
from pathlib import Path

import pytest

from tests.loading.rapportbestanden import make_pdf, make_word, make_zip
from tests.rules.dossiers import BASE, build_dossier
from toezicht_cli.analysis.vingerafdruk import fingerprint
from toezicht_cli.diagnostics import Severity
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.loading.kindproces import BuitenbestandError
from toezicht_cli.services.check import NietsGecontroleerdError, check_onderzoeken
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.rapportcontrole import check_rapporten

TODAY = date(2026, 6, 15)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = build_dossier(BASE / "geen-extra-bestanden", tmp_path / "werkmap")
    (found / "rapport").mkdir()
    return found


def _fingerprint(folder: Path) -> str:
    return f"toezicht-gegevens:{fingerprint(load_dossier(folder, kadermap_for(folder)).dossier)}"


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_report_of_the_data_as_they_are_is_found_sound_in_every_check(folder: Path) -> None:
    mark = _fingerprint(folder)
    _write(folder / "rapport" / "a.md", f"<!-- {mark} -->\n\nZorg Voorbeeld voldoet aan één norm.\n")
    (folder / "rapport" / "b.docx").write_bytes(make_zip({"docProps/core.xml": f"<a>{mark}</a>"}))
    assert check_onderzoeken([folder], folder, TODAY).diagnostics == ()


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.pdf", "a.docx", "a.odt", "a.txt"])
def test_plain_checking_tells_that_the_data_changed_after_a_report(name: str, folder: Path) -> None:
    mark = _fingerprint(folder)
    content = mark.encode()
    if name == "a.docx":
        content = make_zip({"docProps/core.xml": f"<a>{mark}</a>"})
    elif name == "a.odt":
        content = make_zip({"meta.xml": f"<a>{mark}</a>"})
    (folder / "rapport" / name).write_bytes(content)
    path = folder / "bevindingen" / "1.1.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("hun plan", "het plan"), encoding="utf-8")
    found = check_onderzoeken([folder], folder, TODAY).diagnostics
    assert [(item.rule_id, item.severity, item.location.file) for item in found] == [
        ("RAP001", Severity.ERROR, f"rapport/{name}")
    ]


def test_a_report_from_elsewhere_is_held_against_the_data(folder: Path, tmp_path: Path) -> None:
    report = _write(tmp_path / "elders.txt", "Samenvatting\n\nZorg Voorbeeld voldoet aan drie normen.\n")
    result = check_rapporten(folder, tmp_path, TODAY, [report])
    (found,) = result.diagnostics
    assert (found.rule_id, found.location.line, found.severity) == ("RAP002", 3, Severity.ERROR)
    assert result.shown_paths[found.location.file] == "elders.txt"
    assert result.lines[(found.location.file, 3)] == "Zorg Voorbeeld voldoet aan drie normen."


def test_a_file_without_lines_names_its_page_or_paragraph(folder: Path) -> None:
    text = "Norm 1.2 Gesprek\nZorg Voorbeeld voldoet niet aan de norm."
    (folder / "rapport" / "a.pdf").write_bytes(make_pdf("Voorblad van dit rapport", text))
    (folder / "rapport" / "b.docx").write_bytes(make_word())
    found = check_rapporten(folder, folder, TODAY, []).diagnostics
    said = "bladzijde 2: het rapport zegt bij norm 1.2 'Zorg Voorbeeld voldoet niet aan de norm'"
    message = f"{said}, de gegevens zeggen voldoet-grotendeels"
    assert [(item.location.file, item.message) for item in found] == [("rapport/a.pdf", message)]


def test_a_named_report_that_cannot_be_read_stops_the_check(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BuitenbestandError, match=r"^weg.pdf: dit bestand is er niet"):
        check_rapporten(folder, tmp_path, TODAY, [tmp_path / "weg.pdf"])


def test_without_any_report_nothing_was_checked(folder: Path) -> None:
    with pytest.raises(NietsGecontroleerdError):
        check_rapporten(folder, folder, TODAY, [])


def test_one_report_that_cannot_be_read_leaves_the_others_to_be_checked(folder: Path) -> None:
    (folder / "rapport" / "a.pdf").write_bytes(b"geen pdf")
    _write(folder / "rapport" / "b.md", "De telling van de oordelen is 3/0/0.\n")
    found = check_rapporten(folder, folder, TODAY, []).diagnostics
    assert [(item.rule_id, item.location.file) for item in found] == [
        ("RAP007", "rapport/a.pdf"),
        ("RAP002", "rapport/b.md"),
    ]


def test_an_uitzondering_for_a_report_works_and_is_left_in_peace_where_no_report_is_read(
    folder: Path,
) -> None:
    _write(folder / "rapport" / "b.md", "De telling van de oordelen is 3/0/0.\n")
    _write(
        folder / "uitzonderingen.yaml",
        "uitzonderingen:\n  - {controle: RAP002, bestand: rapport/b.md, reden: Dit is een voorbeeld.}\n",
    )
    result = check_rapporten(folder, folder, TODAY, [])
    assert result.diagnostics == ()
    assert [found.diagnostic.rule_id for found in result.excused] == ["RAP002"]
    assert check_onderzoeken([folder], folder, TODAY).diagnostics == ()
    other = _write(folder / "rapport" / "c.md", "Over Zorg Voorbeeld staat hier niets bijzonders.\n")
    assert check_rapporten(folder, folder, TODAY, [other]).diagnostics == ()


def test_a_broken_file_of_the_case_is_told_and_the_rest_is_checked(folder: Path) -> None:
    _write(folder / "cijfers.yaml", "cijfers: [\n")
    _write(folder / "rapport" / "b.md", "De telling van de oordelen is 3/0/0.\n")
    found = check_rapporten(folder, folder, TODAY, []).diagnostics
    assert {item.rule_id for item in found} > {"RAP002"}
