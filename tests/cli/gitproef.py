"""A repository with an onderzoek, and the command ``toezicht`` as git finds it, in a folder with a space."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.opdracht import ROOT
from tests.repositories import ENVIRONMENT

_PROGRAM = """\
#!{python}
import sys
sys.path.insert(0, {root!r})
from toezicht_cli.__main__ import main
main()
"""


def write_programma(folder: Path) -> Path:
    """Write the command in ``folder`` and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "toezicht"
    path.write_text(_PROGRAM.format(python=sys.executable, root=str(ROOT)), encoding="utf-8")
    path.chmod(0o755)
    return path


def start_git(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run git as a user does, with hooks and attributes; whatever comes of it is returned."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**kept, **ENVIRONMENT, "GIT_EDITOR": "true", "NO_COLOR": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def read_all(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below ``folder``, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
