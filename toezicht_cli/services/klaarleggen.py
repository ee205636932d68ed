"""Klaarleggen: write files that people go on with, and never over what somebody did in one.

A small file beside them holds the SHA-256 of what was written last, in the form of ``sha256sum``. A file
that no longer has its hash was changed by somebody: it is left alone, unless it is what we would write.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.schrijven import check_target, write_atomically, write_bytes_atomically

REGISTER = ".toezicht-gemaakt"
_REGEL = re.compile(r"([0-9a-f]{64})  (\S.{0,200})")
_MAX_BYTES = 50 << 20


class Klaargelegd(NamedTuple):
    """The names of the files that were written, that were right already, and that were left alone."""

    geschreven: tuple[str, ...]
    gelijk: tuple[str, ...]
    behouden: tuple[str, ...]


def lay_down(folder: Path, files: Mapping[str, bytes], *, opnieuw: bool) -> Klaargelegd:
    """Write ``files`` in ``folder``, which is made when it is not there.

    Args:
        folder: where they come.
        files: the content of each by its name.
        opnieuw: write over what somebody changed as well.

    Raises:
        ToezichtError: a file could not be read or written; what was written stays.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"de map {folder} kon niet gemaakt worden"
        raise ToezichtError(message, "kijk of er al een bestand met die naam is") from error
    register = _read_register(folder)
    geschreven, gelijk, behouden = [], [], []
    for name, content in files.items():
        present = _read(folder, name)
        if present == content:
            gelijk.append(name)
        elif present is None or opnieuw or _hash(present) == register.get(name):
            geschreven.append(name)
        else:
            behouden.append(name)
    for name in geschreven:
        check_target(folder / name)
    for name in geschreven:
        write_bytes_atomically(folder / name, files[name])
    made = register | {name: _hash(files[name]) for name in (*geschreven, *gelijk)}
    if made != register:
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(made.items()))
        write_atomically(folder / REGISTER, lines)
    return Klaargelegd(tuple(geschreven), tuple(gelijk), tuple(behouden))


def _read(folder: Path, name: str) -> bytes | None:
    """Return what a file holds, None when there is none."""
    if not (folder / name).exists() and not (folder / name).is_symlink():
        return None
    try:
        return read_bytes(folder, name, most=_MAX_BYTES)
    except BestandError as error:
        raise ToezichtError(f"{folder / name}: {error}") from error


def _read_register(folder: Path) -> dict[str, str]:
    """Return the hash of each file as it was written; a line that says something else does not count."""
    content = _read(folder, REGISTER) or b""
    lines = content.decode("utf-8", "replace").splitlines()
    found = (match for line in lines if (match := _REGEL.fullmatch(line)))
    return {match[2]: match[1] for match in found}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
