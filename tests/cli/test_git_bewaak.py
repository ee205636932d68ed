"""What stands ready is looked at before a commit, with real git; what cannot be told does not pass."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.gitproef import start_git, write_programma
from tests.cli.opdracht import toezicht
from tests.repositories import commit, git, init, replace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program of the test is a script of sh")
Capture = pytest.CaptureFixture[str]
NORM = "onderzoeken/basis/bevindingen/1.1.yaml"


@pytest.fixture
def programma(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = write_programma(tmp_path / "een map" / "bin")
    monkeypatch.setattr(sys, "argv", [str(path), "git", "installeer"])
    return path


@pytest.fixture
def top(werkmap: Path, programma: Path, capsys: Capture) -> Path:
    """A repository with one commit and the hook."""
    init(werkmap)
    commit(werkmap)
    assert programma.is_file()
    assert toezicht(capsys, "git", "installeer", werkmap).code == 0
    return werkmap


def _break(top: Path, name: str = NORM) -> None:
    replace(top / name, "B01", "B99")


def _commit(top: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return start_git(top, "commit", "-q", "-m", "stand", *arguments, **environment)


def _refused(done: subprocess.CompletedProcess[str], *codes: str) -> bool:
    assert "Traceback" not in done.stderr
    return done.returncode == 1 and all(code in done.stderr for code in codes)


def test_a_good_onderzoek_is_committed_in_silence(top: Path) -> None:
    replace(top / NORM, "oordeel: voldoet\n", "oordeel: voldoet # zo\n")
    done = _commit(top, "-a")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_fout_refuses_the_commit_and_shows_the_way_out(top: Path) -> None:
    _break(top)
    head = git(top, "rev-parse", "HEAD")
    git(top, "add", "-A")
    done = _commit(top)
    assert _refused(done, "BRN002", f"{NORM}:6:", "1 fout.", "--no-verify")
    assert "let-op" not in done.stderr
    assert git(top, "rev-parse", "HEAD") == head
    assert _commit(top, "--no-verify").returncode == 0


def test_the_index_counts_and_not_the_folder(top: Path) -> None:
    _break(top)
    git(top, "add", "-A")
    replace(top / NORM, "B99", "B01")
    assert _refused(_commit(top), "BRN002")
    git(top, "add", "-A")
    _break(top)
    (top / "README").touch()
    git(top, "add", "README")
    assert _commit(top).returncode == 0


def test_commit_all_and_commit_of_a_path_look_at_their_own_index(top: Path) -> None:
    _break(top)
    assert _refused(_commit(top, "-a"), "BRN002")
    assert _refused(_commit(top, NORM), "BRN002")
    replace(top / "onderzoeken/basis/bevindingen/2.1.yaml", "oordeel", "# ander\noordeel")
    git(top, "add", NORM)
    done = _commit(top, "--", "onderzoeken/basis/bevindingen/2.1.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert git(top, "diff", "--name-only", "--cached") == NORM


def test_an_index_of_the_user_is_looked_at(top: Path, tmp_path: Path) -> None:
    own = str(tmp_path / "eigen.index")
    _break(top)
    start_git(top, "read-tree", "HEAD", GIT_INDEX_FILE=own)
    start_git(top, "add", "-A", GIT_INDEX_FILE=own)
    assert _refused(_commit(top, GIT_INDEX_FILE=own), "BRN002")


def test_a_commit_from_a_folder_below_names_files_as_seen_from_there(top: Path) -> None:
    _break(top)
    git(top, "add", "-A")
    done = _commit(top / "onderzoeken" / "basis")
    assert _refused(done, "bevindingen/1.1.yaml:6:")
    assert "onderzoeken/basis" not in done.stderr


def test_a_worktree_is_looked_at(top: Path, tmp_path: Path) -> None:
    git(top, "worktree", "add", "-q", str(tmp_path / "tweede"), "-b", "tak")
    _break(tmp_path / "tweede")
    assert _refused(_commit(tmp_path / "tweede", "-a"), "BRN002")
    replace(tmp_path / "tweede" / NORM, "B99", "B01")
    replace(tmp_path / "tweede" / NORM, "oordeel", "# goed\noordeel")
    assert _commit(tmp_path / "tweede", "-a").returncode == 0


def test_the_end_of_a_merge_is_looked_at(top: Path) -> None:
    git(top, "checkout", "-q", "-b", "tak")
    replace(top / NORM, "oordeel: voldoet", "oordeel: voldoet # tak")
    git(top, "commit", "-qam", "tak", "--no-verify")
    git(top, "checkout", "-q", "main")
    replace(top / NORM, "oordeel: voldoet", "oordeel: voldoet # main")
    git(top, "commit", "-qam", "main", "--no-verify")
    assert start_git(top, "merge", "tak").returncode == 1
    assert _commit(top).returncode != 0
    git(top, "checkout", "--ours", NORM)
    _break(top)
    git(top, "add", "-A")
    assert _refused(_commit(top), "BRN002")
    replace(top / NORM, "B99", "B01")
    git(top, "add", "-A")
    assert _commit(top).returncode == 0


@pytest.mark.parametrize("broken", [False, True])
def test_the_first_commit_is_looked_at(
    werkmap: Path, programma: Path, capsys: Capture, *, broken: bool
) -> None:
    assert programma.is_file()
    init(werkmap)
    toezicht(capsys, "git", "installeer", werkmap)
    if broken:
        _break(werkmap)
        (werkmap / "vertrouwelijk").mkdir()
        (werkmap / "vertrouwelijk" / "namen.txt").touch()
    git(werkmap, "add", "-A", "-f")
    done = _commit(werkmap)
    if not broken:
        assert (done.returncode, done.stderr) == (0, "")
        return
    assert _refused(done, "BRN002", "git rm --cached :/vertrouwelijk/namen.txt")
    git(werkmap, "rm", "-q", "--cached", ":/vertrouwelijk/namen.txt")
    replace(werkmap / NORM, "B99", "B01")
    assert _commit(werkmap, "-a").returncode == 0


@pytest.mark.parametrize(
    "name",
    [
        "vertrouwelijk/a.txt",
        "onderzoeken/basis/Vertrouwelijk/een naam.docx",
        'onderzoeken/é\'x/vertrouwelijk/"q".txt',
        "SLEUTEL.XLSX",
        "onderzoeken/basis/bijlagen/de sleutel.csv",
        "pseudoniemen.yaml",
        "x/koppeling-Pseudoniem.ods",
        "sleutellijst.odt",
        "a\nb/sleutel.txt",
        "sleutel",
        "onderzoeken/basis/sleutel.md",
        "kaders/pseudoniemen.md",
        "vertrouwelijk.zip",
    ],
)
def test_what_is_vertrouwelijk_is_refused_and_can_be_taken_out_as_told(top: Path, name: str) -> None:
    (top / name).parent.mkdir(parents=True, exist_ok=True)
    (top / name).write_text("x", encoding="utf-8")
    git(top, "add", "-f", "--", name)
    done = _commit(top)
    assert _refused(done, "git restore --staged")
    if "\n" in name:
        return  # its name is masked
    told = next(line.strip() for line in done.stderr.splitlines() if "restore" in line)
    subprocess.run(told, shell=True, cwd=top / "onderzoeken", check=True)  # noqa: S602 - as a user pastes it
    assert git(top, "diff", "--cached", "--name-only") == ""
    assert (top / name).is_file()


def test_many_files_are_counted_and_a_number_is_masked(top: Path) -> None:
    (top / "vertrouwelijk").mkdir()
    for number in range(12):
        (top / "vertrouwelijk" / f"12345678{number:02}.txt").touch()
    git(top, "add", "-A", "-f")
    done = _commit(top)
    assert _refused(done, "… en nog 2")
    assert "12345678" not in done.stderr + done.stdout


def test_taking_a_file_away_is_allowed_and_so_is_a_program(top: Path) -> None:
    (top / "vertrouwelijk").mkdir()
    (top / "vertrouwelijk" / "a.txt").touch()
    git(top, "add", "-A", "-f")
    git(top, "commit", "-qm", "fout", "--no-verify")
    git(top, "rm", "-q", "vertrouwelijk/a.txt")
    (top / "sleutel.py").touch()
    git(top, "add", "-A", "-f")
    done = _commit(top)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_onderzoek_without_its_main_file_is_refused_and_one_that_goes_away_is_not(top: Path) -> None:
    git(top, "rm", "-q", "onderzoeken/basis/onderzoek.yaml")
    assert _refused(_commit(top), "STR014")
    git(top, "rm", "-q", "-r", "onderzoeken/basis")
    assert _commit(top).returncode == 0


def test_the_kader_of_the_index_is_used(top: Path) -> None:
    git(top, "rm", "-q", "--cached", "kaders/toetsing/proef/1.yaml")
    replace(top / NORM, "oordeel", "# ander\noordeel")
    git(top, "add", NORM)
    assert _refused(_commit(top), "KDR001")


def test_a_commit_of_the_kader_alone_checks_every_onderzoek_of_the_werkmap(top: Path) -> None:
    git(top, "rm", "-q", "kaders/toetsing/proef/1.yaml")
    assert _refused(_commit(top), "KDR001")


def test_a_commit_beside_the_onderzoeken_checks_none(top: Path) -> None:
    _break(top)
    git(top, "commit", "-qam", "fout", "--no-verify")
    (top / "notitie.txt").write_text("x", encoding="utf-8")
    git(top, "add", "-A")
    done = _commit(top)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_toezicht_the_commit_is_refused_in_dutch(top: Path, programma: Path) -> None:
    programma.unlink()
    (top / "x").touch()
    git(top, "add", "-A")
    done = _commit(top, PATH="/usr/bin:/bin")
    assert _refused(done, "toezicht is niet te vinden")
    other = write_programma(programma.parent / "later")
    assert _commit(top, PATH=f"{other.parent}:/usr/bin:/bin").returncode == 0


def test_a_crash_of_toezicht_refuses_the_commit(top: Path, programma: Path) -> None:
    programma.write_text("#!/bin/sh\nexit 7\n", encoding="utf-8")
    (top / "x").touch()
    git(top, "add", "-A")
    assert _commit(top).returncode == 1


def test_another_folder_than_git_is_refused(
    top: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(top)
    other = init(tmp_path / "ander") / ".git"
    monkeypatch.setenv("GIT_DIR", str(other))
    assert toezicht(capsys, "git", "bewaak").code == 2
    monkeypatch.setenv("GIT_DIR", ".git")
    assert toezicht(capsys, "git", "bewaak").code == 0
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path))
    assert toezicht(capsys, "git", "bewaak").code == 2
    monkeypatch.chdir(tmp_path)
    assert toezicht(capsys, "git", "bewaak").code == 2


def test_the_hook_says_in_this_process_what_it_says_in_git(
    top: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    _break(top)
    (top / "vertrouwelijk").mkdir()
    for number in range(11):
        (top / "vertrouwelijk" / f"{number}.txt").touch()
    git(top, "add", "-A", "-f")
    monkeypatch.chdir(top)
    done = toezicht(capsys, "git", "bewaak")
    assert (done.code, "BRN002" in done.out, "… en nog 1" in done.err) == (1, True, True)
    assert "--no-verify" in done.err


def test_a_merge_without_conflicts_is_looked_at(top: Path) -> None:
    git(top, "checkout", "-q", "-b", "tak")
    _break(top)
    git(top, "commit", "-qam", "fout", "--no-verify")
    git(top, "checkout", "-q", "-")
    (top / "notitie.txt").write_text("x", encoding="utf-8")
    commit(top)
    done = start_git(top, "merge", "-q", "--no-ff", "-m", "samen", "tak")
    assert done.returncode != 0
    assert "BRN002" in done.stderr


def test_a_commit_that_takes_toezicht_yaml_away_checks_every_onderzoek(top: Path) -> None:
    git(top, "rm", "-q", "toezicht.yaml")
    assert _refused(_commit(top), "KDR001")


def test_the_limits_of_the_werkmap_count(top: Path) -> None:
    _break(top)
    git(top, "commit", "-qam", "fout", "--no-verify")
    file = top / "toezicht.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}hoogstens: {{fout: 1}}\n", encoding="utf-8")
    replace(top / NORM, "oordeel", "# ander\noordeel")
    git(top, "add", "-A")
    done = _commit(top)
    assert (done.returncode, "hoogstens" in done.stderr) == (0, True)


def test_a_toezicht_yaml_that_cannot_be_read_refuses(top: Path) -> None:
    (top / "toezicht.yaml").write_text("hoogstenz: {fout: 1}\n", encoding="utf-8")
    git(top, "add", "-A")
    done = _commit(top)
    assert done.returncode != 0
    assert "toezicht.yaml" in done.stderr


def test_a_manual_about_sleutels_passes_outside_a_werkmap(
    tmp_path: Path, programma: Path, capsys: Capture
) -> None:
    assert programma.is_file()
    top = init(tmp_path / "code")
    toezicht(capsys, "git", "installeer", top)
    (top / "docs").mkdir()
    (top / "docs" / "sleutels.md").touch()
    (top / "sleutel.py").touch()
    git(top, "add", "-A")
    assert _commit(top).returncode == 0
    assert git(top, "ls-files").split() == ["docs/sleutels.md", "sleutel.py"]


def test_a_link_called_vertrouwelijk_is_refused(top: Path, tmp_path: Path) -> None:
    (top / "vertrouwelijk").symlink_to(tmp_path)
    git(top, "add", "-f", "vertrouwelijk")
    assert _refused(_commit(top), "git restore --staged :/vertrouwelijk")


def test_a_merge_that_brings_a_file_of_vertrouwelijk_is_refused(top: Path) -> None:
    git(top, "checkout", "-q", "-b", "tak")
    (top / "vertrouwelijk").mkdir()
    (top / "vertrouwelijk" / "a.txt").touch()
    git(top, "add", "-A", "-f")
    git(top, "commit", "-qm", "fout", "--no-verify")
    git(top, "checkout", "-q", "main")
    (top / "notitie.txt").touch()
    commit(top)
    done = start_git(top, "merge", "-q", "--no-ff", "-m", "samen", "tak")
    assert (done.returncode, "vertrouwelijk/a.txt" in done.stderr) == (1, True)


@pytest.mark.parametrize("arguments", [("--amend", "--allow-empty"), ("--allow-empty",)])
def test_a_file_that_is_in_the_history_already_refuses_and_can_be_taken_out_as_told(
    top: Path, arguments: tuple[str, ...]
) -> None:
    (top / "sleutel.csv").touch()
    git(top, "add", "-f", "sleutel.csv")
    git(top, "commit", "-qm", "fout", "--no-verify")
    done = _commit(top, *arguments)
    assert _refused(done, "git rm --cached :/sleutel.csv")
    assert "restore" not in done.stderr
    git(top, "rm", "-q", "--cached", ":/sleutel.csv")
    assert _commit(top, *arguments).returncode == 0
    assert (top / "sleutel.csv").is_file()


@pytest.mark.parametrize("name", ["proef/2.yaml", "ander/1.yaml"])
def test_a_kader_that_no_onderzoek_uses_is_looked_at(top: Path, name: str) -> None:
    path = top / "kaders" / "toetsing" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("naam: [\n", encoding="utf-8")
    git(top, "add", "-A")
    assert _refused(_commit(top), "STR", f"kaders/toetsing/{name}:")
    path.write_bytes((top / "kaders/toetsing/proef/1.yaml").read_bytes())
    git(top, "add", "-A")
    assert _refused(_commit(top), "KDR003")
    path.unlink()
    path.symlink_to("elders")
    git(top, "add", "-A")
    assert _refused(_commit(top), "STR001")
    git(top, "rm", "-qf", "--cached", f"kaders/toetsing/{name}")
    assert _commit(top, "--allow-empty").returncode == 0


def test_a_good_kader_that_no_onderzoek_uses_passes(top: Path) -> None:
    path = top / "kaders/toetsing/proef"
    (path / "2.yaml").write_bytes((path / "1.yaml").read_bytes())
    replace(path / "2.yaml", "versie:", "versie: '2' #")
    git(top, "add", "-A")
    done = _commit(top)
    assert (done.returncode, done.stderr) == (0, "")
