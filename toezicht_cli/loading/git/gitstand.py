"""Gitstand: an onderzoek in a commit or in the index, and the kaders of its werkmap at that moment."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.loading.bestand import MAX_BYTES
from toezicht_cli.loading.git.boom import Boom
from toezicht_cli.loading.kaders import SOORT, GelezenKader, Kaderbron, check_naam
from toezicht_cli.loading.lezen import make_document
from toezicht_cli.loading.listing import Entry
from toezicht_cli.loading.vinden import ONDERZOEK, WERKMAP, is_of_case
from toezicht_cli.models.kader import Toetsingskader

_YAML = (".yaml", ".yml")


class Gitstand:
    """The onderzoek in the folder ``map`` (as seen from the top of the repository) of a boom."""

    def __init__(self, boom: Boom, map_: str) -> None:
        self.boom = boom
        self.map = map_
        self._start = f"{map_}/" if map_ else ""
        own = (path for path in boom.bestanden if path.startswith(self._start))
        boom.fetch(path for path in own if path.lower().endswith(_YAML))

    @property
    def naam(self) -> str:
        """Return the name of the folder."""
        return self.root.name

    @property
    def root(self) -> Path:
        """Return the folder where the onderzoek stands in the work tree, or stood."""
        return self.boom.repository.top / self.map if self.map else self.boom.repository.top

    def scan(self, folder: str) -> Iterator[Entry]:
        """Yield what stands in ``folder``; raise OSError when it is not there."""
        return self.boom.scan(f"{self._start}{folder}".rstrip("/"))

    def read(self, name: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of a file; raise BestandError when it may not or cannot be read."""
        return self.boom.read(f"{self._start}{name}", most)


class Gitkaders(NamedTuple):
    """The kaders of the folder ``map`` in a boom; what it lacks is looked up in ``anders``."""

    boom: Boom
    map: str
    anders: Kaderbron

    def read(self, verwijzing: str) -> GelezenKader:
        """Return the kader ``naam@versie``; raise KaderNotFoundError when there is none."""
        naam, _, versie = verwijzing.partition("@")
        path = "/".join([*filter(None, [self.map]), "kaders", SOORT, naam, f"{versie}.yaml"])
        if not self.boom.has(path):
            return self.anders.read(verwijzing)
        document = make_document(lambda: self.boom.read(path), f"kader {verwijzing}", Toetsingskader)
        shown = self.boom.repository.top / path
        return GelezenKader(check_naam(document, shown), shown)


def find_werkmap_in(boom: Boom, map_: str) -> str | None:
    """Return the folder at or above ``map_`` that holds ``toezicht.yaml`` in the boom, or None."""
    parts = map_.split("/") if map_ else []
    above = ("/".join(parts[:depth]) for depth in range(len(parts), -1, -1))
    return next((folder for folder in above if boom.has(f"{folder}/{WERKMAP}".lstrip("/"))), None)


def find_onderzoeken_in(boom: Boom, map_: str) -> tuple[str, ...]:
    """Return the folders of the onderzoeken that ``map_`` means in the boom, sorted; empty without any."""
    start = f"{map_}/" if map_ else ""
    if boom.has(f"{start}{ONDERZOEK}"):
        return (map_,)
    home = f"{start}onderzoeken"
    if not boom.has(f"{start}{WERKMAP}") or not boom.has_folder(home):
        return ()
    folders = [f"{home}/{entry.name}" for entry in boom.scan(home) if entry.is_folder]
    return tuple(sorted(folder for folder in folders if boom.has_folder(folder) and _is_listed(boom, folder)))


def _is_listed(boom: Boom, folder: str) -> bool:
    """Whether a folder holds a file of a case: then it is an onderzoek, be it a broken one."""
    if folder.rpartition("/")[2].startswith("."):
        return False
    return any(is_of_case(entry.name) for entry in boom.scan(folder))
