"""Open a file of a case without being led elsewhere: no links, no devices, no size without end.

Where the system allows it every step is opened with ``O_NOFOLLOW`` from the folder before it, so
that nothing can be swapped between the look and the read. Elsewhere (Windows) ``lstat`` looks first.
"""

import os
import stat
from pathlib import Path

MAX_BYTES = 1_048_576
_STEPWISE = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")


class BestandError(Exception):
    """The file may not or cannot be read; the text says why, in Dutch. ``code`` is the controle."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_bytes(root: Path, name: str) -> bytes:
    """Return the bytes of the file ``name`` (with ``/``) below the folder ``root``.

    Raises:
        BestandError: a link, hard link, device, pipe or folder; too large; or not readable.
    """
    try:
        descriptor = _open_stepwise(root, name) if _STEPWISE else _open_checked(root, name)
    except OSError as error:
        raise BestandError("STR001", _reason(error, root / name)) from error
    with os.fdopen(descriptor, "rb") as stream:
        _check(os.fstat(stream.fileno()))
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise BestandError("STR008", "dit bestand is groter dan 1 MB")
    return content


def decode(content: bytes) -> str:
    """Return the text of a file, without a byte order mark.

    Raises:
        BestandError: the bytes are not UTF-8.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BestandError("STR002", "dit bestand is UTF-16: sla het op als UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BestandError("STR002", f"geen UTF-8: regel {line} heeft een byte die geen teken is") from error


def _open_stepwise(root: Path, name: str) -> int:
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        *folders, last = name.split("/")
        for part in folders:
            deeper = os.open(part, flags | os.O_DIRECTORY, dir_fd=folder)
            os.close(folder)
            folder = deeper
        return os.open(last, flags, dir_fd=folder)
    finally:
        os.close(folder)


def _open_checked(root: Path, name: str) -> int:
    path = root
    for part in name.split("/"):
        path /= part
        if path.is_symlink() or getattr(path, "is_junction", lambda: False)():
            raise OSError(40, "link")
    _check(path.lstat())
    return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise BestandError("STR001", "dit is geen gewoon bestand en wordt niet gelezen")
    if status.st_nlink > 1:
        raise BestandError("STR001", "dit bestand heeft nog een naam (harde link): maak er een kopie van")
    if status.st_size > MAX_BYTES:
        raise BestandError("STR008", "dit bestand is groter dan 1 MB")


def _reason(error: OSError, path: Path) -> str:
    if path.is_symlink() or any(parent.is_symlink() for parent in path.parents[:3]):
        return "dit is een verwijzing naar een andere plek (link): zet het bestand zelf hier"
    if isinstance(error, PermissionError):
        return "dit bestand mag niet gelezen worden: pas de rechten aan"
    if isinstance(error, FileNotFoundError):
        return "dit bestand is er niet (meer)"
    return "dit bestand is niet te lezen"
