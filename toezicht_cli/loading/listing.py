"""List the YAML files of an onderzoek; links are not followed, what is no plain file or folder is refused.

The entries of a folder come from a ``Scan``: of a folder on the disk, or of one in git.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.diagnostics import Location, mask, natural_order
from toezicht_cli.loading.fault import Fault

MAX_ENTRIES = 20_000
_MAX_DEPTH = 8
_SUFFIXES = (".yaml", ".yml")
_DOUBLE_SUFFIXES = (".yaml.txt", ".yml.txt")


class Entry(NamedTuple):
    """What stands in a folder under ``name``."""

    name: str
    is_folder: bool = False
    is_link: bool = False
    leads_to_folder: bool = False


# Takes a folder as seen from the onderzoek ("" is itself) and yields its entries, or raises OSError.
Scan = Callable[[str], Iterable[Entry]]


@dataclass(slots=True)
class Listing:
    """``files``: names below the folder (with ``/``), 1.2 before 1.10; ``faults``: what is no such file."""

    files: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    entries: int = 0

    def refuse(self, name: str, message: str, code: str = "STR001") -> None:
        """Add a fault about a file or folder; control characters in its name are not shown."""
        self.faults.append(Fault(code, Location(name if name.isprintable() else mask(name)), message))


def list_yaml(scan: Scan, skip: frozenset[str]) -> Listing:
    """Return the YAML files that ``scan`` leads to, without the folders ``skip`` directly in the top."""
    listing = Listing()
    folders = [""]
    while folders:
        folder = folders.pop()
        folders += _list_folder(scan, folder, listing, skip)
    listing.files.sort(key=natural_order)
    return listing


def scan_folder(root: Path, folder: str) -> Iterator[Entry]:
    """Yield what stands in ``root/folder`` on the disk; raise OSError when it cannot be read."""
    with os.scandir(root / folder) as entries:
        for entry in entries:
            is_folder = entry.is_dir(follow_symlinks=False)
            is_link = entry.is_symlink() or getattr(entry, "is_junction", lambda: False)()  # since 3.12
            yield Entry(entry.name, is_folder, is_link, is_link and _leads_to_folder(entry))


def _list_folder(scan: Scan, folder: str, listing: Listing, skip: frozenset[str]) -> Iterator[str]:
    """Add what stands in one folder to ``listing`` and yield the folders in it."""
    try:
        for entry in scan(folder):
            listing.entries += 1
            if listing.entries > MAX_ENTRIES:
                listing.refuse(folder, f"het onderzoek heeft meer dan {MAX_ENTRIES} bestanden", "STR008")
                return
            name = f"{folder}/{entry.name}" if folder else entry.name
            if not entry.name.startswith((".", "~$")) and name not in skip:
                yield from _list_entry(entry, name, listing)
    except OSError:
        listing.refuse(folder, "deze map is niet te lezen: kijk naar de rechten")


def _list_entry(entry: Entry, name: str, listing: Listing) -> Iterator[str]:
    is_yaml = entry.name.lower().endswith(_SUFFIXES)
    reason = _refusal(entry, is_yaml=is_yaml)
    if reason:
        listing.refuse(name, reason)
    elif entry.is_folder and name.count("/") >= _MAX_DEPTH:
        listing.refuse(name, f"deze map zit meer dan {_MAX_DEPTH} mappen diep", "STR008")
    elif entry.is_folder:
        yield name
    elif is_yaml:
        listing.files.append(name)  # a link too: opening it is refused, with the reason


def _refusal(entry: Entry, *, is_yaml: bool) -> str | None:
    """Return why an entry is not looked at although it may hold YAML; None when there is no reason."""
    if not entry.is_folder and entry.name.lower().endswith(_DOUBLE_SUFFIXES):
        return "Kladblok maakte er een .txt van: haal .txt weg uit de naam"
    if (entry.is_folder or is_yaml) and not entry.name.isprintable():
        return "in deze naam zit een onzichtbaar teken: geef een andere naam"
    if entry.is_link and not is_yaml:
        return _LINK if entry.leads_to_folder else None
    if entry.is_folder and is_yaml:
        return "dit is een map en geen bestand"
    return None


_LINK = "dit is een verwijzing naar een andere map (link): zet de map zelf hier"


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Whether a link is one to a folder, or to nothing under a name that a folder would have."""
    try:
        return entry.is_dir() or (not entry.is_file() and "." not in entry.name)
    except OSError:
        return True
