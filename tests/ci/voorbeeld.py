"""The example repository of docs/handboek/09-in-ci.md, and the two runners that take it.

Nothing here stands in for ``toezicht`` or git: the steps are run as they stand in ``action.yml`` and in the
GitLab template, in the shell and with the environment that a runner gives them.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.architecture.generate import ROOT
from tests.architecture.handboek import read_blocks
from tests.repositories import ENVIRONMENT, commit, git, init, replace

PAGE = ROOT / "docs" / "handboek" / "09-in-ci.md"
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "docs" / "ci" / "gitlab-toezicht.yml"
ONDERZOEK = "onderzoeken/linde-2026"
NORM = f"{ONDERZOEK}/bevindingen/1.1.yaml"
PLACEHOLDER = "VASTLEGGING"
_EXPRESSION = re.compile(r"\$\{\{ (.+?) \}\}")


class Ended(NamedTuple):
    """How a run ended: its exit code, what it printed, and the summary of the steps."""

    code: int
    output: str
    summary: str = ""


def need_everything() -> None:
    """Skip what builds environments with pip, but where everything must be there."""
    if not os.environ.get("TOEZICHT_VOLLEDIG"):
        pytest.skip("builds an environment with pip: set TOEZICHT_VOLLEDIG")


def read_example(name: str) -> str:
    """Return the example file ``name`` that the page shows, such as ``.gitlab-ci.yml``."""
    blocks = list(read_blocks(PAGE.read_text(encoding="utf-8")))
    found = [block for block in blocks if block.mark == "bestand" and block.argument == f"lindeland/{name}"]
    assert len(found) == 1, name
    return "\n".join(found[0].lines) + "\n"


def make_voorbeeld(folder: Path) -> Path:
    """Make the werkmap of the handbook a repository with one commit, and return it."""
    shutil.copytree(ROOT / "docs" / "handboek" / "lindeland", folder)
    init(folder)
    commit(folder, "Begin")
    return folder


def break_bron(folder: Path) -> int:
    """Give a bevinding a bron that is not in ``bronnen.yaml``; return the line of it."""
    replace(folder / NORM, "bronnen: [D01]", "bronnen: [D50]")
    lines = (folder / NORM).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if "D50" in line)


def change_oordeel(folder: Path) -> None:
    """Judge norm 1.1 more strictly, and ask of the aanbieder what goes with that."""
    replace(folder / NORM, "oordeel: voldoet-deels", "oordeel: voldoet-niet")
    replace(folder / ONDERZOEK / "verbeterpunten.yaml", "soort: verbeterpunt", "soort: vereiste-aanpassing")


def open_pull_request(folder: Path, branch: str = "wijziging") -> str:
    """Commit what changed on a branch and stand on its merge with main, as a runner does; return main."""
    base = git(folder, "rev-parse", "main")
    git(folder, "checkout", "-q", "-b", branch)
    commit(folder, "Wijziging")
    git(folder, "checkout", "-q", "--detach", base)
    git(folder, "merge", "-q", "--no-ff", "-m", "Merge", f"refs/heads/{branch}")
    return base


def make_toezicht(folder: Path) -> Path:
    """Return a repository with the files of this checkout as they are now, in one commit."""
    names = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in names:
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    init(folder)
    commit(folder)
    return folder


def _environment(temp: Path, own: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    fixed = {"HOME": str(temp), "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return {**kept, **ENVIRONMENT, **fixed, **own}


def _bash(script: str, folder: Path, environment: Mapping[str, str], *options: str) -> Ended:
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", *options, "-c", script],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Ended(done.returncode, done.stdout)


def place_toezicht(target: Path) -> None:
    """Put the ``toezicht`` of this environment at ``target``, where a step would have installed it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.symlink_to(Path(sys.executable).with_name("toezicht"))


def read_action() -> dict[str, Any]:
    """Return ``action.yml``."""
    action: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return action


class Runner:
    """GitHub's runner, for one job in a repository that was checked out."""

    def __init__(self, workspace: Path, temp: Path, base: str = "") -> None:
        """Take the checkout, a folder of one's own, and the commit where a pull request began."""
        self.workspace, self.temp, self.base = workspace, temp, base
        temp.mkdir()

    def run_action(self, inputs: Mapping[str, str] | None = None, install_from: Path | None = None) -> Ended:
        """Run the steps of ``action.yml`` until one fails, with ``inputs``."""
        defaults = {name: item["default"] for name, item in read_action()["inputs"].items()}
        given = {**defaults, **(inputs or {})}
        first, *rest = read_action()["runs"]["steps"]
        steps = [first, *rest] if install_from else rest
        if not install_from:
            place_toezicht(self.temp / "toezicht" / "bin" / "toezicht")
        summary = self.temp / "samenvatting.md"
        code, output = 0, ""
        for step in steps:
            if "if" in step and not self._fill(step["if"], given):
                continue
            own = {name: self._fill(value, given) for name, value in step.get("env", {}).items()}
            own |= {"RUNNER_TEMP": str(self.temp), "GITHUB_STEP_SUMMARY": str(summary)}
            own |= {"GITHUB_ACTION_PATH": str(install_from or ROOT), "GITHUB_WORKSPACE": str(self.workspace)}
            assert step["shell"] == "bash"
            assert "${{" not in step["run"]
            ended = _bash(step["run"], self.workspace, _environment(self.temp, own))
            code, output = ended.code, output + ended.output
            if code:
                break
        return Ended(code, output, summary.read_text(encoding="utf-8") if summary.exists() else "")

    def _fill(self, text: str, inputs: Mapping[str, str]) -> str:
        """Fill in the expressions of ``text``; one that is not known here fails the test."""

        def value(found: re.Match[str]) -> str:
            values = {f"inputs.{name}": value for name, value in inputs.items()}
            values["github.event.pull_request.base.sha"] = self.base
            return next((it for name in found[1].split(" || ") if (it := values[name])), "")

        return _EXPRESSION.sub(value, text)


def run_gitlab(workspace: Path, temp: Path, given: Mapping[str, str], *, install: bool = False) -> Ended:
    """Run the job of the GitLab template in ``workspace`` with its variables and those ``given``."""
    template = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    job = template["toezicht"]
    variables = {**template["variables"], **job["variables"], **given}
    temp.mkdir()
    before = job["before_script"]
    if not install:
        place_toezicht(temp / "toezicht")
        before = [f'toezicht="{temp}/toezicht"']
    # As the runner: every line is evaluated in one shell, and a failure ends it.
    script = "\n".join([*before, *job["script"]])
    return _bash(script, workspace, _environment(temp, {"TMPDIR": str(temp)} | variables))
