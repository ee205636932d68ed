"""Open a file of a case without being led elsewhere: no links, no devices, no size without end.

Where the system allows it every step is opened with ``O_NOFOLLOW`` from the folder before it, so
that nothing can be swapped between the look and the read. Elsewhere (Windows) ``lstat`` looks first.
"""

import errno
import os
import stat
from pathlib import Path

from toezicht_cli.loading.tekens import split_lines

MAX_BYTES = 1_048_576
_LOOK = 1_000
# What O_NOFOLLOW says of a link: to a file (EMLINK on FreeBSD), to a folder.
_LINK = frozenset({errno.ELOOP, errno.EMLINK, errno.ENOTDIR})
_STEPWISE = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")


class BestandError(Exception):
    """The file may not or cannot be read; the text says why, in Dutch. ``code`` is the controle."""

    def __init__(self, code: str, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.code = code
        self.line = line
        self.column = column


def read_bytes(root: Path, name: str, *, own: bool = False, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of the file ``name`` (with ``/``) below the folder ``root``, ``most`` at most.

    ``own`` is for files that travel with the tool: installers such as uv lay those down as hard links.

    Raises:
        BestandError: a link, hard link, device, pipe or folder; too large; or not readable.
    """
    if any(part in {"", ".", ".."} for part in name.split("/")) or "\\" in name or "\0" in name:
        raise BestandError("STR001", "deze naam leidt naar een andere map: noem een bestand in deze map")
    try:
        descriptor = _open_stepwise(root, name) if _STEPWISE else _open_checked(root, name)
        try:
            _check(os.fstat(descriptor), own=own)
            _check_size(os.fstat(descriptor).st_size, most)
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                content = stream.read(most + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise BestandError("STR001", _reason(error)) from error
    _check_size(len(content), most)
    return content


def decode(content: bytes) -> str:
    """Return the text of a file, without a byte order mark.

    Raises:
        BestandError: the bytes are not UTF-8.
    """
    start = content[:_LOOK]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or start.count(0) * 4 > len(start):
        raise BestandError(
            "STR002", "dit bestand is geen UTF-8 maar UTF-16 of geen tekst: sla het op als UTF-8"
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = split_lines(error.object[: error.start].decode("utf-8"))
        message = "deze byte is geen teken in UTF-8: sla het bestand op als UTF-8"
        raise BestandError("STR002", message, len(before), len(before[-1]) + 1) from error


def _open_stepwise(root: Path, name: str) -> int:
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
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
            raise OSError(errno.ELOOP, "link")
    _check(path.lstat(), own=True)
    return os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))


def _check(status: os.stat_result, *, own: bool) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise BestandError("STR001", "dit is geen gewoon bestand en wordt niet gelezen")
    if status.st_nlink > 1 and not own:
        raise BestandError("STR001", "dit bestand heeft nog een naam (harde link): maak er een kopie van")


def _check_size(size: int, most: int) -> None:
    if size > most:
        raise BestandError("STR008", f"dit bestand is groter dan {most >> 20} MB")


def _reason(error: OSError) -> str:
    if error.errno in _LINK:
        return "dit is een verwijzing naar een andere plek (link): zet het bestand zelf hier"
    if isinstance(error, PermissionError):
        return "dit bestand mag niet gelezen worden: pas de rechten aan"
    if isinstance(error, FileNotFoundError):
        return "dit bestand is er niet (meer)"
    return "dit bestand is niet te lezen"
