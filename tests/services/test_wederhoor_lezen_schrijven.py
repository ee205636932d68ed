"""Reading a reaction in leaves the old files or the new ones, whatever happens meanwhile."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.loading.wordproef import comment, commented, make_docx, paragraph
from tests.rules.dossiers import BASE, ONDERZOEK
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading import schrijven
from toezicht_cli.loading.dossier import load_dossier
from toezicht_cli.services.plek import kadermap_for
from toezicht_cli.services.wederhoor_lezen import read_reacties

ROOT = Path(__file__).parents[2]
TODAY, DAY = date(2026, 11, 22), date(2026, 5, 20)
FILES = ("wederhoor.yaml", "onderzoek.yaml")
WRITES = 2
KILLS = int(os.environ.get("TOEZICHT_KEREN", "6"))


def make_case(folder: Path) -> Path:
    """Return an onderzoek of its own."""
    shutil.copytree(BASE, folder)
    return folder / ONDERZOEK


def make_reactie(path: Path, words: str = "x") -> Path:
    """Return a returned file with one comment."""
    path.write_bytes(make_docx(paragraph(commented(0, "woord")), {"comments": comment(0, words)}))
    return path


def contents(root: Path) -> dict[str, bytes | None]:
    """Return what the files hold that this command writes."""
    return {name: (root / name).read_bytes() if (root / name).exists() else None for name in FILES}


def _fail_at(number: int, code: int, write: Callable[..., None]) -> Callable[..., None]:
    """Return ``write`` that fails the ``number``-th time with an error of the system."""
    calls = 0

    def failing(*arguments: Any) -> None:  # noqa: ANN401 - handed through
        nonlocal calls
        calls += 1
        if calls == number:
            raise OSError(code, "nagedaan")
        write(*arguments)

    return failing


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
@pytest.mark.parametrize("number", range(1, WRITES + 1))
def test_a_disk_that_fails_leaves_what_the_next_run_finishes(
    number: int, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, root = make_case(tmp_path / "gaaf"), make_case(tmp_path / "stuk")
    path = make_reactie(tmp_path / "reactie.docx")
    read_reacties(whole, path, TODAY, ontvangen_op=DAY)
    with monkeypatch.context() as patch:
        patch.setattr(schrijven, "_write", _fail_at(number, code, schrijven._write))
        with pytest.raises(ToezichtError):
            read_reacties(root, path, TODAY, ontvangen_op=DAY)
    assert load_dossier(root, kadermap_for(root)).faults == ()
    read_reacties(root, path, TODAY, ontvangen_op=DAY)
    assert contents(root) == contents(whole)


def test_a_full_disk_in_the_end_is_no_change_of_the_first_file(tmp_path: Path) -> None:
    root, path = make_case(tmp_path / "werkmap"), make_reactie(tmp_path / "reactie.docx")
    read_reacties(root, path, TODAY)
    before = contents(root)
    read_reacties(root, path, TODAY)
    assert contents(root) == before


_SCRIPT = """
import sys
from datetime import date
from pathlib import Path
from toezicht_cli.services.wederhoor_lezen import read_reacties
print("klaar", flush=True)
read_reacties(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 22), ontvangen_op=date(2026, 5, 20))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_at_any_moment_the_next_run_finishes(tmp_path: Path) -> None:
    whole, path = make_case(tmp_path / "gaaf"), make_reactie(tmp_path / "reactie.docx")
    read_reacties(whole, path, TODAY, ontvangen_op=DAY)
    for kill in range(KILLS):
        root = make_case(tmp_path / f"keer{kill}")
        command = [sys.executable, "-c", _SCRIPT, str(root), str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.25 + 0.02 * (kill % 40))  # the moment of the kill, not a wait for something
            process.send_signal(signal.SIGKILL)
        assert load_dossier(root, kadermap_for(root)).faults == ()
        read_reacties(root, path, TODAY, ontvangen_op=DAY)
        assert contents(root) == contents(whole)


def test_several_files_at_once_lose_no_reaction_and_share_no_number(tmp_path: Path) -> None:
    root = make_case(tmp_path / "werkmap")
    paths = [make_reactie(tmp_path / f"reactie{number}.docx", f"reactie {number}") for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda path: read_reacties(root, path, TODAY), paths))
    reacties = load_dossier(root, kadermap_for(root)).dossier.wederhoor.reacties
    assert sorted(item.id for item in reacties) == [f"R{number:02}" for number in range(1, 9)]
    assert sorted(item.reactie for item in reacties) == [f"reactie {number}" for number in range(8)]
