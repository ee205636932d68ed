"""Mapkenmerk: whether the files of an onderzoek are still those that were read, without reading them again.

As git does: name, size, times and number of every file make a mark. A file that was changed in the moment in
which it was looked at could change once more without its times showing it, so such a mark is no proof.
"""

import hashlib
import os
import time
from collections.abc import Iterator

from toezicht_cli.loading.dossier import OVERGESLAGEN

# Coarser than the clock of any file system in use (FAT counts in steps of two seconds).
_TOO_NEW_NS = 2_000_000_000
_MAX_DEPTH = 9


def mark_folder(root: str) -> str:
    """Return the mark of the onderzoek in ``root``; empty when it proves nothing.

    Only names and times are looked at. What no controle of a case looks at (``rapport``, ``bijlagen``) is
    left out.
    """
    newest = 0
    parts = []
    try:
        for line, changed in _walk(root, "", 0):
            parts.append(line)
            newest = max(newest, changed)
    except OSError:
        return ""
    if newest > time.time_ns() - _TOO_NEW_NS:
        return ""
    parts.sort()
    return hashlib.blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _walk(folder: str, below: str, depth: int) -> Iterator[tuple[str, int]]:
    """Yield a line about each entry, with the last time that it changed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == "." or (not below and name in OVERGESLAGEN):
                continue
            if entry.is_dir(follow_symlinks=False) and depth < _MAX_DEPTH:
                yield f"{below}{name}/", 0
                yield from _walk(entry.path, f"{below}{name}/", depth + 1)
                continue
            found = entry.stat(follow_symlinks=False)
            changed = max(found.st_mtime_ns, found.st_ctime_ns)
            line = (
                f"{below}{name}\0{found.st_mode}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}"
            )
            yield f"{line}\0{found.st_ino}", changed
