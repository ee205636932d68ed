"""Mapkenmerk: whether the files of an onderzoek are still those that were read, without reading them again.

As git does: name, size, times and number of every file make a mark. A file that was changed in the moment in
which it was looked at could change once more without its times showing it, so such a mark is no proof.
"""

import hashlib
import os
import sys
import time
from collections.abc import Callable, Sequence

from toezicht_cli.loading.kernen import count_cores
from toezicht_cli.loading.vertrouwelijk import OVERGESLAGEN

# Coarser than the clock of any file system in use (FAT counts in steps of two seconds).
_TOO_NEW_NS = 2_000_000_000
_MAX_DEPTH = 9
# Below this, looking takes less time than starting a process for it.
_ALONE = 2_000
# Looking is mostly waiting for the file system, which does not get faster with more.
_MOST = 8


def mark_folder(root: str) -> str:
    """Return the mark of the onderzoek in ``root``; empty when it proves nothing.

    Only names and times are looked at. What no controle of a case looks at (``rapport``, ``bijlagen``) is
    left out.
    """
    parts: list[tuple[str | int, ...]] = []
    try:
        newest = _add_folder(parts, root, "", 0)
    except OSError:
        return ""
    if newest > time.time_ns() - _TOO_NEW_NS:
        return ""
    parts.sort()
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def start_marking(roots: Sequence[str]) -> Callable[[], list[str]]:
    """Return what gives the mark of each of ``roots``; many are looked at while other things go on."""
    if len(roots) < _ALONE or sys.platform != "linux":
        return lambda: [mark_folder(root) for root in roots]
    size = -(-len(roots) // min(count_cores(), _MOST))
    parts = [_start_part(roots[start : start + size]) for start in range(0, len(roots), size)]
    return lambda: [mark for collect in parts for mark in collect()]


def _start_part(roots: Sequence[str]) -> Callable[[], list[str]]:
    """Return what gives the mark of each of ``roots``, which a process of its own looks at."""
    reader, writer = os.pipe()
    try:
        child = os.fork()
    except OSError:  # no room for one more process
        os.close(reader)
        os.close(writer)
        return lambda: [mark_folder(root) for root in roots]
    if child == 0:
        try:
            os.close(reader)
            marks = "".join(f"{mark_folder(root)}\n" for root in roots)
            with os.fdopen(writer, "w", encoding="ascii") as stream:
                stream.write(marks)  # only now: who waits for a reader cannot look further
        finally:
            os._exit(0)
    os.close(writer)

    def collect() -> list[str]:
        with os.fdopen(reader, encoding="ascii") as stream:
            marks = stream.read().split("\n")[:-1]  # what is behind the last end of a line is half a mark
        os.waitpid(child, 0)
        return marks if len(marks) == len(roots) else [mark_folder(root) for root in roots]

    return collect


def _add_folder(parts: list[tuple[str | int, ...]], folder: str, below: str, depth: int) -> int:
    """Add each entry to ``parts`` and return the last time that one of them changed.

    Ten thousand onderzoeken are looked at in this way each time, so it is written to be fast.
    """
    newest = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == "." or (not below and name in OVERGESLAGEN):
                continue
            if entry.is_dir(follow_symlinks=False) and depth < _MAX_DEPTH:
                parts.append((f"{below}{name}/",))
                newest = max(newest, _add_folder(parts, entry.path, f"{below}{name}/", depth + 1))
                continue
            found = entry.stat(follow_symlinks=False)
            written, changed = found.st_mtime_ns, found.st_ctime_ns
            newest = max(newest, written, changed)
            parts.append((below + name, found.st_mode, found.st_size, written, changed, found.st_ino))
    return newest
