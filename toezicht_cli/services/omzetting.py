"""Omzetting: change several files of an onderzoek as one: all of them, or none.

What is going to be written is first written down whole in a hidden file. Killed in between, the same command
does the rest from there. When the disk refuses, what was written goes back to what it was.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.schrijven import GewijzigdError, check_target, write_bytes_atomically
from toezicht_cli.services.mapmaken import make_folder

# The name of what a killed writer left behind: nothing reads it, and this command takes it up again. Letters
# only: a message that names it hides long numbers.
JOURNAAL = ".omzetting.toezicht-decadebeadfacade"
_MAX_BYTES = 50 << 20
_MAPPEN = ("bevindingen/", "bijlagen/kadermigratie/")


class Wissel(NamedTuple):
    """One file: what it holds before and after, with its byte order mark; None: it is not there."""

    naam: str
    oud: str | None
    nieuw: str | None


class Omzetting(NamedTuple):
    """What is done (in words, to know it again) and the files, in the order of writing."""

    doel: str
    wissels: tuple[Wissel, ...]


def find_omzetting(root: Path) -> Omzetting | None:
    """Return what was begun in ``root`` and not finished, None when nothing was.

    Raises:
        ToezichtError: there is something that cannot be read, or that names another folder.
    """
    if not (root / JOURNAAL).exists() and not (root / JOURNAAL).is_symlink():
        return None
    try:
        found = json.loads(read_bytes(root, JOURNAAL, most=_MAX_BYTES))
        wissels = tuple(Wissel(*(_text(value) for value in row)) for row in found["bestanden"])  # type: ignore[arg-type]  # a name that is no text is refused below
        omzetting = Omzetting(str(found["doel"]), wissels)
    except (BestandError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise _unusable() from error
    if not all(_is_ours(wissel.naam) for wissel in wissels):
        raise _unusable()
    return omzetting


def carry_out(root: Path, omzetting: Omzetting) -> None:
    """Write every file, all or none.

    Raises:
        GewijzigdError: a file holds something else than before or after.
        ToezichtError: something could not be written.
    """
    _check(root, omzetting.wissels)
    text = json.dumps({"doel": omzetting.doel, "bestanden": omzetting.wissels}, ensure_ascii=False)
    write_bytes_atomically(root / JOURNAAL, text.encode())
    finish(root, omzetting)


def finish(root: Path, omzetting: Omzetting) -> None:
    """Do the rest of what ``find_omzetting`` found; errors as ``carry_out``."""
    _check(root, omzetting.wissels)
    try:
        _apply(root, omzetting.wissels)
        _remove(root / JOURNAAL)
    except ToezichtError:
        back = [Wissel(item.naam, item.nieuw, item.oud) for item in reversed(omzetting.wissels)]
        with suppress(ToezichtError):  # then the hidden file stays, and the next run does the rest
            _apply(root, back)
            _remove(root / JOURNAAL)
        raise


def _check(root: Path, wissels: Iterable[Wissel]) -> None:
    for item in wissels:
        check_target(root / item.naam)
        if _read(root, item.naam) not in (item.oud, item.nieuw):
            message = f"{item.naam} is intussen veranderd: er is niets overheen geschreven"
            raise GewijzigdError(message, "zet terug wat er stond (met git), en geef de opdracht opnieuw")


def _apply(root: Path, wissels: Iterable[Wissel]) -> None:
    for item in wissels:
        path = root / item.naam
        if _read(root, item.naam) == item.nieuw:
            continue
        if item.nieuw is None:
            _remove(path)
        else:
            make_folder(root, path.parent)
            write_bytes_atomically(path, item.nieuw.encode(), expected=item.oud)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ToezichtError(f"{path} is niet weg te halen", "kijk of je in deze map mag schrijven") from error


def _read(root: Path, naam: str) -> str | None:
    if not (root / naam).exists():
        return None
    try:
        return read_bytes(root, naam).decode()
    except (BestandError, UnicodeDecodeError) as error:
        raise ToezichtError(f"{naam} is niet te lezen: {error}") from error


def _text(value: object) -> str | None:
    """Return a value of the journal; raise TypeError for no text, UnicodeEncodeError for half a character."""
    if isinstance(value, str):
        value.encode()
        return value
    if value is None:
        return None
    raise TypeError(type(value))


def _is_ours(naam: str | None) -> bool:
    """Whether a file may be written: a YAML file of the onderzoek itself, and nowhere else."""
    if not naam or not naam.endswith(".yaml") or "\\" in naam or ":" in naam:
        return False
    parts = naam.split("/")
    return not ({"", ".", ".."} & set(parts)) and (len(parts) == 1 or naam.startswith(_MAPPEN))


def _unusable() -> ToezichtError:
    message = f"{JOURNAAL} is van een opdracht die stopte, en is niet te gebruiken"
    return ToezichtError(message, "haal het weg en zet de bestanden terug met git")
