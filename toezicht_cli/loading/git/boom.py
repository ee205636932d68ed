"""Boom: the files below one folder in a commit or in the index, by name, and their bytes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from toezicht_cli.loading.bestand import MAX_BYTES, BestandError
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.objecten import Commit, read_blobs
from toezicht_cli.loading.listing import Entry

_LINK, _SUBMODULE = "120000", "160000"


class Bestand(NamedTuple):
    """A file in git: its mode, the id of its content, and its size where git tells."""

    mode: str
    id: str
    size: int | None = None


class Boom:
    """All files below ``map`` (as seen from the top of the repository, "" is the top itself)."""

    def __init__(self, repository: Repository, map_: str, bestanden: Mapping[str, Bestand]) -> None:
        self.repository = repository
        self.map = map_
        self.bestanden = bestanden
        self._folders = _group(bestanden)
        self._contents: dict[str, bytes] = {}

    def scan(self, folder: str) -> Iterator[Entry]:
        """Yield what stands in ``folder``, as seen from the top; raise OSError when it is not there."""
        if folder not in self._folders:
            raise FileNotFoundError(folder)
        for name, is_folder in self._folders[folder].items():
            path = f"{folder}/{name}" if folder else name
            bestand = self.bestanden.get(path)
            is_link = bestand is not None and bestand.mode == _LINK
            is_submodule = bestand is not None and bestand.mode == _SUBMODULE
            yield Entry(name, is_folder or is_submodule, is_link, is_link and "." not in name)

    def has(self, path: str) -> bool:
        """Whether there is a file ``path``, as seen from the top."""
        return path in self.bestanden

    def has_folder(self, path: str) -> bool:
        """Whether there is a folder ``path``, as seen from the top."""
        return path in self._folders

    def fetch(self, paths: Iterable[str]) -> None:
        """Read the plain files ``paths`` in one go, for the calls of ``read`` that follow."""
        wanted = {path: self.bestanden[path].id for path in paths if self._refusal(path, MAX_BYTES) is None}
        missing = sorted({item for item in wanted.values() if item not in self._contents})
        for item, content in zip(missing, read_blobs(self.repository, missing), strict=True):
            if content is not None:
                self._contents[item] = content

    def read(self, path: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of the file ``path``, as seen from the top.

        Raises:
            BestandError: a link, a submodule, too large, or not in this clone.
        """
        refusal = self._refusal(path, most)
        if refusal is not None:
            raise refusal
        wanted = self.bestanden[path].id
        if wanted not in self._contents:
            content = read_blobs(self.repository, [wanted])[0]
            if content is None:
                raise BestandError("STR001", "dit bestand is niet opgehaald in deze kloon")
            self._contents[wanted] = content
        if len(self._contents[wanted]) > most:  # the index tells no sizes
            raise _too_large(most)
        return self._contents[wanted]

    def _refusal(self, path: str, most: int) -> BestandError | None:
        bestand = self.bestanden.get(path)
        if bestand is None:
            return BestandError("STR001", "dit bestand is er niet (meer)")
        if bestand.mode == _LINK:
            return BestandError("STR001", "dit is een verwijzing naar een andere plek (link)")
        if bestand.mode == _SUBMODULE:
            return BestandError("STR001", "dit is geen gewoon bestand en wordt niet gelezen")
        if bestand.size is not None and bestand.size > most:
            return _too_large(most)
        return None


def boom_of_commit(repository: Repository, commit: Commit, map_: str) -> Boom:
    """Return the files below ``map_`` in a commit; an empty boom when the folder is not there."""
    paths = ("--", f"{map_}/") if map_ else ()
    output = repository.run("ls-tree", "-r", "-l", "-z", "--full-tree", commit.id, *paths)
    return Boom(repository, map_, dict(_parse_tree(output)))


def boom_of_index(repository: Repository, map_: str) -> Boom:
    """Return the files below ``map_`` that stand ready to be committed.

    Raises:
        GitError: a merge is not finished: then there is no one content.
    """
    paths = ("--", f"{map_}/") if map_ else ()
    output = repository.run("ls-files", "--stage", "-z", "--full-name", *paths)
    return Boom(repository, map_, dict(_parse_index(output)))


def _too_large(most: int) -> BestandError:
    return BestandError("STR008", f"dit bestand is groter dan {most >> 20} MB")


def _parse_tree(output: bytes) -> Iterator[tuple[str, Bestand]]:
    for record in output.split(b"\0"):
        if record:
            head, _, name = record.partition(b"\t")
            mode, _kind, item, size = head.decode().split()
            yield _decode(name), Bestand(mode, item, int(size) if size.isdigit() else None)


def _parse_index(output: bytes) -> Iterator[tuple[str, Bestand]]:
    for record in output.split(b"\0"):
        if record:
            head, _, name = record.partition(b"\t")
            mode, item, stage = head.decode().split()
            if stage != "0":
                raise GitError("een samenvoeging (merge) is nog niet af", "los eerst de conflicten op")
            yield _decode(name), Bestand(mode, item)


def _decode(name: bytes) -> str:
    return name.decode("utf-8", errors="surrogateescape")


def _group(bestanden: Iterable[str]) -> dict[str, dict[str, bool]]:
    """Return per folder its names, True for a folder; git knows no empty folders."""
    folders: dict[str, dict[str, bool]] = {}
    for path in bestanden:
        parts = path.split("/")
        for depth, part in enumerate(parts):
            is_folder = depth < len(parts) - 1
            folders.setdefault("/".join(parts[:depth]), {})[part] = is_folder
    return folders
