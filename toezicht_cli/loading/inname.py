"""Inname: an onderzoek taken in whole, so that what is hashed is what is read."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from toezicht_cli.loading.bestand import MAX_BYTES, BestandError, read_bytes
from toezicht_cli.loading.listing import Entry, list_yaml, scan_folder
from toezicht_cli.loading.vertrouwelijk import OVERGESLAGEN


class Inname:
    """The stand of a folder at one moment: its entries and the bytes of its YAML, kept in memory.

    Reports and annexes are left out: they are no data. ``inhoud`` is one hash over all that reading it can
    depend on.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._naam = root.resolve().name
        self._entries: dict[str, tuple[Entry, ...] | OSError] = {}
        self._contents: dict[str, bytes | BestandError] = {}
        for name in list_yaml(self._take, OVERGESLAGEN).files:
            try:
                self._contents[name] = read_bytes(root, name)
            except BestandError as error:
                self._contents[name] = error

    @property
    def naam(self) -> str:
        """Return the name of the folder."""
        return self._naam

    @property
    def inhoud(self) -> str:
        """Return the SHA-256 (hex) over the name, the entries and the bytes."""
        total = hashlib.sha256(repr(self.naam).encode())
        for folder, entries in sorted(self._entries.items()):
            told = sorted(entries) if isinstance(entries, tuple) else "unreadable"
            total.update(f"\n{folder!r} {told!r}".encode())
        for name, content in sorted(self._contents.items()):
            held = content if isinstance(content, bytes) else f"{content.code} {content}".encode()
            total.update(f"\n{name!r} {isinstance(content, bytes)} {len(held)}\n".encode() + held)
        return total.hexdigest()

    def scan(self, folder: str) -> Iterable[Entry]:
        """Yield what stood in ``folder``; raise OSError when it could not be read."""
        found = self._entries.get(folder, ())
        if isinstance(found, OSError):
            raise found
        return found

    def read(self, name: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of a YAML file; raise BestandError when it could not be read."""
        content = self._contents.get(name)
        if isinstance(content, bytes) and len(content) <= most:
            return content
        if isinstance(content, BestandError):
            raise content
        raise BestandError("STR001", "dit bestand is niet gelezen")

    def _take(self, folder: str) -> Iterable[Entry]:
        try:
            entries = tuple(scan_folder(self.root, folder))
        except OSError as error:
            self._entries[folder] = error
            raise
        self._entries[folder] = entries
        return entries
