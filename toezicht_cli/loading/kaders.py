"""Find and read toetsingskaders: those of the werkmap first, then those that travel with the tool."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError, quote, suggest
from toezicht_cli.loading.lezen import Document, read_document
from toezicht_cli.loading.yaml_text import YamlValue
from toezicht_cli.models.kader import Toetsingskader

SOORT = "toetsing"


class KaderNotFoundError(ToezichtError):
    """No kader has this name; the text says so in Dutch and ``help`` names the nearest."""

    def __init__(self, verwijzing: str, known: tuple[str, ...]) -> None:
        hulp = suggest(verwijzing, known) or f"deze zijn er: {', '.join(known)}"
        super().__init__(f"kader {quote(verwijzing)} is er niet", hulp)


@dataclass(frozen=True, slots=True)
class Kadermap:
    """The folders that hold kaders, the first one first. Each has ``toetsing/<naam>/<versie>.yaml``."""

    folders: tuple[Path, ...]

    def find(self, verwijzing: str) -> Path:
        """Return the file of ``naam@versie``.

        Raises:
            KaderNotFoundError: no folder has it.
        """
        naam, _, versie = verwijzing.partition("@")
        for folder in self.folders:
            path = folder / SOORT / naam / f"{versie}.yaml"
            if path.is_file():
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
    """Read one kader; ``file`` is what faults call it."""
    return read_document(path.parent, path.name, Toetsingskader, file)


def hash_kader(value: YamlValue) -> str:
    """Return the SHA-256 (hex) of parsed content as canonical JSON: sorted keys, no spaces, UTF-8.

    Comments, order of keys and quotes make no difference; any change of content does.
    """
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
