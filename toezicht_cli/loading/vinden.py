"""Find the folder that the user means: the onderzoek one stands in, or all of a werkmap."""

import errno
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError

ONDERZOEK = "onderzoek.yaml"
WERKMAP = "toezicht.yaml"
ONDERZOEKEN = "onderzoeken"
REGISTERMAPPEN = ("signalen", "meldingen", "gesprekken", "aanbieders", "jaarcijfers")
# Folders below onderzoeken/ in which somebody may have put onderzoeken: year, quarter, and one more.
_DEEPEST = 3
_IS_DEEPER = re.compile(r"(?:onderzoek\.ya?ml|bevindingen)$", re.IGNORECASE)
_SHOWN = 4


class NietGevondenError(ToezichtError):
    """There is no onderzoek where the user pointed; the text says so in Dutch, with the way out."""


def find_onderzoek(start: Path) -> Path:
    """Return the folder of the onderzoek at or above ``start``, as git finds its repository.

    Raises:
        NietGevondenError: no folder up to the root holds an ``onderzoek.yaml``.
    """
    folder = _existing_folder(start)
    for candidate in (folder, *folder.parents):
        if _is_onderzoek(candidate):
            return candidate
    if _is_file(folder / WERKMAP):
        raise NietGevondenError(f"{start} is een werkmap", "noem een onderzoek eruit, zoals onderzoeken/…")
    message = f"geen onderzoek gevonden in {start} of erboven: er is geen {ONDERZOEK}"
    raise NietGevondenError(message, _hint(start, folder))


def _hint(start: Path, folder: Path) -> str:
    """Return where to look instead: in a zip that is not unpacked yet, or one folder deeper."""
    if start.suffix.lower() == ".zip":
        return "pak de zip eerst uit, en noem dan de map"
    try:
        deeper = sorted(path.name for path in folder.iterdir() if path.is_dir() and _is_found(path))
    except OSError:
        deeper = []
    if deeper:
        return f"er staat er wel een in {(start / deeper[0]).as_posix()}"
    return "ga naar de map van een onderzoek, of maak er een met toezicht nieuw"


def find_onderzoeken(start: Path) -> tuple[Path, ...]:
    """Return every onderzoek that ``start`` means: one folder, or all of a werkmap, sorted.

    Raises:
        NietGevondenError: there is none, or one stands a folder too deep.
    """
    folder = _existing_folder(start)
    if _exists(folder / WERKMAP) and not _is_onderzoek(folder):
        paths = [folder / ONDERZOEKEN / name for name in _list_names(folder / ONDERZOEKEN)]
        is_found = {path: is_onderzoeksmap(path) for path in paths}  # there may be ten thousand
        refuse_deeper(path for path in paths if not is_found[path])
        found = tuple(path for path in paths if is_found[path])
        if not found:
            raise NietGevondenError(f"in de werkmap {start} staat nog geen onderzoek")
        return found
    return (find_onderzoek(start),)


def list_onderzoeken(start: Path) -> tuple[Path, dict[str, str]]:
    """Return the werkmap that ``start`` means and the folders that may be its onderzoeken.

    They are in order, by how they are called from the werkmap; an onderzoek that stands alone is its own
    werkmap. Ten thousand folders are only listed: which of them is an onderzoek is not looked at.

    Raises:
        NietGevondenError: ``start`` is no werkmap and no onderzoek, or the folder cannot be read.
    """
    folder = start.resolve()
    if _exists(folder / WERKMAP) and not _is_onderzoek(folder):
        home = folder / ONDERZOEKEN
        return folder, {f"{ONDERZOEKEN}/{name}": f"{home}{os.sep}{name}" for name in _list_names(home)}
    (root,) = find_onderzoeken(start)
    home = find_werkmap(root) or root
    return home, {"" if root == home else root.relative_to(home).as_posix(): str(root)}


def has_onderzoeken(werkmap: Path) -> bool:
    """Whether a werkmap holds an onderzoek."""
    home = werkmap / ONDERZOEKEN
    return any(is_onderzoeksmap(home / name) for name in _list_names(home))


def _list_names(home: Path) -> list[str]:
    """Return what stands in ``home`` and is not hidden, sorted; nothing when it is not there.

    Raises:
        NietGevondenError: it is there and cannot be read: passing over it would be a silent pass.
    """
    try:
        return sorted(name for name in os.listdir(home) if not name.startswith("."))  # noqa: PTH208
    except OSError as error:
        if _is_no_folder(error):
            return []
        raise NietGevondenError(f"de map {home} is niet te lezen", "kijk naar de rechten") from error


