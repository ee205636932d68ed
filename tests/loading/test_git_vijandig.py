"""Reading from a hostile repository runs nothing of it: a trap is laid, passed, and then shown to work."""

import os
import shutil
import subprocess
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from tests.loading.gitvallen import (
    NAMEN,
    NORM,
    ONDERZOEK,
    TERMINAL,
    VALLEN,
    Plek,
    build,
    environments,
    write_script,
)
from tests.repositories import ENVIRONMENT, commit, git, replace
from tests.rules.dossiers import BASE
from toezicht_cli.cli.entry import run
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.dossier import load_stand
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.boom import Gitversie
from toezicht_cli.loading.git.gitstand import Gitstand
from toezicht_cli.loading.git.momenten import find_moment
from toezicht_cli.loading.git.objecten import find_commits, find_merge_base
from toezicht_cli.services.bewaak import Omgeving, inspect
from toezicht_cli.services.kanten import find_kaders_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the traps are scripts of sh")
DAG = date(2026, 2, 1)


@pytest.fixture
def plek(tmp_path: Path) -> Plek:
    shutil.copytree(BASE, tmp_path / "w")
    return Plek(build(tmp_path / "w"), write_script(tmp_path / "val.sh", tmp_path / "teken"))


def _mark(plek: Plek) -> Path:
    return plek.script.parent / "teken"


def _load(versie: Gitversie) -> None:
    load_stand(Gitstand(versie.boom(""), ONDERZOEK), find_kaders_in(versie, ONDERZOEK))


def _read_all(top: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Read all that can be read: an onderzoek now, before and ready, every moment, and both commands."""
    repository = Repository(top)
    with suppress(GitError):
        _load(Gitversie(repository, find_commits(repository, ["HEAD"])[0]))
    with suppress(GitError):
        _load(Gitversie(repository, None))
    with suppress(GitError):
        find_merge_base(repository, *find_commits(repository, ["main", "tak"]))
    for moment in ("vorige", "uitvoering", "2026-01-06"):
        with suppress(GitError):
            find_moment(repository, ONDERZOEK, moment)
    with suppress(GitError):
        repository.is_shallow()
    with suppress(ToezichtError):
        inspect(top, Omgeving(), top, DAG)
    for arguments in (
        ["verschil"],
        ["verschil", "main...tak"],
        ["verschil", "--sinds", "vorige"],
        ["controleer"],
    ):
        assert run([arguments[0], str(top / ONDERZOEK), *arguments[1:]]) in {0, 1, 2}
    assert run(["verschil", str(top / ONDERZOEK / "bijlagen")]) in {0, 1, 2}
    assert "Traceback" not in capsys.readouterr().err


def _step_in(plek: Plek, trigger: tuple[str, ...], environment: dict[str, str]) -> None:
    """Use git as one does without a thought."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    ours, theirs = os.openpty()
    is_terminal = trigger[0] == TERMINAL
    try:
        subprocess.run(
            ["git", *trigger[is_terminal:]],
            cwd=plek.top,
            env={**kept, **ENVIRONMENT, "GIT_TERMINAL_PROMPT": "0", "TERM": "dumb", **environment},
            input=b"protocol=https\nhost=x.test\n\n",
            stdout=theirs if is_terminal else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=30,
        )
    finally:
        os.close(theirs)
        os.close(ours)


@pytest.mark.parametrize("naam", VALLEN)
def test_nothing_of_a_repository_runs(plek: Plek, naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    val = VALLEN[naam]
    val.lay(plek)
    _mark(plek).unlink(missing_ok=True)
    _read_all(plek.top, capsys)
    assert not _mark(plek).exists()
    _step_in(plek, val.trigger, {})
    assert _mark(plek).exists(), "this trap does nothing"


@pytest.mark.parametrize("number", range(17))
def test_nothing_of_the_environment_runs(
    plek: Plek, number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    environment, trigger = list(environments(plek).values())[number]
    if "PATH" in environment:
        shutil.copy(plek.script, plek.top / "git")
    with monkeypatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        _read_all(plek.top, capsys)
    assert not _mark(plek).exists()
    with monkeypatch.context() as patch:
        patch.setenv("PATH", environment.get("PATH", os.environ["PATH"]))
        _step_in(plek, trigger, environment)
    assert _mark(plek).exists(), "this trap does nothing"


@pytest.mark.parametrize("naam", NAMEN)
def test_a_name_is_never_an_option(
    plek: Plek, naam: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(plek.top)
    naam = naam.replace("TEKEN", str(_mark(plek))).replace("SCRIPT", plek.command)
    repository = Repository(plek.top)
    before = sorted(plek.top.parent.rglob("*"))
    with suppress(GitError):
        assert find_commits(repository, [naam])[0].id in git(plek.top, "rev-list", "--all").split()
    with pytest.raises(GitError):
        find_moment(repository, ONDERZOEK, naam)
    for words in ([f"{naam}..HEAD"], [f"HEAD..{naam}"], [f"main...{naam}"], ["--sinds", naam], ["--", naam]):
        code = run(["verschil", ONDERZOEK, *words])
        captured = capsys.readouterr()
        assert code in {0, 1, 2}
        assert "Traceback" not in captured.err
        assert "\x1b" not in captured.err
    assert sorted(plek.top.parent.rglob("*")) == before


def test_an_object_that_was_replaced_is_read_as_it_was(plek: Plek) -> None:
    other = plek.top.parent / "ander.yaml"
    other.write_text("norm: '9.9'\n", encoding="utf-8")
    false_id = git(plek.top, "hash-object", "-w", str(other))
    git(plek.top, "replace", f"HEAD:{NORM}", false_id)
    assert git(plek.top, "cat-file", "-p", f"HEAD:{NORM}") == "norm: '9.9'"
    git(plek.top, "replace", "HEAD", "HEAD~1")
    repository = Repository(plek.top)
    head = find_commits(repository, ["HEAD"])[0]
    assert head.ouder == git(plek.top, "--no-replace-objects", "rev-parse", "HEAD~1")
    content = Gitversie(repository, head).read([NORM])[0]
    assert content is not None
    assert b"oordeel: voldoet-niet" in content


def test_a_gitfile_that_leads_in_a_circle_is_told(plek: Plek) -> None:
    shutil.rmtree(plek.top / ".git")
    (plek.top / ".git").write_text("gitdir: .git\n", encoding="utf-8")
    with pytest.raises(GitError):
        find_commits(Repository(plek.top), ["HEAD"])


def test_a_repository_of_somebody_else_is_not_made_safe(
    plek: Plek, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git itself asks who owns the folder; nothing that we hand it may say that it does not matter."""
    seen = tmp_path / "gezien"
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$@" >> {seen}\nenv >> {seen}\nexec /usr/bin/git "$@"\n', encoding="utf-8"
    )
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    find_commits(Repository(plek.top), ["HEAD"])
    assert "cat-file" in seen.read_text(encoding="utf-8")
    assert "safe." not in seen.read_text(encoding="utf-8")
    assert "GIT_TEST" not in seen.read_text(encoding="utf-8")


def test_reading_writes_nothing(plek: Plek, capsys: pytest.CaptureFixture[str]) -> None:
    replace(plek.top / NORM, "norm:", "# anders\nnorm:")
    commit(plek.top)
    os.utime(plek.top / NORM, (0, 0))  # status would refresh the index for this
    files = {path: path.stat().st_mtime_ns for path in plek.top.rglob("*") if path.is_file()}
    _read_all(plek.top, capsys)
    assert {path: path.stat().st_mtime_ns for path in plek.top.rglob("*") if path.is_file()} == files
