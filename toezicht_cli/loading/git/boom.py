"""Boom: the files below one folder in a commit or in the index, by name, and their bytes.

The content of a file is not kept here: a werkmap may hold thousands of onderzoeken.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """All files below one folder of ``repository``, by path as seen from its top."""

    def __init__(self, repository: Repository, bestanden: Mapping[str, Bestand]) -> None:
        self.repository = repository
        self.bestanden = bestanden
        self._folders = _group(bestanden)

    def scan(self, folder: str) -> Iterator[Entry]:
        """Yield what stands in ``folder``, as seen from the top; raise OSError when it is not there."""
        if folder not in self._folders:
            raise FileNotFoundError(folder)
        for name, is_folder in self._folders[folder].items():
            bestand = self.bestanden.get(join(folder, name))
            is_link = bestand is not None and bestand.mode == _LINK
            is_submodule = bestand is not None and bestand.mode == _SUBMODULE
            yield Entry(name, is_folder or is_submodule, is_link, is_link and "." not in name)

    def has(self, path: str) -> bool:
        """Whether there is a file ``path``, as seen from the top."""
        return path in self.bestanden

    def has_folder(self, path: str) -> bool:
        """Whether there is a folder ``path``, as seen from the top."""
        return path in self._folders

    def walk(self, folder: str) -> Iterator[str]:
        """Yield every file below ``folder``, as seen from the top."""
        for name, is_folder in self._folders.get(folder, {}).items():
            path = join(folder, name)
            if is_folder:
                yield from self.walk(path)
            else:
                yield path

    def read(self, paths: Iterable[str], most: int = MAX_BYTES) -> dict[str, bytes]:
        """Return the bytes of every plain file of ``paths`` that git says is not too large, in one go."""
        wanted = {path: self.bestanden[path].id for path in paths if self.refusal(path, most) is None}
        ids = sorted(set(wanted.values()))
        content_by_id = dict(zip(ids, read_blobs(self.repository, ids), strict=True))
        found = {path: content_by_id[item] for path, item in wanted.items()}
        return {path: content for path, content in found.items() if content is not None}

    def refusal(self, path: str, most: int) -> BestandError | None:
        """Return why the file ``path`` may not be read, None when it may."""
        bestand = self.bestanden.get(path)
        if bestand is None:
            return BestandError("STR001", "dit bestand is er niet (meer)")
        if bestand.mode == _LINK:
            return BestandError("STR001", "dit is een verwijzing naar een andere plek (link)")
        if bestand.mode == _SUBMODULE:
            return BestandError("STR001", "dit is geen gewoon bestand en wordt niet gelezen")
        if bestand.size is not None and bestand.size > most:
            return too_large(most)
        return None


class Gitversie(NamedTuple):
    """A version of a repository: a commit, or with ``commit=None`` what stands ready to be committed."""

    repository: Repository
    commit: Commit | None

    def boom(self, folder: str) -> Boom:
        """Return the files below ``folder`` ("" is the top); none when the folder is not there.

        Raises:
            GitError: in the index a merge is not finished: then there is no one content.
        """
        paths = ("--", f"{folder}/") if folder else ()
        if self.commit is None:
            output = self.repository.run("ls-files", "--stage", "-z", "--full-name", *paths)
            return Boom(self.repository, dict(_parse_index(output)))
        output = self.repository.run("ls-tree", "-r", "-l", "-z", "--full-tree", self.commit.id, *paths)
        return Boom(self.repository, dict(_parse_tree(output)))

    def read(self, paths: Sequence[str]) -> tuple[bytes | None, ...]:
        """Return the bytes of files by path, as seen from the top; None where there is none."""
        start = f"{self.commit.id}:" if self.commit else ":"
        return read_blobs(self.repository, [f"{start}{path}" for path in paths])


def join(folder: str, name: str) -> str:
    """Return the path of ``name`` in ``folder``; "" is the top."""
    return f"{folder}/{name}" if folder else name


def too_large(most: int) -> BestandError:
    """Return the error for a file of more than ``most`` bytes."""
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
