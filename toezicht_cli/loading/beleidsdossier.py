"""Read what an organisation decided beside its toetsingskaders, one file after the other, as dossiers.

Afwegingskaders, who is competent for what, and the overgangen between editions: a controle looks at each by
itself.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from toezicht_cli.loading.beleid import (
    AFWEGING,
    BEVOEGDHEID,
    list_afwegingskaders,
    read_afwegingskader,
    read_bevoegdheden,
)
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.kaders import Kadermap
from toezicht_cli.loading.lezen import Document
from toezicht_cli.loading.overgangen import list_overgangen, load_overgang
from toezicht_cli.models.base import Element
from toezicht_cli.models.dossier import Dossier


def load_beleid(folder: Path, kadermap: Kadermap) -> Iterator[LoadResult]:
    """Yield every afwegingskader, bevoegdheid and overgang in ``folder``, with all that is wrong in it.

    Args:
        folder: a folder of kaders, such as that of a werkmap.
        kadermap: where the kaders around an overgang are looked up; ``folder`` is the first of it.
    """
    for verwijzing in list_afwegingskaders((folder,)):
        yield load_afwegingskader(verwijzing, (folder,))
    if os.path.lexists(folder / BEVOEGDHEID):
        yield _make_load(read_bevoegdheden((folder,)), folder / BEVOEGDHEID, "bevoegdheid")
    for naar in list_overgangen((folder,)):
        yield load_overgang(naar, kadermap)


def load_afwegingskader(verwijzing: str, folders: tuple[Path, ...]) -> LoadResult:
    """Return the afwegingskader ``naam@versie`` of the first of ``folders`` that has it, as a dossier.

    Raises:
        AfwegingskaderNotFoundError: no folder has it.
    """
    document = read_afwegingskader(verwijzing, folders)
    file = f"{AFWEGING}/{verwijzing.replace('@', '/', 1)}.yaml"
    folder = next(item for item in folders if os.path.lexists(item / file))
    return _make_load(document, folder / file, verwijzing)


def _make_load(document: Document[Element], path: Path, naam: str) -> LoadResult:
    return LoadResult(
        root=path.parent,
        dossier=Dossier(
            naam,
            {document.file: document.model} if document.model else {},
            frozenset() if document.model else frozenset({"beleid"}),
        ),
        texts={document.file: document.text} if document.text else {},
        paths={document.file: path},
        faults=document.faults,
        sources={document.file: document.source} if document.source is not None else {},
    )
