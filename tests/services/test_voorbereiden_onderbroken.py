"""Killed at any moment or refused by the disk: old or new files, byte for byte, and a next run finishes."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.rules.dossiers import BASE, ONDERZOEK
from tests.services.lijstinvullen import fill
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.services.klaarleggen import REGISTER, lay_down
from toezicht_cli.services.lijstinlezen import read_list
from toezicht_cli.services.voorbereiden import MAP, Voorbereidingswens, prepare_onderzoek

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
KILLS = int(os.environ.get("TOEZICHT_KILLS", "12"))
# Ends itself at the n-th call of one of the steps of a write: every moment, and no clock.
_SCRIPT = """
import os, signal, sys
from pathlib import Path
left = int(sys.argv[2])
def counted(function):
    def step(*args, **kwargs):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*args, **kwargs)
    return step
os.fsync, Path.replace = counted(os.fsync), counted(Path.replace)
from toezicht_cli.services.lijstinlezen import read_list
from toezicht_cli.services.voorbereiden import Voorbereidingswens, prepare_onderzoek
from datetime import date
root = Path(sys.argv[1])
if sys.argv[3] == "maak":
    prepare_onderzoek(root, root, date(2026, 11, 22), Voorbereidingswens(("markdown", "xlsx")), print)
else:
    read_list(Path(sys.argv[4]), root, "D01", proef=False)
"""


def copy_case(target: Path) -> Path:
    shutil.copytree(BASE, target)
    root = target / ONDERZOEK
    (root / "uitvraag.yaml").unlink()
    return root


def make(root: Path) -> None:
    prepare_onderzoek(root, root, TODAY, Voorbereidingswens(("markdown", "xlsx")), lambda _: None)


def read_all(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def run_until_killed(root: Path, step: int, *arguments: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(root), str(step), *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr.decode()
    return done.returncode


def test_killed_while_it_makes_files_the_next_run_finishes(tmp_path: Path) -> None:
    whole = copy_case(tmp_path / "heel")
    before = read_all(whole)
    make(whole)
    made = read_all(whole)
    killed = 0
    for step in range(1, KILLS + 1):
        root = copy_case(tmp_path / f"keer{step}")
        if run_until_killed(root, step, "maak") == 0:
            break  # it was ready before that step: every moment was tried
        killed += 1
        for name, content in read_all(root).items():
            if not name.endswith(".tmp"):
                assert content in (before.get(name), made[name]) or name.endswith(REGISTER), name
        make(root)
        assert {
            name: content for name, content in read_all(root).items() if not name.endswith(".tmp")
        } == made
    assert killed >= min(KILLS, 12)


def test_killed_while_it_counts_a_list_the_figures_are_old_or_new(tmp_path: Path) -> None:
    whole = copy_case(tmp_path / "heel")
    make(whole)
    lijst = tmp_path / "ingevuld.xlsx"
    shutil.copy(whole / MAP / "dossierlijst-dossiers.xlsx", lijst)
    fill(lijst, {(f"D-{row}", "1.2/a"): "ja" for row in range(1, 5)})
    old = (whole / "cijfers.yaml").read_bytes()
    read_list(lijst, whole, "D01", proef=False)
    new = (whole / "cijfers.yaml").read_bytes()
    seen = set()
    for step in range(1, 5):
        root = copy_case(tmp_path / f"keer{step}")
        run_until_killed(root, step, "lees", str(lijst))
        seen.add((root / "cijfers.yaml").read_bytes())
        read_list(lijst, root, "D01", proef=False)
        assert (root / "cijfers.yaml").read_bytes() == new
    assert seen == {old, new}


@pytest.mark.parametrize(
    "error", [OSError(28, "vol"), PermissionError(13, "mag niet"), OSError(30, "alleen lezen")]
)
def test_a_disk_that_refuses_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    lay_down(tmp_path, {"a.txt": b"oud"}, opnieuw=False)
    before = read_all(tmp_path)

    def refuse(_: int) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", refuse)
        with pytest.raises(ToezichtError):
            lay_down(tmp_path, {"a.txt": b"nieuw"}, opnieuw=False)
    assert read_all(tmp_path) == before
    assert lay_down(tmp_path, {"a.txt": b"nieuw"}, opnieuw=False).geschreven == ("a.txt",)
