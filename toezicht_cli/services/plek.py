"""Plek: where a command looks: the folders of kaders, and how a path is shown."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from toezicht_cli.loading.kaders import Kadermap
from toezicht_cli.loading.vinden import ONDERZOEK, WERKMAP, find_git_root, find_onderzoeken, find_werkmap
from toezicht_cli.resources import data_folder


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
        if (pad / WERKMAP).is_file() and not (pad / ONDERZOEK).exists():
            kadermap = Kadermap((pad.resolve() / "kaders",))
            found |= {kadermap.find(name): name for name in kadermap.names()}
    return found


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
