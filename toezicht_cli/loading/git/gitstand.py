"""Gitstand: an onderzoek in a commit or in the index, and the kaders of its werkmap at that moment."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.loading.bestand import MAX_BYTES, BestandError
from toezicht_cli.loading.git.boom import Boom, Gitversie, join, too_large
from toezicht_cli.loading.kaders import (
    KALENDER,
    SOORT,
    GelezenKader,
    GelezenWerkmap,
    Kaderbron,
    check_naam,
)
from toezicht_cli.loading.lezen import Document, make_document
from toezicht_cli.loading.listing import Entry
from toezicht_cli.loading.vinden import ONDERZOEK, ONDERZOEKEN, WERKMAP, is_of_case
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.termijn import Kalender
from toezicht_cli.models.werkmap import Werkmap

_YAML = (".yaml", ".yml")


class Gitstand:
    """The onderzoek in the folder ``map`` (as seen from the top of the repository) of a boom."""

    def __init__(self, boom: Boom, map_: str, *, eager: bool = True) -> None:
        """Read all YAML at once when ``eager``: an onderzoek needs it, and git is started once."""
        self.boom = boom
        self.map = map_
        wanted = boom.walk(map_) if eager else ()
        self._contents = boom.read(path for path in wanted if path.lower().endswith(_YAML))

    @property
    def naam(self) -> str:
        """Return the name of the folder."""
        return self.root.name

    @property
    def root(self) -> Path:
        """Return the folder where the onderzoek stands in the work tree, or stood."""
        return self.boom.repository.top / self.map

    def scan(self, folder: str) -> Iterator[Entry]:
        """Yield what stands in ``folder``; raise OSError when it is not there."""
        return self.boom.scan(join(self.map, folder).rstrip("/"))

    def read(self, name: str, most: int = MAX_BYTES) -> bytes:
        """Return the bytes of a file; raise BestandError when it may not or cannot be read."""
        path = join(self.map, name)
        refusal = self.boom.refusal(path, most)
        if refusal is not None:
            raise refusal
        if path not in self._contents:
            self._contents |= self.boom.read([path], most)
        if path not in self._contents:
            raise BestandError("STR001", "dit bestand is niet opgehaald in deze kloon")
        if len(self._contents[path]) > most:  # the index tells no sizes
            raise too_large(most)
        return self._contents[path]


class Gitkaders(NamedTuple):
    """The kaders of the werkmap in the folder ``map``; what it lacks is looked up in ``anders``."""

    versie: Gitversie
    map: str
    anders: Kaderbron

    def read(self, verwijzing: str) -> GelezenKader:
        """Return the kader ``naam@versie``; raise KaderNotFoundError when there is none."""
        naam, _, versie = verwijzing.partition("@")
        path = join(self.map, f"kaders/{SOORT}/{naam}/{versie}.yaml")
        content = self.versie.read([path])[0]
        if content is None:
            return self.anders.read(verwijzing)
        document = make_document(lambda: _limited(content), f"kader {verwijzing}", Toetsingskader)
        shown = self.versie.repository.top / path
        return GelezenKader(check_naam(document, shown), shown)

    def read_werkmap(self) -> GelezenWerkmap | None:
        """Return ``toezicht.yaml`` as it was in this version."""
        path = join(self.map, WERKMAP)
        content = self.versie.read([path])[0]
        if content is None:
            return None
        document = make_document(lambda: _limited(content), WERKMAP, Werkmap)
        return GelezenWerkmap(document, self.versie.repository.top / path)

    def read_kalender(self) -> Document[Kalender]:
        """Return the kalender of this version, else the one of the other places."""
        content = self.versie.read([join(self.map, f"kaders/{KALENDER}")])[0]
        if content is None:
            return self.anders.read_kalender()
        return make_document(lambda: _limited(content), KALENDER, Kalender)


def find_werkmap_in(versie: Gitversie, map_: str) -> str | None:
    """Return the folder at or above ``map_`` that holds ``toezicht.yaml`` in a version, or None."""
    parts = map_.split("/") if map_ else []
    above = ["/".join(parts[:depth]) for depth in range(len(parts), -1, -1)]
    contents = versie.read([join(folder, WERKMAP) for folder in above])
    return next((folder for folder, found in zip(above, contents, strict=True) if found is not None), None)


def find_onderzoeken_in(boom: Boom, map_: str) -> tuple[str, ...]:
    """Return the folders of the onderzoeken that ``map_`` means in the boom, sorted; empty without any."""
    if boom.has(join(map_, ONDERZOEK)):
        return (map_,)
    home = join(map_, ONDERZOEKEN)
    if not boom.has(join(map_, WERKMAP)) or not boom.has_folder(home):
        return ()
    folders = [join(home, entry.name) for entry in boom.scan(home) if entry.is_folder]
    return tuple(sorted(folder for folder in folders if _is_listed(boom, folder)))


def _limited(content: bytes) -> bytes:
    if len(content) > MAX_BYTES:
        raise too_large(MAX_BYTES)
    return content


def _is_listed(boom: Boom, folder: str) -> bool:
    """Whether a folder holds a file of a case: then it is an onderzoek, be it a broken one."""
    if folder.rpartition("/")[2].startswith("."):
        return False
    if not boom.has_folder(folder):  # a submodule: it may hold an onderzoek, and reading it is refused aloud
        return True
    return any(is_of_case(entry.name) for entry in boom.scan(folder))
