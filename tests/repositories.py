"""Real git repositories for tests, with an environment of their own."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Toezichthouder",
    "GIT_AUTHOR_EMAIL": "toezichthouder@voorbeeld.test",
    "GIT_COMMITTER_NAME": "Toezichthouder",
    "GIT_COMMITTER_EMAIL": "toezichthouder@voorbeeld.test",
}


def git(folder: Path, *arguments: str, day: str | None = None) -> str:
    """Run git in ``folder`` and return what it prints; ``day`` is when a commit is made."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= ENVIRONMENT
    if day:
        environment |= dict.fromkeys(
            ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), day if "T" in day else f"{day}T12:00:00+0100"
        )
    done = subprocess.run(
        ["git", "-C", str(folder), "-c", "protocol.file.allow=always", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def init(folder: Path) -> Path:
    """Make ``folder`` a repository and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    return folder


def commit(folder: Path, message: str = "stand", day: str | None = None) -> str:
    """Commit everything in ``folder`` and return the id."""
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", message, day=day)
    return git(folder, "rev-parse", "HEAD")


def replace(path: Path, old: str, new: str) -> None:
    """Replace the first ``old`` in a file; it must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
