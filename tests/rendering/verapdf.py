"""veraPDF, the second opinion on a PDF: outside the project, so a test skips without it.

With TOEZICHT_VOLLEDIG in the environment it must be there, and a test without it fails.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT.parent / "shared/gereedschap/verapdf/verapdf"
_ABSENT = 3  # the script says so when it lacks a JDK or a library


def validate(paths: list[Path]) -> dict[tuple[str, str], str]:
    """Return the report of every file and every standard: ``PASS`` or what is wrong, by name and standard."""
    if not SCRIPT.is_file() or shutil.which("javac") is None:
        _miss(f"{SCRIPT.name} or a JDK is not there")
    command = [str(SCRIPT), "ua1,2a", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == _ABSENT:
        _miss(done.stderr.strip())
    assert done.returncode in {0, 1}, done.stderr
    reports: dict[tuple[str, str], str] = {}
    key = ("", "")
    for line in done.stdout.splitlines():
        if line.startswith(" "):
            reports[key] += "\n" + line
            continue
        path, standard, verdict, _ = line.split("\t")
        key = (Path(path).name, standard)
        reports[key] = verdict
    return reports


def _miss(reason: str) -> None:
    if os.environ.get("TOEZICHT_VOLLEDIG"):
        pytest.fail(f"veraPDF must be there: {reason}")
    pytest.skip(f"veraPDF: {reason}")
