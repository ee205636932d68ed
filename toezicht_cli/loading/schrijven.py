"""Write a file so that whoever reads it finds the old content or the new, never a part.

A temporary file in the same folder, flushed to the disk, takes the place of the old one in one step.
The folder is locked meanwhile (``flock`` on the folder itself, so nothing is left behind): writers
wait for one another, and a temporary file that is found there must come from a writer that was killed.
"""

import codecs
import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError

if sys.platform != "win32":
    import fcntl

_PREFIX = ".toezicht-"
_SUFFIX = ".tmp"
_NEW_FILE_MODE = 0o666  # the umask takes away what it must
_PATIENCE_SECONDS = 10.0
_PAUSE_SECONDS = 0.005
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# File systems on which a folder cannot be locked or flushed: then it is simply not done.
_NOT_SUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.ENOLCK, errno.EBADF})


class GewijzigdError(ToezichtError):
    """Somebody else changed the file after it was read."""


def write_atomically(path: Path, text: str, *, expected: str | None = None) -> None:
    """Make ``text`` the whole content of ``path``, as UTF-8, every character and line end as given.

    An existing file keeps its mode. The folder must exist.

    Args:
        path: the file; neither it nor its folder may be a link.
        text: the new content.
        expected: the content as it was read (with its byte order mark); when the file holds
            something else by now, nothing is written.

    Raises:
        GewijzigdError: the file does not hold ``expected``.
        ToezichtError: it could not be written; what stands there is the old content, or the new when
            only the last flush failed.
    """
    write_bytes_atomically(path, _encode(text), expected=expected)


def write_bytes_atomically(path: Path, content: bytes, *, expected: str | None = None) -> None:
    """Make ``content`` the whole content of ``path``; arguments and errors as ``write_atomically``."""
    try:
        with _locked(path.parent) as alone:
            mode = _look(path)
            if expected is not None:
                _compare(path, expected)
            if alone:
                _sweep(path.parent)
            _write(path, content, mode)
    except OSError as error:
        raise ToezichtError(*_explain(error, path)) from error


def edit_file(path: Path, change: Callable[[str], str], *, begin: str | None = None) -> bool:
    """Replace the text of ``path`` by what ``change`` makes of it, while nobody else can write there.

    So of several writers none loses what another one wrote. A byte order mark stays; when the text stays the
    same nothing is written. ``change`` may not write in the same folder. ``begin`` is what a file that is not
    there yet holds before the change.

    Returns:
        Whether something was written.

    Raises:
        ToezichtError: it could not be read or written, or ``change`` raised it; then nothing is written.
    """
    try:
        with _locked(path.parent) as alone:
            mode = _look(path)
            if mode is None and begin is None:
                raise ToezichtError(f"{path} is er niet", "kijk of je in de goede map staat")
            old = begin.encode() if begin is not None and mode is None else path.read_bytes()
            new = _changed(old, path, change)
            if new == old:
                return False
            if alone:
                _sweep(path.parent)
            _write(path, new, mode)
    except OSError as error:
        raise ToezichtError(*_explain(error, path)) from error
    return True


def create_file(folder: Path, choose: Callable[[Collection[str]], tuple[str, str]]) -> Path:
    """Make a new file in ``folder``; nobody else writes there between choosing its name and making it.

    ``choose`` takes the names that are in the folder and returns a name that is not, and the text. Where a
    folder cannot be locked, a name that was taken meanwhile is refused and never written over.

    Raises:
        ToezichtError: it could not be written, or the name was taken; then there is no new file.
    """
    path = folder
    try:
        with _locked(folder) as alone:
            name, text = choose({entry.name for entry in os.scandir(folder)})
            path = folder / name
            content = _encode(text)
            if os.path.lexists(path):
                raise ToezichtError(f"{path} bestaat al: daar wordt niets overheen geschreven")
            if alone:
                _sweep(folder)
            _write(path, content, None)
    except OSError as error:
        raise ToezichtError(*_explain(error, path)) from error
    return path


def _changed(old: bytes, path: Path, change: Callable[[str], str]) -> bytes:
    bom = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    try:
        text = old.removeprefix(bom).decode()
    except UnicodeDecodeError as error:
        raise ToezichtError(f"{path} is geen UTF-8", "sla het bestand op als UTF-8") from error
    return bom + _encode(change(text))


def _encode(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise ToezichtError(
            "deze tekst heeft een teken dat niet op te slaan is", "typ het opnieuw"
        ) from error


def check_target(path: Path) -> None:
    """Raise ToezichtError when a file cannot be written at ``path`` because of what stands there."""
    _look(path)


def _look(path: Path) -> int | None:
    """Return the mode of the file at ``path``, None when there is none; refuse what is no plain file."""
    if path.is_symlink() or path.parent.is_symlink():
        raise ToezichtError(
            f"{path} is een verwijzing naar een andere plek (link): daar wordt niet geschreven",
            "zet het bestand of de map zelf hier",
        )
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise ToezichtError(f"{path} is geen gewoon bestand: daar wordt niet geschreven")
    if status.st_nlink > 1:
        raise ToezichtError(f"{path} heeft nog een naam (harde link)", "maak er eerst een kopie van")
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise ToezichtError(f"{path} is alleen-lezen", "pas de rechten aan als het toch mag veranderen")
    return stat.S_IMODE(status.st_mode)


def _compare(path: Path, expected: str) -> None:
    try:
        same = path.read_bytes() == expected.encode()
    except FileNotFoundError:
        same = False
    if not same:
        raise GewijzigdError(
            f"{path} is intussen veranderd: er is niets overheen geschreven",
            "sla op wat je nog open hebt, en probeer het opnieuw",
        )


def _write(path: Path, content: bytes, mode: int | None) -> None:
    temporary = path.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    descriptor = os.open(temporary, flags, _NEW_FILE_MODE)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            if mode is not None:
                temporary.chmod(mode)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Flush the new name to the disk too, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_SUPPORTED:
            raise
    finally:
        os.close(descriptor)


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Hold ``folder`` while we write; yield whether the system promises that we are the only one."""
    if sys.platform == "win32":
        yield False
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield _lock(descriptor, folder)
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> bool:
    if sys.platform == "win32":
        return False
    end = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                raise ToezichtError(
                    f"een ander programma schrijft al in {folder}", "probeer het straks opnieuw"
                ) from None
            time.sleep(_PAUSE_SECONDS)
        except OSError as error:
            if error.errno not in _NOT_SUPPORTED:
                raise
            return False
        else:
            return True


def _sweep(folder: Path) -> None:
    """Remove what killed writers left: we hold the lock, so nobody is using it."""
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            leftover.unlink()


def _explain(error: OSError, path: Path) -> tuple[str, str | None]:
    """Return message and help in Dutch."""
    if error.errno in _FULL:
        return f"{path} is niet geschreven: de schijf is vol", "maak ruimte en probeer het opnieuw"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        hulp = "kijk of je in deze map mag schrijven, en of het bestand ergens anders open staat"
        return f"{path} is niet geschreven: dat mag hier niet", hulp
    if isinstance(error, FileNotFoundError) and path.parent.is_dir():
        return f"{path} is niet geschreven: in deze map kan dat niet", "kies een andere map"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"{path} is niet geschreven: de map is er niet", "maak de map eerst"
    return f"{path} is niet geschreven: de schijf of het netwerk gaf een fout", "probeer het opnieuw"
