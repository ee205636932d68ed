"""Kanten: where the two sides of a comparison come from: the disk, or a version in git.

A ``Opname`` is all that ``PAD`` means at one moment: one onderzoek, or every one of a werkmap.
"""

import os
from collections.abc import Mapping
from functools import cached_property
from hashlib import sha1
from pathlib import Path
from typing import Protocol

from toezicht_cli.analysis.verschil import NU
from toezicht_cli.loading.bestand import MAX_BYTES, BestandError
from toezicht_cli.loading.dossier import LoadResult, load_dossier, load_stand
from toezicht_cli.loading.git.aanroep import GitError, Repository
from toezicht_cli.loading.git.boom import Gitversie, join
from toezicht_cli.loading.git.gitstand import Gitkaders, Gitstand, find_onderzoeken_in, find_werkmap_in
from toezicht_cli.loading.git.objecten import Commit
from toezicht_cli.loading.kaders import Kaderbron, Kadermap
from toezicht_cli.loading.lezen import Document, make_document, read_document
from toezicht_cli.loading.listing import list_yaml
from toezicht_cli.loading.stand import Mapstand
from toezicht_cli.loading.vertrouwelijk import OVERGESLAGEN
from toezicht_cli.loading.vinden import (
    ONDERZOEKEN,
    WERKMAP,
    NietGevondenError,
    find_git_root,
    find_onderzoeken,
    find_werkmap,
)
from toezicht_cli.models.datum import MAANDEN
from toezicht_cli.models.werkmap import Werkmap
from toezicht_cli.resources import data_folder
from toezicht_cli.services.plek import kadermap_for

# The files of an onderzoek, and those of the kaders beside it, by name: the ids that git gives their bytes.
Inhoud = tuple[Mapping[str, str], Mapping[str, str]]
_KADERS = "kaders"


class Opname(Protocol):
    """What ``PAD`` means at one moment."""

    @property
    def moment(self) -> str:
        """Return what a reader calls the moment."""

    @property
    def versie(self) -> str | None:
        """Return the full id of the commit, None for the disk."""

    @property
    def onderzoeken(self) -> tuple[str, ...]:
        """Return the onderzoeken, as seen from what ``PAD`` means ("" is itself)."""

    def load(self, onderzoek: str) -> LoadResult:
        """Return one of them, as it was."""

    def read_werkmap(self) -> Document[Werkmap] | None:
        """Return ``toezicht.yaml`` when ``PAD`` means a werkmap that has one then, else None."""

    def identify(self, onderzoek: str) -> Inhoud | None:
        """Return what an onderzoek and the kaders of the werkmap hold, None when that cannot be told."""


class Mapopname:
    """The files on the disk, now."""

    versie = None

    def __init__(self, folder: Path, roots: Mapping[str, Path], moment: str = NU) -> None:
        self.moment = moment
        self._folder = folder
        self._roots = roots

    @property
    def onderzoeken(self) -> tuple[str, ...]:
        """Return the onderzoeken in the folder."""
        return tuple(self._roots)

    def load(self, onderzoek: str) -> LoadResult:
        """Return an onderzoek as it is."""
        root = self._roots[onderzoek]
        return load_dossier(root, kadermap_for(root))

    def read_werkmap(self) -> Document[Werkmap] | None:
        """Return ``toezicht.yaml`` of a werkmap."""
        if "" in self._roots or not (self._folder / WERKMAP).exists():
            return None
        return read_document(self._folder, WERKMAP, Werkmap)

    def identify(self, onderzoek: str) -> Inhoud | None:
        """Return the ids of the files of an onderzoek and of the kaders."""
        own = _identify_map(self._roots[onderzoek], OVERGESLAGEN)
        return (own, self._kaders_ids) if own is not None and self._kaders_ids is not None else None

    @cached_property
    def _kaders_ids(self) -> dict[str, str] | None:
        folder = self._folder / _KADERS
        return _identify_map(folder, frozenset()) if folder.is_dir() else {}


class Gitopname:
    """The files below the folder ``map`` in a version of a repository."""

    def __init__(self, gitversie: Gitversie, map_: str, moment: str) -> None:
        self.moment = moment
        self._gitversie = gitversie
        self._map = map_
        self._boom = gitversie.boom(map_)
        self._kaders = find_kaders_in(gitversie, map_)
        self._maps = {_below(found, map_): found for found in find_onderzoeken_in(self._boom, map_)}

    @property
    def versie(self) -> str | None:
        """Return the full id of the commit, None for the index."""
        return self._gitversie.commit.id if self._gitversie.commit else None

    @property
    def onderzoeken(self) -> tuple[str, ...]:
        """Return the onderzoeken in this version."""
        return tuple(self._maps)

    def load(self, onderzoek: str) -> LoadResult:
        """Return an onderzoek as it was."""
        return load_stand(Gitstand(self._boom, self._maps[onderzoek]), self._kaders)

    def load_registers(self) -> LoadResult | None:
        """Return the registers of a werkmap as they were, None when it was no werkmap then."""
        if not self._boom.has(join(self._map, WERKMAP)):
            return None
        # Only registers need their models, and starting fast is a promise: docs/besluiten/0006.
        from toezicht_cli.loading.beleidsbron import Mapbeleid
        from toezicht_cli.loading.git.gitregisters import Gitbeleid, Gitregisters
        from toezicht_cli.loading.registers import load_registers_of

        stand = Gitregisters(self._boom, self._map)
        return load_registers_of(stand, Gitbeleid(stand, Mapbeleid((data_folder("kaders"),))))

    def read_werkmap(self) -> Document[Werkmap] | None:
        """Return ``toezicht.yaml`` of a werkmap."""
        if "" in self._maps or not self._boom.has(join(self._map, WERKMAP)):
            return None
        stand = Gitstand(self._boom, self._map, eager=False)
        return make_document(lambda: stand.read(WERKMAP), WERKMAP, Werkmap)

    def identify(self, onderzoek: str) -> Inhoud | None:
        """Return the ids of the files of an onderzoek and of the kaders."""
        own = self._identify(self._maps[onderzoek], OVERGESLAGEN)
        return (own, self._kaders_ids) if own is not None and self._kaders_ids is not None else None

    @cached_property
    def _kaders_ids(self) -> dict[str, str] | None:
        folder = join(self._map, _KADERS)
        return self._identify(folder, frozenset()) if self._boom.has_folder(folder) else {}

    def _identify(self, folder: str, skip: frozenset[str]) -> dict[str, str] | None:
        listing = list_yaml(Gitstand(self._boom, folder, eager=False).scan, skip)
        paths = {name: join(folder, name) for name in listing.files}
        if listing.faults or any(self._boom.refusal(path, MAX_BYTES) for path in paths.values()):
            return None
        return {name: self._boom.bestanden[path].id for name, path in paths.items()}


