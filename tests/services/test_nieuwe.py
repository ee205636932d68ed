"""Only what a change brings in is reported, on real git."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.repositories import commit, git, init, replace
from tests.rules.dossiers import REGISTERS
from toezicht_cli.diagnostics import CheckResult
from toezicht_cli.loading.git.aanroep import GitError
from toezicht_cli.resources import data_folder
from toezicht_cli.services.check import check_onderzoeken
from toezicht_cli.services.nieuwe import check_nieuwe
from toezicht_cli.services.plek import Doelen, find_doelen

TODAY = date(2026, 6, 15)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the case of Socra, with its many let-op, committed on main and a branch checked out."""
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", init(tmp_path / "w") / "socra-2025")
    commit(tmp_path / "w")
    git(tmp_path / "w", "checkout", "-q", "-b", "tak")
    return tmp_path / "w" / "socra-2025"


def doelen(*roots: Path) -> Doelen:
    return Doelen(roots, {}, ())


def _check(root: Path) -> CheckResult:
    return check_nieuwe(doelen(root), "main", root, TODAY)


def _codes(result: CheckResult) -> list[tuple[str, str, int]]:
    return [(found.rule_id, found.location.file, found.location.line) for found in result.diagnostics]


def test_without_a_change_nothing_is_new(root: Path) -> None:
    result = _check(root)
    assert result.diagnostics == ()
    assert result.bekend == len(check_onderzoeken([root], root, TODAY).diagnostics) > 20


