"""Stand: the files of one onderzoek at one moment, on the disk or in git; reading needs no more."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from toezicht_cli.loading.bestand import MAX_BYTES, read_bytes
from toezicht_cli.loading.listing import Entry, scan_folder


class Stand(Protocol):
    """Where the files of an onderzoek come from.

    ``naam`` is the name of the folder; ``root`` is the folder itself, which in git need not be on the disk.
    """

    @property
    def naam(self) -> str:
        """Return the name of the folder."""

    @property
    def root(self) -> Path:
        """Return the folder."""

    def scan(self, folder: str) -> Iterable[Entry]:
        """Yield what stands in ``folder`` ("" is the onderzoek itself); raise OSError when unreadable."""

    def read(self, name: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of a file; raise BestandError when it may not or cannot be read."""


class Mapstand:
    """The stand of now: a folder on the disk."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def naam(self) -> str:
        """Return the name of the folder."""
        return self.root.resolve().name

    def scan(self, folder: str) -> Iterable[Entry]:
        """Yield what stands in ``folder``; raise OSError when it cannot be read."""
        return scan_folder(self.root, folder)

    def read(self, name: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of a file; raise BestandError when it may not or cannot be read."""
        return read_bytes(self.root, name, most=most)


class GewijzigdeStand:
    """A stand in which some files hold other bytes: the onderzoek as a command is about to make it.

    ``gelezen`` holds the bytes of every YAML file that was read, so that what is written down of a file is
    about the bytes that were looked at, also when somebody saves it meanwhile.
    """

    def __init__(self, stand: Stand, contents: Mapping[str, bytes]) -> None:
        self._stand = stand
        self._contents = contents
        self.gelezen: dict[str, bytes] = {}

    @property
    def naam(self) -> str:
        """Return the name of the folder."""
        return self._stand.naam

    @property
    def root(self) -> Path:
        """Return the folder."""
        return self._stand.root

    def scan(self, folder: str) -> Iterable[Entry]:
        """Yield what stands in ``folder``; raise OSError when it cannot be read."""
        return self._stand.scan(folder)

    def read(self, name: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of a file, those given for it first; raise BestandError as the stand does."""
        given = self._contents.get(name)
        content = self._stand.read(name, most) if given is None else given
        if name.endswith(".yaml"):
            self.gelezen[name] = content
        return content
