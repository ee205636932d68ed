"""The hooks of ``.pre-commit-hooks.yaml``: installed and run by the real pre-commit, on real commits."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.voorbeeld import (
    ONDERZOEK,
    PLACEHOLDER,
    break_bron,
    change_oordeel,
    make_toezicht,
    make_voorbeeld,
    need_everything,
    read_example,
)
from tests.repositories import ENVIRONMENT, commit, git, replace


class Kopie:
    """A clone in which pre-commit is set up as the page tells."""

    def __init__(self, folder: Path, cache: Path) -> None:
        """Take the repository, and the folder in which pre-commit keeps its environments."""
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
        self._environment = kept | ENVIRONMENT | {"PRE_COMMIT_HOME": str(cache), "NO_COLOR": "1"}

    def run(self, *command: str) -> tuple[int, str]:
        """Run a command in the repository; return its exit code and what it printed."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout

    def pre_commit(self, *words: str) -> tuple[int, str]:
        """Run pre-commit."""
        return self.run(sys.executable, "-P", "-m", "pre_commit", *words)

    def commit(self) -> tuple[int, str]:
        """Commit all that changed, through the hooks; undo it when they refuse."""
        before = git(self.folder, "rev-parse", "HEAD")
        git(self.folder, "add", "-A")
        code, output = self.run("git", "commit", "-m", "Wijziging")
        assert (git(self.folder, "rev-parse", "HEAD") == before) == (code != 0), output
        if code:
            git(self.folder, "reset", "-q", "--hard")
        return code, output


@pytest.fixture(scope="module")
def kopie(tmp_path_factory: pytest.TempPathFactory) -> Kopie:
    need_everything()
    work = tmp_path_factory.mktemp("pre-commit")
    source = make_toezicht(work / "toezicht")
    folder = make_voorbeeld(work / "voorbeeld")
    config = read_example(".pre-commit-config.yaml").replace("ADRES", str(source))
    config = config.replace(PLACEHOLDER, git(source, "rev-parse", "HEAD"))
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    commit(folder, "Met pre-commit")
    found = Kopie(folder, work / "omgevingen")
    code, output = found.pre_commit("install", "--install-hooks")
    assert code == 0, output
    return found


def test_the_hooks_pass_on_the_example_as_it_is(kopie: Kopie) -> None:
    code, output = kopie.pre_commit("run", "--all-files")
    assert code == 0, output
    assert output.count("Passed") == 2


def test_a_commit_with_an_unknown_bron_is_refused(kopie: Kopie) -> None:
    break_bron(kopie.folder)
    code, output = kopie.commit()
    assert code == 1
    assert output.count("BRN002") == 1, output  # one hook tells it: the next one does not run any more


def test_a_commit_that_only_removes_a_file_is_looked_at(kopie: Kopie) -> None:
    (kopie.folder / ONDERZOEK / "bronnen.yaml").unlink()
    code, output = kopie.commit()
    assert code == 1
    assert "STR014" in output


def test_a_sound_commit_passes(kopie: Kopie) -> None:
    change_oordeel(kopie.folder)
    assert kopie.commit()[0] == 0


def test_a_kader_that_no_longer_fits_is_refused(kopie: Kopie) -> None:
    replace(kopie.folder / "kaders/toetsing/lindeland/2026.yaml", 'id: "1.2"', 'id: "1.3"')
    assert kopie.commit()[0] == 1


def test_a_commit_of_only_the_werkmap_passes(kopie: Kopie) -> None:
    replace(kopie.folder / "toezicht.yaml", "Lindenstad", "Elzenstad")
    code, output = kopie.commit()
    assert code == 0, output


def test_a_confidential_file_is_refused(kopie: Kopie) -> None:
    geheim = kopie.folder / ONDERZOEK / "vertrouwelijk" / "namen.txt"
    geheim.parent.mkdir()
    geheim.write_text("verzonnen\n", encoding="utf-8")
    code, output = kopie.commit()
    assert code == 1
    assert "vertrouwelijk/namen.txt" in output


def test_pre_commit_in_a_job_finds_what_was_committed_without_it(kopie: Kopie) -> None:
    break_bron(kopie.folder)
    git(kopie.folder, "commit", "-q", "--no-verify", "-a", "-m", "Erlangs")
    code, output = kopie.pre_commit("run", "--all-files")
    git(kopie.folder, "reset", "-q", "--hard", "HEAD~1")
    assert code == 1
    assert "BRN002" in output