def refuse_deeper(folders: Iterable[Path]) -> None:
    """Raise NietGevondenError when one of ``folders``, which are no onderzoek, holds one.

    Registers stand in a folder per year, so people put onderzoeken there too; nobody would see them.
    """
    for folder in folders:
        deeper = [path.relative_to(folder).as_posix() for path in _find_deeper(folder, _DEEPEST)]
        if not deeper:
            continue
        name, is_one = f"{folder.parent.name}/{folder.name}", len(deeper) == 1
        er_staan = "er staat er wel een in" if is_one else f"er staan er wel {len(deeper)} in"
        message = f"{name} is geen onderzoek, maar {er_staan}: {_join(deeper)}"
        raise NietGevondenError(message, f"zet {'het' if is_one else 'ze'} in {folder.parent.name}/ zelf")


def _find_deeper(folder: Path, depth: int) -> Iterator[Path]:
    """Yield each onderzoek below ``folder``; other YAML than that of an onderzoek may stand there."""
    for name in _list_names(folder):
        path = folder / name
        if any(_IS_DEEPER.match(found) for found in _list_names(path)):
            yield path
        elif depth > 1:
            yield from _find_deeper(path, depth - 1)


def _join(names: list[str]) -> str:
    shown, rest = names[:_SHOWN], len(names) - _SHOWN
    last = f"nog {rest}" if rest > 0 else shown.pop()
    return f"{', '.join(shown)} en {last}" if shown else last


def is_werkmap(folder: Path) -> bool:
    """Whether ``folder`` itself is a werkmap, and not an onderzoek with a ``toezicht.yaml`` of its own."""
    return _is_file(folder / WERKMAP) and not _is_onderzoek(folder)


def has_registers(werkmap: Path) -> bool:
    """Whether a werkmap has the folder of a register."""
    return any(_exists(werkmap / folder) for folder in REGISTERMAPPEN)


def find_werkmap(start: Path) -> Path | None:
    """Return the werkmap at or above ``start``, or None."""
    folder = start.resolve()
    return next(
        (candidate for candidate in (folder, *folder.parents) if _is_file(candidate / WERKMAP)),
        None,
    )


def find_git_root(start: Path) -> Path | None:
    """Return the top of the git work tree around ``start``, or None; runs no git."""
    folder = start.resolve()
    return next(
        (candidate for candidate in (folder, *folder.parents) if _exists(candidate / ".git")),
        None,
    )


def _is_found(folder: Path) -> bool:
    return _is_onderzoek(folder) or _is_file(folder / WERKMAP)


def _is_onderzoek(folder: Path) -> bool:
    return os.path.lexists(folder / ONDERZOEK)


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - that of Path raises when the folder may not be read


def _exists(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - as above


def _is_no_folder(error: OSError) -> bool:
    """Whether ``error`` says that nothing is there, or no folder: a file, or a link that leads nowhere."""
    return isinstance(error, FileNotFoundError | NotADirectoryError) or error.errno == errno.ELOOP


def is_onderzoeksmap(folder: Path) -> bool:
    """Whether ``folder`` is an onderzoek, and not a hidden leftover of a command that was killed.

    One that holds other files of a case counts too: reading it reports what is missing or misspelt,
    and passing over it would be a silent pass.
    """
    if folder.name.startswith("."):
        return False
    try:
        return _is_onderzoek(folder) or any(map(is_of_case, os.listdir(folder)))  # noqa: PTH208
    except OSError as error:
        return not _is_no_folder(error)


def is_of_case(name: str) -> bool:
    """Whether a file or folder of this name belongs to an onderzoek."""
    name = name.lower()
    return not name.startswith(".") and (name.endswith((".yaml", ".yml")) or name == "bevindingen")


def _existing_folder(start: Path) -> Path:
    try:
        folder = start.resolve()
        if folder.is_dir():
            if not os.access(folder, os.X_OK):  # its names can be listed, and nothing more
                raise NietGevondenError(f"{start} is niet te lezen", "kijk naar de rechten")
            return folder
        if folder.exists():
            return folder.parent
    except (OSError, RuntimeError, ValueError) as error:
        raise NietGevondenError(f"{start} is niet te lezen") from error
    raise NietGevondenError(f"{start} bestaat niet")
