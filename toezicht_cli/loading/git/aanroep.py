"""Start git so that a repository can neither run a program nor lead us elsewhere.

``status``, ``diff``, ``log -p`` and ``show`` run what the configuration or the attributes of a
repository name; the plumbing used here does not. Every ``GIT_*`` of the environment is dropped, for a
hook or a parent process may set them for another repository. ``safe.directory`` is the user's to set.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import ToezichtError

_TIMEOUT_SECONDS = 60
_HARDENED = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"),
    *("-c", "core.pager=cat", "-c", "core.untrackedCache=false"),
)
_NOT_OURS = "detected dubious ownership"


class GitError(ToezichtError):
    """Git cannot give what was asked; the text says so in Dutch, with the way out."""


class GeenGitError(GitError):
    """There is no git on this computer."""


class GitLeesError(GitError):
    """Git stopped for a reason that it gives in words of its own; they are not shown."""


class Repository(NamedTuple):
    """A git work tree, by its top folder (the one that holds ``.git``), resolved.

    ``indexbestand`` is the file with what stands ready, when that is not the one of the repository: so it
    is while ``git commit -a`` and ``git commit FILE`` run their hook.
    """

    top: Path
    indexbestand: Path | None = None

    def run(self, *arguments: str, stdin: bytes = b"", accept: Sequence[int] = (0,)) -> bytes:
        """Return what git writes; with another exit code than ``accept`` raise GitError.

        ``arguments`` are fixed words and object ids: a name of the user goes over stdin, or behind ``--``.
        """
        command = [_find_git(self.top), *_HARDENED, "-C", str(self.top), *arguments]
        try:
            done = subprocess.run(  # noqa: S603 - no shell; the words are ours
                command,
                input=stdin,
                capture_output=True,
                env=_environment(self),
                timeout=_TIMEOUT_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise GitError("git gaf binnen een minuut geen antwoord") from error
        except OSError as error:
            raise GitError("git is niet te starten", "kijk of git goed geïnstalleerd is") from error
        if done.returncode not in accept:
            raise _explain(done.stderr.decode(errors="replace"))
        return done.stdout

    def is_shallow(self) -> bool:
        """Whether the clone lacks the older part of the history."""
        return self.run("rev-parse", "--is-shallow-repository").strip() == b"true"


def _find_git(top: Path) -> str:
    """Return the path of git; one inside the repository that is read is not it."""
    found = _search_path()
    if found is None:
        raise GeenGitError("git staat niet op deze computer", "installeer git, of vergelijk twee mappen")
    if found.resolve().is_relative_to(top):
        raise GitError("er staat een programma git in de map zelf, en dat wordt niet gestart")
    return str(found)


def _search_path() -> Path | None:
    """Return git from the folders of PATH that are absolute; never from where one stands.

    ``shutil.which`` looks there too: always on Windows, elsewhere for a ``.`` in PATH.
    """
    name = "git.exe" if os.name == "nt" else "git"
    folders = (Path(entry) for entry in os.environ.get("PATH", os.defpath).split(os.pathsep))
    found = (folder / name for folder in folders if folder.is_absolute())
    return next((path for path in found if path.is_file() and os.access(path, os.X_OK)), None)


def _environment(repository: Repository) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")}
    if repository.indexbestand is not None:
        kept["GIT_INDEX_FILE"] = str(repository.indexbestand)
    return kept | {
        "LC_ALL": "C",
        # A damaged .git must not make git go on to a repository further up.
        "GIT_CEILING_DIRECTORIES": str(repository.top.parent),
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        # A partial clone fetches what it lacks, over a transport that its configuration names.
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_LITERAL_PATHSPECS": "1",
    }


def _explain(message: str) -> GitError:
    if _NOT_OURS in message:
        return GitError(
            "deze map hoort bij een andere gebruiker, en dan leest git haar niet",
            "vertrouw je de map, zet haar dan zelf in safe.directory: git help config",
        )
    if "not a git repository" in message:
        return GitError("git herkent deze map niet als repository", "is de map .git beschadigd?")
    if "promisor" in message or "transport 'none'" in message or "not allowed" in message:
        return GitError(
            "deze kloon is niet volledig (partial clone) en er wordt niets opgehaald",
            "haal de rest zelf op, met git fetch --refetch --no-filter",
        )
    return GitLeesError(
        "git kon dit niet lezen", "probeer git fsck om te zien of de repository beschadigd is"
    )