class Plek:
    """What ``PAD`` is: a folder on the disk, its place in a repository, and the onderzoeken in it now."""

    def __init__(self, pad: Path) -> None:
        self.folder, roots = _find_now(pad)
        below = {_below(str(root), str(self.folder)): root for root in roots}
        self.nu = Mapopname(self.folder, below)
        self._top = find_git_root(self.folder)

    @property
    def repository(self) -> Repository:
        """Return the repository around it.

        Raises:
            GitError: there is none.
        """
        if self._top is None:
            raise GitError(
                "deze map staat niet in git, dus er is niets om mee te vergelijken",
                "vergelijk twee mappen (toezicht verschil MAP_A MAP_B), of begin met git init",
            )
        return Repository(self._top)

    @property
    def is_werkmap(self) -> bool:
        """Whether it is a werkmap and not one onderzoek."""
        return "" not in self.nu.onderzoeken and (self.folder / WERKMAP).exists()

    @property
    def eerste(self) -> str:
        """Return the path of the first onderzoek as somebody here would type it."""
        namen = self.nu.onderzoeken or (f"{ONDERZOEKEN}/…",)
        return Path(os.path.relpath(self.folder / namen[0])).as_posix()

    @property
    def werkmap(self) -> Path | None:
        """Return the werkmap that the folder is an onderzoek of, None without one in the same repository."""
        found = find_werkmap(self.folder)
        if found is None or self._top is None or not found.is_relative_to(self._top):
            return None
        return found if self.folder.parent == found / ONDERZOEKEN else None

    @property
    def map(self) -> str:
        """Return the folder as seen from the top of the repository, "" for the top itself."""
        name = self.folder.relative_to(self.repository.top).as_posix()
        return "" if name == "." else name

    def at(self, commit: Commit | None, moment: str) -> Gitopname:
        """Return what it was in a commit, or with None what stands ready to be committed."""
        return Gitopname(Gitversie(self.repository, commit), self.map, moment)


def name_commit(naam: str, commit: Commit) -> str:
    """Return what a reader calls a commit: ``main (1a2b3c4, 3 maart 2025)``."""
    dag = f"{commit.dag.day} {MAANDEN[commit.dag.month - 1]} {commit.dag.year}"
    wat = "de laatste vastlegging" if naam in {"HEAD", "@"} else naam
    return f"{wat} ({commit.kort}, {dag})"


def _find_now(pad: Path) -> tuple[Path, tuple[Path, ...]]:
    """Return the folder that ``pad`` means and its onderzoeken now: none for one that was taken away."""
    try:
        roots = find_onderzoeken(pad)
    except NietGevondenError:
        if _is_known_to_git(pad):
            return pad.resolve(), ()
        raise
    folder = pad.resolve()
    is_werkmap = folder.is_dir() and not folder.is_relative_to(roots[0])
    return (folder if is_werkmap else roots[0]), roots


def _is_known_to_git(pad: Path) -> bool:
    """Whether ``pad`` is a folder that is no more, or an empty werkmap, inside a repository."""
    folder = pad.resolve()
    return find_git_root(folder) is not None and (not folder.exists() or find_werkmap(folder) == folder)


def find_kaders_in(versie: Gitversie, map_: str) -> Kaderbron:
    """Return where an onderzoek of a version finds its kader: its werkmap then, never the one of now."""
    werkmap = find_werkmap_in(versie, map_)
    shipped = Kadermap((data_folder("kaders"),))
    if werkmap is not None:
        return Gitkaders(versie, werkmap, shipped)
    outside = find_werkmap(versie.repository.top)
    return kadermap_for(versie.repository.top) if outside not in (None, versie.repository.top) else shipped


def _identify_map(folder: Path, skip: frozenset[str]) -> dict[str, str] | None:
    """Return the id of each YAML file in a folder as a git with SHA-1 gives it; None when one is refused."""
    stand = Mapstand(folder)
    listing = list_yaml(stand.scan, skip)
    if listing.faults:
        return None
    try:
        return {name: _blob_id(stand.read(name)) for name in listing.files}
    except BestandError:
        return None


def _blob_id(content: bytes) -> str:
    # How git names content, and no lock: of a file that was made to collide git itself could hold one only.
    return sha1(b"blob %d\0%s" % (len(content), content), usedforsecurity=False).hexdigest()


def _below(path: str, folder: str) -> str:
    """Return ``path`` as seen from ``folder``, "" for the folder itself; with ``/`` on every system."""
    if path == folder:
        return ""
    return path.removeprefix(folder).replace("\\", "/").lstrip("/")
