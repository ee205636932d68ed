"""Objecten: names of revisions to commits, and the bytes of objects, through ``cat-file --batch``.

A name goes to git over stdin, so it can never be taken for an option.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from toezicht_cli.diagnostics import quote, suggest
from toezicht_cli.loading.git.aanroep import GitError, GitLeesError, Repository

_NAME = re.compile(r"[^\x00-\x1f\x7f]{1,300}")
_COMMITTER = re.compile(rb"^committer [^\n]*> (\d{1,12}) ([+-])(\d\d)(\d\d)$", re.MULTILINE)
_KORT = 7
_MOST = 6
_ONDIEP = (
    "deze kloon heeft niet de hele geschiedenis (shallow)",
    "haal haar op met git fetch --unshallow, of zet in CI fetch-depth op 0",
)


class Commit(NamedTuple):
    """A commit: its full id, the day it was made (where its maker was), and its first parent."""

    id: str
    dag: date
    ouder: str | None

    @property
    def kort(self) -> str:
        """Return the beginning of the id, as git shows it."""
        return self.id[:_KORT]


def find_commits(repository: Repository, names: Sequence[str]) -> tuple[Commit, ...]:
    """Return the commits that ``names`` mean, such as ``HEAD``, ``main`` or ``HEAD~2``.

    Raises:
        GitError: a name is no commit here; the text says which, and whether the clone is shallow.
    """
    wanted = [_peeled(name) for name in names]
    try:
        found = list(_read_batch(repository, wanted))
    except GitLeesError as error:  # "@{u}" without an upstream ends git instead of being missing
        raise unknown_revision(repository, " en ".join(names)) from error
    for name, content in zip(names, found, strict=True):
        if content is None:
            raise unknown_revision(repository, name)
    return tuple(_commit(item) for item in found if item is not None)


def find_merge_base(repository: Repository, one: Commit, other: Commit) -> Commit:
    """Return the commit where two histories went apart.

    Raises:
        GitError: they have none in common, or this clone does not have it.
    """
    ids = repository.run("merge-base", one.id, other.id, accept=(0, 1)).decode().split()
    if not ids:
        raise refuse_shallow(repository, "deze twee versies hebben hier geen gezamenlijk begin")
    return find_commits(repository, ids[:1])[0]


def read_blobs(repository: Repository, names: Sequence[str]) -> tuple[bytes | None, ...]:
    """Return the bytes of every object in ``names`` (ids, or ``id:path``), None where there is none."""
    return tuple(item.content if item else None for item in _read_batch(repository, names))


def unknown_revision(repository: Repository, name: str) -> GitError:
    """Return the error for a name that is no commit here."""
    if repository.is_shallow():
        return GitError(f"{quote(name)} is hier niet te vinden: {_ONDIEP[0]}", _ONDIEP[1])
    branches = _branches(repository)
    if name in {"HEAD", "@"} or not branches:
        return GitError("er is nog niets vastgelegd in git", "doe eerst git add en git commit")
    return GitError(
        f"{quote(name)} is in git geen versie die hier bekend is",
        suggest(name, branches) or f"deze takken zijn er: {', '.join(branches[:_MOST])}",
    )


def _branches(repository: Repository) -> list[str]:
    found = repository.run(
        "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes", "refs/tags"
    )
    return [name for name in found.decode(errors="replace").split("\n") if name and name.isprintable()]


def refuse_shallow(repository: Repository, what: str, hulp: str | None = None) -> GitError:
    """Return the error for ``what`` that is not in the history; names a shallow clone as the cause."""
    if repository.is_shallow():
        return GitError(f"{what}: {_ONDIEP[0]}", _ONDIEP[1])
    return GitError(what, hulp)


class _Object(NamedTuple):
    id: str
    content: bytes


def _peeled(name: str) -> str:
    if _NAME.fullmatch(name) is None:
        raise GitError("deze naam van een versie kan niet", "noem een tak, een tag of een commit")
    return f"{name}^{{commit}}"


def _read_batch(repository: Repository, names: Sequence[str]) -> Iterator[_Object | None]:
    """Yield what git answers, in order: a header line and the bytes, or a line that says it has none."""
    if not names:
        return
    if any("\n" in name for name in names):
        raise GitError("in de naam van een bestand zit een regeleinde")
    asked = "".join(f"{name}\n" for name in names).encode(errors="surrogateescape")
    output = repository.run("cat-file", "--batch", stdin=asked)
    start = 0
    for _ in names:
        end = output.find(b"\n", start)
        if end < 0:
            raise GitLeesError("git gaf geen antwoord", "is het programma git op deze computer in orde?")
        header = output[start:end].split(b" ")
        start = end + 1
        if len(header) != 3 or not header[2].isdigit():
            yield None  # "… missing", "… ambiguous"
            continue
        size = int(header[2])
        yield _Object(header[0].decode(), output[start : start + size])
        start += size + 1


def _commit(found: _Object) -> Commit:
    head = found.content.partition(b"\n\n")[0]
    parent = re.search(rb"^parent ([0-9a-f]{40,64})$", head, re.MULTILINE)
    return Commit(found.id, _day(head), parent[1].decode() if parent else None)


def _day(head: bytes) -> date:
    match = _COMMITTER.search(head)
    if match is None:
        return date(1970, 1, 1)
    offset = timedelta(hours=int(match[3]), minutes=int(match[4]))
    if offset >= timedelta(days=1):
        offset = timedelta()
    zone = timezone(offset if match[2] == b"+" else -offset)
    try:
        return datetime.fromtimestamp(int(match[1]), UTC).astimezone(zone).date()
    except (OverflowError, ValueError, OSError):
        return date(1970, 1, 1)
