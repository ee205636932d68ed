"""``vaststellen --tag``: a tag on the version, signed by the user; nothing of the repository runs."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.opdracht import toezicht
from tests.cli.vaststelproef import NAAM, copy_linde, replace_in, stel_vast
from tests.repositories import commit, git, init

TAG = f"vastgesteld/{NAAM}/1"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the home of a user that git knows by name, without a key."""
    folder = tmp_path / "thuis"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (folder / ".gitconfig").write_text("[user]\n  name = A. Voorbeeld\n  email = a@voorbeeld.test\n")
    return folder


@pytest.fixture
def linde(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Return an onderzoek in git, vastgesteld and not committed yet."""
    assert home.is_dir()
    root = copy_linde(tmp_path / "werkmap")
    init(root.parents[1])
    commit(root.parents[1], "begin")
    assert stel_vast(capsys, root).code == 0
    return root


def _kind(root: Path) -> str:
    return git(root, "for-each-ref", "--format=%(objecttype)", f"refs/tags/{TAG}")


def test_a_committed_version_gets_an_annotated_tag(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = commit(linde.parents[1], "versie 1")
    found = toezicht(capsys, "vaststellen", linde, "--tag")
    assert found.code == 0, found.err
    assert _kind(linde) == "tag"
    assert git(linde, "rev-parse", f"{TAG}^{{commit}}") == head
    body = git(linde, "cat-file", "tag", TAG)
    assert "Vastgesteld op: 2026-05-18" in body
    assert "SIGNATURE" not in body
    again = toezicht(capsys, "vaststellen", linde, "--tag")
    assert (again.code, _kind(linde)) == (0, "tag")


def test_a_version_is_found_by_its_tag_when_the_history_lost_it(
    linde: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = linde.parents[1]
    begin = git(top, "rev-parse", "HEAD")
    head = commit(top, "versie 1")
    toezicht(capsys, "vaststellen", linde, "--tag")
    git(top, "update-ref", "refs/heads/main", begin)
    found = toezicht(capsys, "verifieer", linde)
    assert found.code == 0
    assert head[:7] in found.out


def test_what_is_not_committed_gets_no_tag(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = toezicht(capsys, "vaststellen", linde, "--tag")
    assert (found.code, found.out) == (2, "")
    assert "git commit" in found.err
    assert _kind(linde) == ""


def test_a_version_that_was_changed_gets_no_tag(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(linde / "bevindingen/1.1.yaml", "De doelen zijn concreet.", "De doelen, zijn concreet.")
    commit(linde.parents[1], "veranderd")
    found = toezicht(capsys, "vaststellen", linde, "--tag")
    assert (found.code, found.out, _kind(linde)) == (2, "", "")
    assert "1.1.yaml" in found.err


def test_line_ends_that_git_changed_are_no_change(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("vaststelling.yaml", "onderzoek.yaml"):
        (linde / name).unlink()
    shutil.copy(copy_linde(linde.parents[2] / "los") / "onderzoek.yaml", linde)
    path = linde / "bevindingen/1.1.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert stel_vast(capsys, linde).code == 0
    git(linde, "config", "core.autocrlf", "true")
    commit(linde.parents[1], "versie 1")
    assert b"\r" not in git(linde, "show", "HEAD:./bevindingen/1.1.yaml").encode()
    assert toezicht(capsys, "vaststellen", linde, "--tag").code == 0
    assert "In git" in toezicht(capsys, "verifieer", linde).out


def test_a_tag_is_never_moved(linde: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(linde.parents[1], "versie 1")
    toezicht(capsys, "vaststellen", linde, "--tag")
    before = git(linde, "rev-parse", TAG)
    commit(linde.parents[1], "verder")
    assert toezicht(capsys, "vaststellen", linde, "--tag").code == 2
    assert git(linde, "rev-parse", TAG) == before


def test_without_git_or_a_version_there_is_no_tag(
    linde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = copy_linde(tmp_path / "los")
    assert toezicht(capsys, "vaststellen", alone, "--tag").code == 2
    stel_vast(capsys, alone)
    assert toezicht(capsys, "vaststellen", alone, "--tag").code == 2
    assert toezicht(capsys, "vaststellen", linde, "--tag", "--door", "A").code == 2


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="signing needs ssh-keygen")
def test_the_key_of_the_user_signs(linde: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = home / "sleutel"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    with (home / ".gitconfig").open("a") as stream:
        stream.write(f"  signingkey = {key}.pub\n[gpg]\n  format = ssh\n")
    commit(linde.parents[1], "versie 1")
    found = toezicht(capsys, "vaststellen", linde, "--tag")
    assert found.code == 0, found.err
    body = git(linde, "cat-file", "tag", TAG)
    assert "BEGIN SSH SIGNATURE" in body


def test_a_key_that_is_gone_is_said(linde: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (home / ".gitconfig").open("a") as stream:
        stream.write("  signingkey = /bestaat/niet.pub\n[gpg]\n  format = ssh\n")
    commit(linde.parents[1], "versie 1")
    found = toezicht(capsys, "vaststellen", linde, "--tag")
    assert (found.code, found.out, _kind(linde)) == (2, "", "")


@pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts")
@pytest.mark.parametrize("formaat", ["openpgp", "ssh", "x509"])
def test_nothing_that_the_repository_names_is_run(
    formaat: str, linde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    top = linde.parents[1]
    commit(top, "versie 1")
    trap = tmp_path / "val"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/gestart\nexit 0\n")
    trap.chmod(0o755)
    hooks = tmp_path / "haken"
    hooks.mkdir()
    shutil.copy(trap, hooks / "reference-transaction")
    settings = {
        "tag.gpgSign": "true",
        "tag.forceSignAnnotated": "true",
        "user.signingkey": "ABCD",
        "gpg.format": formaat,
        "gpg.program": str(trap),
        f"gpg.{formaat}.program": str(trap),
        "gpg.ssh.defaultKeyCommand": str(trap),
        "core.hooksPath": str(hooks),
        "core.editor": str(trap),
        "core.fsmonitor": str(trap),
    }
    for name, value in settings.items():
        git(top, "config", name, value)
    found = toezicht(capsys, "vaststellen", linde, "--tag")
    assert found.code == 0, found.err
    assert not (tmp_path / "gestart").exists()
    assert "SIGNATURE" not in git(top, "-c", "core.fsmonitor=false", "cat-file", "tag", TAG)
