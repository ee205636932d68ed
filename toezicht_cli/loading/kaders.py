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
from toezicht_cli.loading.lezen import Document, read_document
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.resources import data_folder

SOORT = "toetsing"


class KaderNotFoundError(ToezichtError):
    """No kader has this name; the text says so in Dutch and ``help`` names the nearest."""

    def __init__(self, verwijzing: str, known: tuple[str, ...]) -> None:
        hulp = suggest(verwijzing, known) or f"deze zijn er: {', '.join(known) or 'nog geen'}"
        super().__init__(f"kader {quote(verwijzing)} is er niet", hulp)


class GelezenKader(NamedTuple):
    """A kader as it was read, and the file that it came from."""

    document: Document[Toetsingskader]
    path: Path


class Kaderbron(Protocol):
    """Where a case finds its kader."""

    def read(self, verwijzing: str) -> GelezenKader:
        """Return the kader ``naam@versie``; raise KaderNotFoundError when there is none."""


class Kadermap(NamedTuple):
    """The folders that hold kaders, the first one first. Each has ``toetsing/<naam>/<versie>.yaml``."""

    folders: tuple[Path, ...]

    def read(self, verwijzing: str) -> GelezenKader:
        """Return the kader ``naam@versie``; raises as ``find`` does."""
        path = self.find(verwijzing)
        return GelezenKader(read_kader(path, f"kader {verwijzing}"), path)

    def find(self, verwijzing: str) -> Path:
        """Return the file of ``naam@versie``.

        Raises:
            KaderNotFoundError: no folder has it.
        """
        naam, _, versie = verwijzing.partition("@")
        for folder in self.folders:
            path = folder / SOORT / naam / f"{versie}.yaml"
            if os.path.lexists(path):
                return path
        raise KaderNotFoundError(verwijzing, self.names())

    def names(self) -> tuple[str, ...]:
        """Return every ``naam@versie``, sorted, each once."""
        return tuple(
            sorted(
                {
                    f"{path.parent.name}@{path.stem}"
                    for folder in self.folders
                    for path in (folder / SOORT).glob("*/*.yaml")
                }
            )
        )


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
