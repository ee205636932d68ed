"""Find the folder that the user means: the onderzoek one stands in, or all of a werkmap."""

import os
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError

ONDERZOEK = "onderzoek.yaml"
WERKMAP = "toezicht.yaml"
ONDERZOEKEN = "onderzoeken"
REGISTERMAPPEN = ("signalen", "meldingen", "gesprekken", "aanbieders", "jaarcijfers")


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
    if (folder / WERKMAP).is_file():
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
        NietGevondenError: there is none.
    """
    folder = _existing_folder(start)
    if (folder / WERKMAP).exists() and not _is_onderzoek(folder):
        home = folder / ONDERZOEKEN
        found = sorted(path for path in home.iterdir() if is_onderzoeksmap(path)) if home.is_dir() else []
        if not found:
            raise NietGevondenError(f"in de werkmap {start} staat nog geen onderzoek")
        return tuple(found)
    return (find_onderzoek(start),)


def list_onderzoeken(start: Path) -> tuple[Path, dict[str, str]]:
    """Return the werkmap that ``start`` means and the folders that may be its onderzoeken.

    They are in order, by how they are called from the werkmap; an onderzoek that stands alone is its own
    werkmap. Ten thousand folders are only listed: which of them is an onderzoek is not looked at.

    Raises:
        NietGevondenError: ``start`` is no werkmap and no onderzoek.
    """
    folder = start.resolve()
    if (folder / WERKMAP).exists() and not _is_onderzoek(folder):
        home = folder / ONDERZOEKEN
        try:
            names = sorted(name for name in os.listdir(home) if not name.startswith("."))  # noqa: PTH208
        except OSError:
            names = []
        return folder, {f"{ONDERZOEKEN}/{name}": f"{home}{os.sep}{name}" for name in names}
    (root,) = find_onderzoeken(start)
    home = find_werkmap(root) or root
    return home, {"" if root == home else root.relative_to(home).as_posix(): str(root)}


def has_onderzoeken(werkmap: Path) -> bool:
    """Whether a werkmap holds an onderzoek."""
    home = werkmap / ONDERZOEKEN
    return home.is_dir() and any(is_onderzoeksmap(path) for path in home.iterdir())


def has_registers(werkmap: Path) -> bool:
    """Whether a werkmap has the folder of a register."""
    return any((werkmap / folder).exists() for folder in REGISTERMAPPEN)


def find_werkmap(start: Path) -> Path | None:
    """Return the werkmap at or above ``start``, or None."""
    folder = start.resolve()
    return next(
        (candidate for candidate in (folder, *folder.parents) if (candidate / WERKMAP).is_file()),
        None,
    )


def find_git_root(start: Path) -> Path | None:
    """Return the top of the git work tree around ``start``, or None; runs no git."""
    folder = start.resolve()
    return next(
        (candidate for candidate in (folder, *folder.parents) if (candidate / ".git").exists()),
        None,
    )


def _is_found(folder: Path) -> bool:
    return _is_onderzoek(folder) or (folder / WERKMAP).is_file()


def _is_onderzoek(folder: Path) -> bool:
    return (folder / ONDERZOEK).exists() or (folder / ONDERZOEK).is_symlink()


def is_onderzoeksmap(folder: Path) -> bool:
    """Whether ``folder`` is an onderzoek, and not a hidden leftover of a command that was killed.

    One that holds other files of a case counts too: reading it reports what is missing or misspelt,
    and passing over it would be a silent pass.
    """
    if folder.name.startswith("."):
        return False
    try:
        return _is_onderzoek(folder) or (
            folder.is_dir() and any(is_of_case(path.name) for path in folder.iterdir())
        )
    except OSError:
        return True


def is_of_case(name: str) -> bool:
    """Whether a file or folder of this name belongs to an onderzoek."""
    name = name.lower()
    return not name.startswith(".") and (name.endswith((".yaml", ".yml")) or name == "bevindingen")


def _existing_folder(start: Path) -> Path:
    try:
        folder = start.resolve()
        if folder.is_dir():
            return folder
        if folder.exists():
            return folder.parent
    except (OSError, RuntimeError, ValueError) as error:
        raise NietGevondenError(f"{start} is niet te lezen") from error
    raise NietGevondenError(f"{start} bestaat niet")
