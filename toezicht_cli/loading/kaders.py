"""Find and read toetsingskaders: those of the werkmap first, then those that travel with the tool."""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, Protocol

from toezicht_cli.diagnostics import Place, ToezichtError, quote, suggest
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.kaderpad import kader_file, list_kaders
from toezicht_cli.loading.lezen import Document, read_document
from toezicht_cli.loading.vinden import WERKMAP
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.termijn import Kalender
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.resources import data_folder

SOORT = "toetsing"
KALENDER = "termijnen/kalender.yaml"


class KaderNotFoundError(ToezichtError):
    """No kader has this name; the text says so in Dutch and ``help`` names the nearest."""

    def __init__(self, verwijzing: str, known: tuple[str, ...]) -> None:
        hulp = suggest(verwijzing, known) or f"deze zijn er: {', '.join(known) or 'nog geen'}"
        super().__init__(f"kader {quote(verwijzing)} is er niet", hulp)


class GelezenWerkmap(NamedTuple):
    """``toezicht.yaml`` as it was read, and where it stands."""

    document: Document[Werkmap]
    path: Path


class GelezenKader(NamedTuple):
    """A kader as it was read, and the file that it came from."""

    document: Document[Toetsingskader]
    path: Path


class Kaderbron(Protocol):
    """Where a case finds what stands around it: its kader, its werkmap, the kalender."""

    def read(self, verwijzing: str) -> GelezenKader:
        """Return the kader ``naam@versie``; raise KaderNotFoundError when there is none."""

    def read_werkmap(self) -> GelezenWerkmap | None:
        """Return ``toezicht.yaml`` of the werkmap, None when the case stands in none."""

    def read_kalender(self) -> Document[Kalender]:
        """Return the kalender of the werkmap, else the one that travels with the tool."""


class Kadermap(NamedTuple):
    """The folders that hold kaders, the first one first. Each has ``toetsing/<naam>/<versie>.yaml``.

    ``werkmap`` is the folder with ``toezicht.yaml``, if there is one.
    """

    folders: tuple[Path, ...]
    werkmap: Path | None = None

    def read_werkmap(self) -> GelezenWerkmap | None:
        """Return ``toezicht.yaml``, None without a werkmap."""
        if self.werkmap is None:
            return None
        return GelezenWerkmap(read_document(self.werkmap, WERKMAP, Werkmap), self.werkmap / WERKMAP)

    def read_kalender(self) -> Document[Kalender]:
        """Return the kalender of the first folder that has one."""
        shipped = data_folder("kaders")
        folder = next((item for item in self.folders if os.path.lexists(item / KALENDER)), shipped)
        return read_document(folder, KALENDER, Kalender, own=folder == shipped)

    def read(self, verwijzing: str) -> GelezenKader:
        """Return the kader ``naam@versie``; raises as ``find`` does."""
        path = self.find(verwijzing)
        return GelezenKader(read_kader(path, f"kader {verwijzing}"), path)

    def find(self, verwijzing: str) -> Path:
        """Return the file of ``naam@versie``.

        Raises:
            KaderNotFoundError: no folder has it.
        """
        file = kader_file(SOORT, verwijzing)
        paths = (folder / file for folder in self.folders) if file else ()
        for path in paths:
            if os.path.lexists(path):
                return path
        raise KaderNotFoundError(verwijzing, self.names())

    def names(self) -> tuple[str, ...]:
        """Return every ``naam@versie``, sorted, each once."""
        return list_kaders(SOORT, self.folders)


def read_kader(path: Path, file: str) -> Document[Toetsingskader]:
    """Read one kader; ``file`` is what faults call it.

    In a folder of kaders no folder on the way may be a link, and name and versie must be those of
    the path: a case finds a kader by its path, and its report prints what the kader says.
    """
    if path.parent.parent.name != SOORT:
        return read_document(path.parent, path.name, Toetsingskader, file)
    *_, soort, naam, bestand = path.parts
    own = path.is_relative_to(data_folder("kaders"))
    document = read_document(path.parents[2], f"{soort}/{naam}/{bestand}", Toetsingskader, file, own=own)
    return check_naam(document, path)


def check_naam(document: Document[Toetsingskader], path: Path) -> Document[Toetsingskader]:
    """Return the document with a fault for each name in it that differs from its ``path``."""
    return replace(document, faults=(*document.faults, *_misnamed(document, path)))


def _misnamed(document: Document[Toetsingskader], path: Path) -> Iterator[Fault]:
    if document.model is None or document.text is None:
        return
    expected = {"naam": path.parent.name, "versie": path.stem}
    for veld, gewenst in expected.items():
        if getattr(document.model, veld) != gewenst:
            location = document.text.locate(Place(document.file, (veld,)))
            message = f"{veld} van het kader is anders dan de naam van {_HOME[veld]}: {quote(gewenst)}"
            yield Fault(
                "KDR003", location, message, "maak ze gelijk: een onderzoek vindt het kader via het pad"
            )


_HOME = {"naam": "de map", "versie": "het bestand"}


def hash_kader(value: YamlValue) -> str:
    """Return the SHA-256 (hex) of parsed content as canonical JSON: sorted keys, no spaces, UTF-8.

    Comments, order of keys and quotes make no difference; any change of content does.
    """
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
