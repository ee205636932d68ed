"""Antwoord: give the same answer to the same question about the same files, without reading them again.

Whether they are the same is seen from the names, sizes and times of all that an answer rests on: the
onderzoeken, the kaders, ``toezicht.yaml`` and the tool itself. When any of these was changed just now nothing
is taken from the store and nothing is kept.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import toezicht_cli
from toezicht_cli.loading.bestand import BestandError, read_bytes
from toezicht_cli.loading.mapkenmerk import mark_folder, start_marking
from toezicht_cli.loading.vinden import WERKMAP, find_werkmap, list_onderzoeken
from toezicht_cli.loading.voorraad import Voorraad, find_voorraad
from toezicht_cli.resources import data_folder

_PACKAGE = Path(toezicht_cli.__file__).parent


class Antwoord(NamedTuple):
    """What is printed; ``blijvend`` is false when something went otherwise than usual: that is told again."""

    tekst: str
    blijvend: bool


def find_antwoord(pad: Path, vraag: object, make: Callable[[], Antwoord]) -> str:
    """Return the text that answers ``vraag`` about the werkmap at or above ``pad``.

    Args:
        pad: a werkmap, a folder in it, or one onderzoek.
        vraag: all that makes a difference to the text and is no file, the day included; what it looks like
            (``repr``) is compared.
        make: works the answer out.

    Raises:
        NietGevondenError: there is no werkmap and no onderzoek.
    """
    home, roots = list_onderzoeken(find_werkmap(pad) or pad)
    stand = _mark(home, roots)
    if not stand:
        return make().tekst
    gevraagd = _hash(repr(vraag))
    with Voorraad(find_voorraad(home)) as voorraad:
        kept = voorraad.find_answer(gevraagd, stand)
    if kept is not None:
        return kept
    antwoord = make()
    if antwoord.blijvend:
        with Voorraad(find_voorraad(home)) as voorraad:
            voorraad.keep_answer(gevraagd, stand, antwoord.tekst)
    return antwoord.tekst


def _mark(home: Path, roots: dict[str, str]) -> str:
    """Return a hash of the state of all files that an answer about ``home`` rests on; empty when unsure."""
    collect = start_marking(list(roots.values()))
    folders = home / "kaders", _PACKAGE, data_folder("kaders")
    around = [mark_folder(str(folder)) if os.path.lexists(folder) else "none" for folder in folders]
    around += [toezicht_cli.__version__, _hold_werkmap(home)]
    marks = collect()
    # A file among the onderzoeken is none of them: it has no mark, and its name is enough.
    known = all(mark or _is_file(root) for mark, root in zip(marks, roots.values(), strict=True))
    return _hash(*around, *roots, *marks) if known and all(around) else ""


def _is_file(root: str) -> bool:
    return os.path.isfile(root)  # noqa: PTH113 - that of Path raises when the folder may not be read


def _hold_werkmap(home: Path) -> str:
    """Return a hash of ``toezicht.yaml``, or why it cannot be read."""
    try:
        return hashlib.sha256(read_bytes(home, WERKMAP)).hexdigest()
    except BestandError as error:
        return str(error)


def _hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode("utf-8", "surrogateescape")).hexdigest()
