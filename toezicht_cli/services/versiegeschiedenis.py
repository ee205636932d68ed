"""Versiegeschiedenis: where git holds a version exactly as it was vastgesteld, and what changed since.

All of it is extra: without git, or when git cannot be read, verifieer tells the same with less detail.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from toezicht_cli.analysis.vaststelling import BESTAND
from toezicht_cli.analysis.verschil import Vergelijking
from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.objecten import find_commits, read_blobs
from toezicht_cli.loading.git.tags import find_tag
from toezicht_cli.loading.vinden import find_git_root
from toezicht_cli.models.verloop import Versie
from toezicht_cli.services.herkomst import is_same_in_git
from toezicht_cli.services.verschil import Reeks, compare_reeks

TAGS = "vastgesteld"
_MOST = 500
_CHUNK = 25


def find_commit(root: Path, versie: Versie) -> str | None:
    """Return the id of a commit that holds the files of ``versie``, byte for byte; None without one.

    The commit of its tag comes first, then the history of now, the newest first.
    """
    folder = root.resolve()
    top = find_git_root(folder)
    if top is None or not versie.invoer:
        return None
    home = folder.relative_to(top).as_posix()
    prefix = "" if home == "." else f"{home}/"
    try:
        return next(_matching(Repository(top), prefix, versie, f"{TAGS}/{folder.name}/{versie.nummer}"), None)
    except GitError:
        return None


def _matching(repository: Repository, prefix: str, versie: Versie, tag: str) -> Iterator[str]:
    head = find_commits(repository, ["HEAD"])[0]
    paths = ("--", prefix.rstrip("/")) if prefix else ()
    commits = repository.run("rev-list", f"--max-count={_MOST}", head.id, *paths).decode().split()
    tagged = find_tag(repository, tag)
    commits = [*([tagged.id] if tagged else []), *commits]
    wanted = (BESTAND, *versie.invoer)
    for start in range(0, len(commits), _CHUNK):
        chunk = commits[start : start + _CHUNK]
        blobs = read_blobs(repository, [f"{commit}:{prefix}{naam}" for commit in chunk for naam in wanted])
        for index, commit in enumerate(chunk):
            if _is_versie(blobs[index * len(wanted) : (index + 1) * len(wanted)], versie):
                yield commit


def _is_versie(blobs: Sequence[bytes | None], versie: Versie) -> bool:
    """Whether the bytes of ``vaststelling.yaml`` and of the files behind it are those of a version."""
    vaststelling, *files = blobs
    if vaststelling is None or versie.gegevens.encode() not in vaststelling:
        return False
    expected = (item.bestand for item in versie.invoer.values())
    return all(is_same_in_git(blob, hash_) for blob, hash_ in zip(files, expected, strict=True))


def compare_met_nu(root: Path, commit: str, today: date) -> Vergelijking | None:
    """Return what changed in the onderzoek since a commit, None when git cannot give it."""
    try:
        return compare_reeks(root, Reeks(commit, None), today)
    except ToezichtError:
        return None
