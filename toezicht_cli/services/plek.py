"""Plek: where a command looks: the folders of kaders, and how a path is shown."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.loading.kaders import Kadermap
from toezicht_cli.loading.vinden import (
    find_git_root,
    find_onderzoeken,
    find_werkmap,
    has_onderzoeken,
    has_registers,
    is_werkmap,
)
from toezicht_cli.resources import data_folder
from toezicht_cli.services.werkmap import read_werkmap


def kadermap_for(folder: Path) -> Kadermap:
    """Return where kaders are looked up for ``folder``: its werkmap first, then the tool's own."""
    werkmap = find_werkmap(folder)
    own = (werkmap / "kaders",) if werkmap else ()
    return Kadermap((*own, data_folder("kaders")), werkmap)


def find_roots(paden: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders of all onderzoeken that ``paden`` mean, each once, in order.

    Raises:
        NietGevondenError: one of them means none.
    """
    return tuple(dict.fromkeys(root for pad in paden for root in find_onderzoeken(pad)))


def find_eigen_kaders(paden: Sequence[Path]) -> dict[Path, str]:
    """Return the kaders of every werkmap that ``paden`` mean, with their ``naam@versie``."""
    found: dict[Path, str] = {}
    for pad in paden:
        if is_werkmap(pad):
            kadermap = Kadermap((pad.resolve() / "kaders",))
            found |= {kadermap.find(name): name for name in kadermap.names()}
    return found


class Doelen(NamedTuple):
    """What is checked: onderzoeken, kaders with their ``naam@versie``, and werkmappen with registers.

    ``beleid`` are the folders of own kaders that hold more than toetsingskaders: how signalen are weighed,
    who is competent, what became of the normen between editions.
    """

    roots: tuple[Path, ...]
    kaders: dict[Path, str]
    registers: tuple[Path, ...]
    beleid: tuple[Path, ...] = ()


def find_doelen(paden: Sequence[Path]) -> Doelen:
    """Return all that ``paden`` mean: a werkmap means its onderzoeken, its kaders and its registers.

    Raises:
        NietGevondenError: one of them means nothing.
        ToezichtError: a ``toezicht.yaml`` cannot be used: it says what is checked, and how strictly.
    """
    for pad in filter(is_werkmap, paden):
        read_werkmap(pad)
    registers = tuple(
        dict.fromkeys(pad.resolve() for pad in paden if is_werkmap(pad) and has_registers(pad.resolve()))
    )
    # A werkmap may begin with its registers: then there need not be an onderzoek.
    others = [pad for pad in paden if pad.resolve() not in registers or has_onderzoeken(pad)]
    own = (pad.resolve() / "kaders" for pad in paden if is_werkmap(pad))
    beleid = tuple(dict.fromkeys(folder for folder in own if has_beleid(folder)))
    return Doelen(find_roots(others), find_eigen_kaders(paden), registers, beleid)


def has_beleid(folder: Path) -> bool:
    """Whether a folder of kaders holds more than toetsingskaders."""
    return any((folder / soort).is_dir() for soort in ("afweging", "bevoegdheid", "overgang"))


class Paden(NamedTuple):
    """How files are named: for machines from the top of the git tree, for people from here."""

    base: Path
    here: Path

    @classmethod
    def around(cls, folder: Path, here: Path) -> "Paden":
        """Return the names for files below ``folder``, seen from the working directory ``here``."""
        return cls(find_git_root(folder) or here.resolve(), here.resolve())

    def name(self, path: Path) -> str:
        """Return ``path`` as seen from the git root, else from here; with ``/`` on every system."""
        return _relative(path, self.base)

    def shown(self, path: Path) -> str:
        """Return ``path`` as somebody in the working directory would type it."""
        if path.drive != self.here.drive:
            return path.as_posix()
        name = Path(os.path.relpath(path, self.here)).as_posix()
        return path.as_posix() if name.count("../") > _MAX_STEPS_UP else name


_MAX_STEPS_UP = 3


def _relative(path: Path, base: Path) -> str:
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else path.as_posix()
