"""git is set up and put back, byte for byte, and nothing of somebody else is touched."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.gitproef import read_all, start_git, write_programma
from tests.cli.opdracht import toezicht
from tests.repositories import commit, git, init, replace
from toezicht_cli.loading.dossier import BESTANDEN
from toezicht_cli.services.githaak import find_programma

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program of the test is a script of sh")


@pytest.fixture
def programma(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = write_programma(tmp_path / "een map" / "bin")
    monkeypatch.setattr(sys, "argv", [str(path), "git", "installeer"])
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    return path


@pytest.fixture
def top(werkmap: Path, programma: Path) -> Path:
    assert programma.is_file()
    init(werkmap)
    commit(werkmap)
    return werkmap


def _gitmap(top: Path) -> dict[str, bytes]:
    found = read_all(top / ".git")
    return {name: content for name, content in found.items() if not name.startswith(("objects/", "logs/"))}


def test_installing_and_removing_leaves_every_byte_as_it_was(
    top: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, work = _gitmap(top), git(top, "status", "--porcelain")
    assert toezicht(capsys, "git", "installeer", top).code == 0
    assert git(top, "status", "--porcelain") == work
    changed = {name for name, content in _gitmap(top).items() if before.get(name) != content}
    assert changed == {
        "config",
        "info/attributes",
        "info/exclude",
        "hooks/pre-commit",
        "hooks/pre-merge-commit",
    }
    done = toezicht(capsys, "git", "verwijder", top)
    assert (done.code, "Weggehaald" in done.out) == (0, True)
    assert _gitmap(top) == before


def test_installing_twice_changes_nothing(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = toezicht(capsys, "git", "installeer", top)
    once = _gitmap(top)
    second = toezicht(capsys, "git", "installeer", top / "onderzoeken")
    assert _gitmap(top) == once
    assert first.out == second.out


def test_removing_what_is_not_there_is_harmless(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _gitmap(top)
    done = toezicht(capsys, "git", "verwijder", top)
    assert (done.code, done.err) == (0, "")
    assert _gitmap(top) == before


@pytest.mark.parametrize("own", [b"*.pdf binary\n", b"*.pdf binary", b"a\r\nb\r\n", b"\xff\xfe \n", b"\n\n"])
@pytest.mark.parametrize("name", ["info/attributes", "info/exclude"])
def test_lines_of_the_user_stay(top: Path, name: str, own: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    path = top / ".git" / name
    path.write_bytes(own)
    assert toezicht(capsys, "git", "installeer", top).code == 0
    assert path.read_bytes().startswith(own)
    toezicht(capsys, "git", "installeer", top)
    path.write_bytes(path.read_bytes() + b"later\n")
    toezicht(capsys, "git", "installeer", top)
    assert toezicht(capsys, "git", "verwijder", top).code == 0
    separator = b"" if own.endswith(b"\n") else b"\n"
    assert path.read_bytes() == own + separator + b"later\n"


def test_a_damaged_mark_is_told_and_nothing_is_lost(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "git", "installeer", top)
    path = top / ".git" / "info" / "exclude"
    replace(path, "# toezicht: einde\n", "")
    before = path.read_bytes()
    done = toezicht(capsys, "git", "verwijder", top)
    assert (done.code, "# toezicht: begin" in done.err) == (2, True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "own", [b"#!/bin/sh\nexit 0\n", b"", b"#!/usr/bin/env python\n# https://pre-commit.com\n"]
)
def test_a_hook_of_somebody_else_stays(
    top: Path, own: bytes, programma: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = top / ".git" / "hooks" / "pre-commit"
    path.write_bytes(own)
    done = toezicht(capsys, "git", "installeer", top)
    assert done.code == 2
    assert path.read_bytes() == own
    assert "hooks/pre-commit" in done.err
    assert f"'{programma}' git bewaak" in done.err
    assert "diff=toezicht" in (top / ".git" / "info" / "attributes").read_text()
    assert toezicht(capsys, "git", "installeer", top, "--zonder-haak").code == 0
    toezicht(capsys, "git", "verwijder", top)
    assert path.read_bytes() == own


def test_a_hook_of_somebody_else_for_merges_alone_is_told(
    top: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = top / ".git" / "hooks" / "pre-merge-commit"
    path.write_bytes(b"#!/bin/sh\nexit 0\n")
    done = toezicht(capsys, "git", "installeer", top)
    assert (done.code, "hooks/pre-merge-commit" in done.err) == (2, True)
    assert path.read_bytes() == b"#!/bin/sh\nexit 0\n"
    assert (top / ".git" / "hooks" / "pre-commit").is_file()


@pytest.mark.parametrize(
    "name", ["hooks/pre-commit", "hooks/pre-merge-commit", "info/attributes", "info/exclude"]
)
def test_one_damaged_mark_does_not_keep_the_rest(
    top: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _gitmap(top)
    toezicht(capsys, "git", "installeer", top)
    path = top / ".git" / name
    replace(path, "# toezicht: einde\n", "")
    damaged = path.read_bytes()
    done = toezicht(capsys, "git", "verwijder", top)
    assert (done.code, str(path) in done.err, "Traceback" in done.err) == (2, True, False)
    assert _gitmap(top) == {**before, name: damaged}
    path.write_bytes(before.get(name, b""))
    assert toezicht(capsys, "git", "verwijder", top).code == 0


@pytest.mark.parametrize("where", [".husky", "../haken"])
def test_a_folder_of_hooks_elsewhere_is_not_touched(
    top: Path, where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = top / where
    folder.mkdir()
    git(top, "config", "core.hooksPath", where)
    done = toezicht(capsys, "git", "installeer", top)
    assert done.code == 2
    assert f"{folder.resolve()}/pre-commit" in done.err
    assert list(folder.iterdir()) == []
    assert not (top / ".git" / "hooks" / "pre-commit").exists()


def test_a_folder_of_hooks_that_is_the_own_one_is_used(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(top, "config", "core.hooksPath", ".git/hooks")
    assert toezicht(capsys, "git", "installeer", top).code == 0
    assert os.access(top / ".git" / "hooks" / "pre-commit", os.X_OK)


def test_lines_below_ours_in_the_hook_stay(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "git", "installeer", top)
    path = top / ".git" / "hooks" / "pre-commit"
    path.write_bytes(path.read_bytes() + b"echo eigen\n")
    toezicht(capsys, "git", "installeer", top)
    toezicht(capsys, "git", "verwijder", top)
    assert path.read_bytes() == b"#!/bin/sh\necho eigen\n"


def test_a_link_is_not_followed(top: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elders = tmp_path / "elders"
    elders.write_bytes(b"van mij\n")
    (top / ".git" / "info" / "attributes").symlink_to(elders)
    assert toezicht(capsys, "git", "installeer", top).code == 2
    assert elders.read_bytes() == b"van mij\n"


def test_a_worktree_sets_up_the_shared_folder(
    top: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(top, "worktree", "add", "-q", str(tmp_path / "tweede"), "-b", "tak")
    before = _gitmap(top)
    assert toezicht(capsys, "git", "installeer", tmp_path / "tweede").code == 0
    assert (top / ".git" / "hooks" / "pre-commit").is_file()
    assert toezicht(capsys, "git", "verwijder", tmp_path / "tweede").code == 0
    assert _gitmap(top) == before


def test_a_folder_without_git_and_one_that_is_not_there(
    tmp_path: Path, programma: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert programma.is_file()
    assert toezicht(capsys, "git", "installeer", tmp_path).code == 2
    assert toezicht(capsys, "git", "verwijder", tmp_path / "weg").code == 2


def test_only_files_of_an_onderzoek_and_kaders_get_the_attribute(
    top: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toezicht(capsys, "git", "installeer", top)
    ours = [f"onderzoeken/x/{name}" for name in BESTANDEN]
    ours += ["toezicht.yaml", "a/b/bevindingen/1.1.yaml", "bevindingen/1.1.yaml", "kaders/toetsing/a/1.yaml"]
    others = [".github/workflows/ci.yaml", "docker-compose.yaml", "kaders/ander/1.yaml", "huisstijl.yml"]
    output = git(top, "check-attr", "diff", "--", *ours, *others).splitlines()
    assert [line.rpartition(": ")[2] for line in output] == ["toezicht"] * len(ours) + ["unspecified"] * 4


def test_git_add_passes_over_what_is_vertrouwelijk(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "git", "installeer", top)
    for name in (
        "vertrouwelijk/a.txt",
        "b/vertrouwelijk/c",
        "Sleutel.xlsx",
        "x/pseudoniemen.csv",
        "sleutel.yml",
    ):
        (top / name).parent.mkdir(exist_ok=True, parents=True)
        (top / name).touch()
    (top / "sleutel.py").touch()
    assert git(top, "status", "--porcelain", "-uall") == "?? sleutel.py"


def test_a_command_started_in_another_way_is_looked_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = write_programma(tmp_path / "pad")
    monkeypatch.setattr(sys, "argv", ["/ergens/pytest"])
    monkeypatch.setattr("sysconfig.get_path", lambda _name: str(tmp_path / "leeg"))
    monkeypatch.setenv("PATH", str(path.parent))
    assert find_programma() == str(path)


def test_a_command_that_is_nowhere_is_told(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["/ergens/pytest"])
    monkeypatch.setattr("sysconfig.get_path", lambda _name: str(tmp_path / "leeg"))
    monkeypatch.setattr("toezicht_cli.services.githaak.shutil.which", lambda _name: None)
    before = _gitmap(top)
    assert toezicht(capsys, "git", "installeer", top).code == 2
    assert _gitmap(top) == before


def _show(top: Path, *arguments: str) -> list[str]:
    done = start_git(top, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return [
        line
        for line in done.stdout.splitlines()
        if line.startswith(("+", "-", "@@")) and line[:3] not in {"+++", "---"}
    ]


def test_git_shows_a_changed_oordeel_as_two_lines(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "git", "installeer", top)
    file = top / "onderzoeken" / "basis" / "bevindingen" / "1.2.yaml"
    replace(file, "oordeel: voldoet-grotendeels", "oordeel:   'voldoet'")
    replace(
        file,
        "tekst: De cliënten spreken elk jaar over het plan.",
        "tekst: |\n      De cliënten spreken\n      elk jaar over het plan.",
    )
    expected = ["@@ -1,5 +1,5 @@", "-oordeel: voldoet-grotendeels", "+oordeel: voldoet"]
    assert _show(top, "diff") == expected
    start_git(top, "commit", "-q", "--no-verify", "-am", "oordeel")
    assert _show(top, "log", "-1", "-p", "--format=") == expected
    assert _show(top, "show", "--format=") == expected


def test_a_wrapped_text_and_another_order_show_nothing(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    toezicht(capsys, "git", "installeer", top)
    file = top / "onderzoeken" / "basis" / "bevindingen" / "1.1.yaml"
    file.write_text(
        "oordeel: 'voldoet'\nbevindingen:\n- bronnen:\n  - B01\n  tekst: >-\n    Elk dossier heeft\n    een"
        " plan [@D01].\n"
        '  id: a\n- {id: b, tekst: De cliënten kennen hun plan., bronnen: [I01, "I02"]}\n'
        'norm: "1.1"\ndrie:\n',
        encoding="utf-8",
    )
    assert _show(top, "diff") == []


def test_a_moved_bevinding_keeps_its_lines_and_is_named(
    top: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toezicht(capsys, "git", "installeer", top)
    file = top / "onderzoeken" / "basis" / "bevindingen" / "1.1.yaml"
    head, a, b = file.read_text(encoding="utf-8").partition("  - id: a")[0], "", ""
    _, _, rest = file.read_text(encoding="utf-8").partition("  - id: a")
    a, _, b = rest.partition("  - id: b")
    file.write_text(f"{head}  - id: b{b}  - id: a{a}", encoding="utf-8")
    lines = _show(top, "diff", "--patience", "-U0")
    moved = sorted(line[1:] for line in lines if line.startswith("-"))
    assert moved == sorted(line[1:] for line in lines if line.startswith("+"))
    assert len(moved) == 3
    replace(top / "onderzoeken/basis/bronnen.yaml", "2025-", "2024-")
    assert any(
        line.startswith("@@") and " bron " in line
        for line in _show(top, "diff", "-U0", "--", "*bronnen.yaml")
    )


def test_hostile_bytes_reach_no_terminal_and_git_goes_on(
    top: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toezicht(capsys, "git", "installeer", top)
    bronnen = top / "onderzoeken" / "basis" / "bronnen.yaml"
    bronnen.write_bytes(b"bronnen: \x1b]52;c;eA==\x07\x00\xff\n")
    done = start_git(top, "diff")
    assert (done.returncode, done.stderr) == (0, "")
    assert "+bronnen: <U+001B>]52;c;eA==<U+0007><U+0000><U+byte FF>" in done.stdout
    assert "\x1b" not in done.stdout
    (top / "-x").mkdir()
    (top / "-x" / "onderzoek.yaml").write_text("id: x\n", encoding="utf-8")
    git(top, "add", "-A")
    assert "+id: x" in start_git(top, "diff", "--cached").stdout


def test_git_diff_goes_on_when_toezicht_is_gone(
    top: Path, programma: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    toezicht(capsys, "git", "installeer", top)
    programma.unlink()
    replace(
        top / "onderzoeken" / "basis" / "bevindingen" / "1.1.yaml", "oordeel: voldoet", "oordeel: 'voldoet'"
    )
    assert _show(top, "diff")[1:] == ["-oordeel: voldoet", "+oordeel: 'voldoet'"]


@pytest.mark.parametrize("opdracht", ["installeer", "verwijder"])
def test_settings_that_cannot_be_saved_are_told(
    top: Path, opdracht: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if opdracht == "verwijder":
        toezicht(capsys, "git", "installeer", top)
    (top / ".git" / "config.lock").touch()
    done = toezicht(capsys, "git", opdracht, top)
    assert (done.code, "config.lock" in done.err) == (2, True)
    (top / ".git" / "config.lock").unlink()
    assert toezicht(capsys, "git", opdracht, top).code == 0


def test_a_repository_without_folders_for_it_gets_them(
    werkmap: Path, programma: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert programma.is_file()
    git(werkmap, "init", "-q", "--template=")
    assert toezicht(capsys, "git", "installeer", werkmap).code == 0
    assert (werkmap / ".git" / "hooks" / "pre-commit").is_file()
    assert toezicht(capsys, "git", "verwijder", werkmap).code == 0
    assert not read_all(werkmap / ".git" / "info") | read_all(werkmap / ".git" / "hooks")


@pytest.mark.parametrize("where", [None, ".husky"])
def test_a_line_that_was_put_in_by_hand_counts(
    top: Path, where: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = top / (where or ".git/hooks")
    folder.mkdir(exist_ok=True)
    if where:
        git(top, "config", "core.hooksPath", where)
    path = folder / "pre-commit"
    path.write_text("#!/bin/sh\nexit 0\n# toezicht git bewaak\n", encoding="utf-8")
    refused = toezicht(capsys, "git", "installeer", top)
    assert refused.code == 2
    regel = refused.err.splitlines()[1].partition(":  ")[2]
    path.write_text(f"#!/bin/sh\n{regel}\n", encoding="utf-8")
    path.chmod(0o755)
    if where:  # without it a merge is not looked at, and that is told
        done = toezicht(capsys, "git", "installeer", top)
        assert (done.code, ".husky/pre-merge-commit" in done.err) == (2, True)
        (folder / "pre-merge-commit").write_bytes(path.read_bytes())
    assert toezicht(capsys, "git", "installeer", top).code == 0
    toezicht(capsys, "git", "verwijder", top)
    assert path.read_text(encoding="utf-8") == f"#!/bin/sh\n{regel}\n"
    replace(top / "onderzoeken/basis/bevindingen/1.1.yaml", "B01", "B99")
    assert "BRN002" in start_git(top, "commit", "-qam", "x").stderr
