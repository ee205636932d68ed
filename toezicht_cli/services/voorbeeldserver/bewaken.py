"""Bewaken: see that a file has changed, from its content and not from its time.

Size and time only say which files to read again. Links and devices are looked at and never opened.
"""

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.loading.bestand import MAX_BYTES, BestandError, read_bytes

MAX_ENTRIES = 20_000
_MAX_DEPTH = 8
# A file that was written this short ago may be written again without another time or size.
_FRESH_NS = 2_000_000_000


class Gebied(NamedTuple):
    """A folder to watch: with what is below it or not, without the folders ``skip`` directly in it.

    With ``files`` only those files of the folder itself.
    """

    folder: Path
    deep: bool = True
    skip: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()


class _Seen(NamedTuple):
    status: tuple[int, ...]
    digest: bytes
    is_fresh: bool


class Bewaker:
    """Remembers what was read, so that a look at an unchanged folder opens no file."""

    def __init__(self) -> None:
        self._seen: dict[Path, _Seen] = {}

    def look(self, gebieden: tuple[Gebied, ...]) -> bytes:
        """Return a hash of the names and the content of all files in ``gebieden``."""
        seen: dict[Path, _Seen] = {}
        for gebied in gebieden:
            for path, status in list_files(gebied):
                if path not in seen:
                    seen[path] = self._see(path, status)
        self._seen = seen
        total = hashlib.sha256()
        for path in sorted(seen):
            total.update(f"{path}\0".encode(errors="surrogatepass") + seen[path].digest)
        return total.digest()

    def _see(self, path: Path, status: os.stat_result) -> _Seen:
        key = (status.st_mode, status.st_size, status.st_mtime_ns, status.st_ino, status.st_nlink)
        known = self._seen.get(path)
        if known is not None and known.status == key and not known.is_fresh:
            return known
        is_fresh = status.st_mtime_ns > time.time_ns() - _FRESH_NS
        return _Seen(key, _digest(path, status), is_fresh)


def list_files(gebied: Gebied) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield the files of a gebied with their status, and whatever else is no folder.

    Hidden files and those that Word keeps beside an open document do not count. What is not there or
    may not be read yields nothing: that is a change too.
    """
    if gebied.files:
        yield from _list_named(gebied)
        return
    left = MAX_ENTRIES
    folders = [(gebied.folder, 0)]
    while folders:
        folder, depth = folders.pop()
        for entry in _list_folder(folder):
            left -= 1
            if left < 0:
                return
            status = _status(entry)
            if status is None or (depth == 0 and entry.name in gebied.skip):
                continue
            if not stat.S_ISDIR(status.st_mode):
                yield Path(entry.path), status
            elif gebied.deep and depth < _MAX_DEPTH:
                folders.append((Path(entry.path), depth + 1))


def _list_named(gebied: Gebied) -> Iterator[tuple[Path, os.stat_result]]:
    for name in gebied.files:
        try:
            yield gebied.folder / name, (gebied.folder / name).lstat()
        except (OSError, ValueError):
            continue


def _list_folder(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith((".", "~$"))]
    except OSError:
        return []


def _status(entry: "os.DirEntry[str]") -> os.stat_result | None:
    try:
        return entry.stat(follow_symlinks=False)
    except OSError:
        return None


def _digest(path: Path, status: os.stat_result) -> bytes:
    """Return a hash of the content; of a large file its size and time will do, of a link that it is one."""
    if not stat.S_ISREG(status.st_mode):
        return hashlib.sha256(f"{status.st_mode}".encode()).digest()
    if status.st_size > MAX_BYTES:
        return hashlib.sha256(f"{status.st_size} {status.st_mtime_ns}".encode()).digest()
    try:
        content = read_bytes(path.parent, path.name, own=True)
    except BestandError as error:
        content = str(error).encode()
    # A second name makes a file unreadable for a case, and so do its rights.
    return hashlib.sha256(f"{status.st_mode} {status.st_nlink}\0".encode() + content).digest()
