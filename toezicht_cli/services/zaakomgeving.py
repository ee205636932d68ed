"""Zaakomgeving: what stands around the onderzoeken of a werkmap, read once, with a hash of each part.

The hash is always made before the file is read, so that what is kept of a file that somebody saves meanwhile
is known to be of an older one.
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import toezicht_cli
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.kaders import (
    KALENDER,
    SOORT,
    GelezenKader,
    GelezenWerkmap,
    Kadermap,
    KaderNotFoundError,
)
from toezicht_cli.loading.lezen import Document
from toezicht_cli.loading.vinden import WERKMAP
from toezicht_cli.models.termijn import Kalender
from toezicht_cli.resources import data_folder

_PACKAGE = os.path.dirname(os.path.abspath(toezicht_cli.__file__))  # noqa: PTH100, PTH120 - Path is slow here


class Zaakomgeving:
    """A source of kaders, werkmap and kalender that reads each of them once."""

    def __init__(self, kadermap: Kadermap) -> None:
        self._kadermap = kadermap
        self._kaders: dict[str, GelezenKader | KaderNotFoundError] = {}
        self._kenmerken: dict[str, str] = {}
        self._werkmap: tuple[GelezenWerkmap | None] | None = None
        self._kalender: Document[Kalender] | None = None
        self._basis = _hash(_fingerprint(), *self._werkmapbestanden())

    def kenmerk(self, verwijzing: str) -> str:
        """Return a hash of all that an onderzoek under this kader rests on outside its own folder.

        It is that of the moment at which it was first asked, before the kader was read.
        """
        if verwijzing not in self._kenmerken:
            self._kenmerken[verwijzing] = _hash(self._basis, verwijzing, self._hold_kader(verwijzing))
        return self._kenmerken[verwijzing]

    def read(self, verwijzing: str) -> GelezenKader:
        """Return the kader ``naam@versie``; raise KaderNotFoundError when there is none."""
        if verwijzing not in self._kaders:
            self.kenmerk(verwijzing)
            try:
                self._kaders[verwijzing] = self._kadermap.read(verwijzing)
            except KaderNotFoundError as error:
                self._kaders[verwijzing] = error
        found = self._kaders[verwijzing]
        if isinstance(found, KaderNotFoundError):
            raise found
        return found

    def read_werkmap(self) -> GelezenWerkmap | None:
        """Return ``toezicht.yaml``, None without a werkmap."""
        if self._werkmap is None:
            self._werkmap = (self._kadermap.read_werkmap(),)
        return self._werkmap[0]

    def read_kalender(self) -> Document[Kalender]:
        """Return the kalender of the werkmap, else the one that travels with the tool."""
        if self._kalender is None:
            self._kalender = self._kadermap.read_kalender()
        return self._kalender

    def _werkmapbestanden(self) -> Iterator[str]:
        if self._kadermap.werkmap is not None:
            yield _hold(self._kadermap.werkmap, WERKMAP)
        for folder in self._kadermap.folders:
            yield _hold(folder, KALENDER)

    def _hold_kader(self, verwijzing: str) -> str:
        try:
            path = self._kadermap.find(verwijzing)
        except KaderNotFoundError:
            return ""
        return _hold(path.parents[2], f"{SOORT}/{path.parent.name}/{path.name}")


def _hold(folder: Path, name: str) -> str:
    """Return a hash of a file, or why it cannot be read."""
    try:
        content = read_bytes(folder, name, own=folder == data_folder("kaders"))
    except BestandError as error:
        return str(error)
    return hashlib.sha256(content).hexdigest()


def _fingerprint() -> str:
    """Return what changes when the tool does: its version, and names, sizes and times of its source files."""
    return _hash(toezicht_cli.__version__, *sorted(_sources(_PACKAGE)))


# What is in these makes no difference to what is found out of an onderzoek.
_ELDERS = frozenset({"__pycache__", "_data", "cli", "outputs", "rendering"})


def _sources(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _ELDERS:
                    yield from _sources(entry.path)
            elif entry.name.endswith(".py"):
                found = entry.stat()
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"


def _hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogateescape")).hexdigest()