def test_moving_lines_makes_nothing_new(root: Path) -> None:
    for file in root.rglob("*.yaml"):
        file.write_text(f"# een\n# twee\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    assert _check(root).diagnostics == ()


def test_what_the_change_brings_in_is_reported_committed_or_not(root: Path) -> None:
    file = root / "bevindingen" / "1.8.yaml"
    replace(file, "bronnen: [D01]", "bronnen: [D77]")
    line = file.read_text(encoding="utf-8").split("D77")[0].count("\n") + 1
    expected = [("BRN002", "socra-2025/bevindingen/1.8.yaml", line)]
    assert _codes(_check(root)) == expected
    commit(root)
    assert _codes(_check(root)) == expected


def test_what_was_mended_on_main_since_is_not_brought_in(root: Path) -> None:
    git(root, "checkout", "-q", "main")
    replace(root / "bevindingen" / "2.3.yaml", "reden: ", "reden: Een eigen reden voor deze norm. # ")
    commit(root, "mended on main")
    git(root, "checkout", "-q", "tak")
    assert _check(root).diagnostics == ()


def test_all_of_a_new_onderzoek_is_new(root: Path) -> None:
    other = root.parent / "thuiszorgzeker-2021"
    shutil.copytree(data_folder("voorbeelden") / "thuiszorgzeker-2021", other)
    alone = check_onderzoeken([other], root, TODAY)
    assert check_nieuwe(doelen(other), "main", root, TODAY).diagnostics == alone.diagnostics
    both = check_nieuwe(doelen(root, other), "main", root, TODAY)
    assert both.diagnostics == alone.diagnostics


def test_a_finding_that_hides_behind_an_unreadable_file_is_not_new(root: Path) -> None:
    (root / "bronnen.yaml").write_text("bronnen: [", encoding="utf-8")
    result = _check(root)
    assert {found.rule_id for found in result.diagnostics} == {"STR004"}
    assert result.skipped > 0


def test_an_unknown_version_is_no_pass(root: Path) -> None:
    with pytest.raises(GitError):
        check_nieuwe(doelen(root), "nergens", root, TODAY)
    with pytest.raises(GitError):
        check_nieuwe(doelen(root), "--all", root, TODAY)


def test_a_folder_outside_git_is_no_pass(tmp_path: Path) -> None:
    shutil.copytree(data_folder("voorbeelden") / "socra-2025", tmp_path / "socra-2025")
    with pytest.raises(GitError):
        check_nieuwe(doelen(tmp_path / "socra-2025"), "main", tmp_path, TODAY)


def test_behind_a_file_that_cannot_be_read_nothing_passes(root: Path) -> None:
    git(root, "checkout", "-q", "main")
    (root / "bronnen.yaml").write_text("bronnen: [", encoding="utf-8")
    commit(root, "broken on main")
    git(root, "checkout", "-q", "-B", "tak")
    replace(root / "bevindingen" / "1.8.yaml", "bronnen: [D01]", "bronnen: [D77]")
    result = _check(root)
    assert {found.rule_id for found in result.diagnostics} == {"STR004"}
    assert result.skipped > 0


def test_another_unknown_oordeel_in_the_same_place_is_new(root: Path) -> None:
    git(root, "checkout", "-q", "main")
    file = root / "bevindingen" / "1.1.yaml"
    replace(file, "oordeel: voldoet", "oordeel: onzin")
    commit(root, "a fout on main")
    git(root, "checkout", "-q", "-B", "tak")
    assert _check(root).diagnostics == ()
    replace(file, "oordeel: onzin", "oordeel: fabeltje")
    assert [found.rule_id for found in _check(root).diagnostics] == ["OOR001"]


def test_a_file_that_no_controle_needs_hides_nothing_either(root: Path) -> None:
    git(root, "checkout", "-q", "main")
    file = root / "handhaving.yaml"
    stap = "{datum: 2025-07-01, maatregel: Een gesprek., besloten_door: college}"
    file.write_text(f"fout: ja\nstappen: [{stap}]\n", encoding="utf-8")
    commit(root, "broken on main")
    git(root, "checkout", "-q", "-B", "tak")
    replace(file, "Een gesprek.", "Het BSN is 123456782.")
    result = _check(root)
    assert [found.location.file for found in result.diagnostics] == ["socra-2025/handhaving.yaml"]


def test_another_bsn_in_the_same_place_is_new(root: Path) -> None:
    git(root, "checkout", "-q", "main")
    file = root / "bevindingen" / "1.8.yaml"
    replace(file, "In dossiers staan voorbeelden", "Het BSN is 111222333. In dossiers staan voorbeelden")
    commit(root, "a number on main")
    git(root, "checkout", "-q", "-B", "tak")
    assert _check(root).diagnostics == ()
    replace(file, "111222333", "123456782")
    assert [found.rule_id for found in _check(root).diagnostics] == ["PRV001"]


# --- Registers of a werkmap -----------------------------------------------------------------------------


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    """Return registers with two findings, committed on main, and a branch checked out."""
    folder = init(tmp_path / "r") / "werkmap"
    shutil.copytree(REGISTERS, folder)
    shutil.rmtree(folder / "onderzoeken")  # so that REG012 finds that no onderzoek names the signaal
    replace(folder / "signalen/2026/S-2026-003.yaml", "aanbieder: baken", "aanbieder: bakken")
    commit(tmp_path / "r")
    git(tmp_path / "r", "checkout", "-q", "-b", "tak")
    return folder


def _check_werkmap(werkmap: Path) -> CheckResult:
    return check_nieuwe(find_doelen([werkmap]), "main", werkmap, TODAY)


def test_what_was_in_a_register_already_is_not_new(werkmap: Path) -> None:
    result = _check_werkmap(werkmap)
    assert (result.diagnostics, result.bekend) == ((), 2)


def test_what_a_change_brings_into_a_register_is_reported(werkmap: Path) -> None:
    replace(werkmap / "meldingen/2026/M-2026-001.yaml", "gemeente: Proefstad", "gemeente: Proefstat")
    result = _check_werkmap(werkmap)
    assert _codes(result) == [("REG003", "werkmap/meldingen/2026/M-2026-001.yaml", 8)]
    assert result.bekend == 2


def test_a_weging_is_compared_with_the_afwegingskader_of_then(werkmap: Path) -> None:
    kader = werkmap / "kaders/afweging/proef/1.yaml"
    replace(kader, "omvang: klein, prioriteit: rood", "omvang: klein, prioriteit: groen")
    assert _codes(_check_werkmap(werkmap)) == [("REG008", "werkmap/signalen/2026/S-2026-001.yaml", 19)]


def test_all_registers_of_a_new_werkmap_are_new(werkmap: Path) -> None:
    other = werkmap.with_name("andere")
    shutil.copytree(werkmap, other)
    result = _check_werkmap(other)
    assert {code for code, _, _ in _codes(result)} == {"REG002", "REG012"}
    assert result.bekend == 0


def test_the_onderzoeken_of_then_are_looked_at_for_the_registers_of_then(werkmap: Path) -> None:
    shutil.copytree(REGISTERS / "onderzoeken", werkmap / "onderzoeken")
    (werkmap / "onderzoeken/kade/bronnen.yaml").write_text("bronnen: []\n")
    commit(werkmap, "an onderzoek")
    git(werkmap, "checkout", "-q", "-b", "later")
    git(werkmap, "branch", "-f", "main")
    shutil.rmtree(werkmap / "onderzoeken")
    assert [code for code, _, _ in _codes(_check_werkmap(werkmap))] == ["REG012"]
