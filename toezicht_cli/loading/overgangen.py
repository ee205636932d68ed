"""Read what became of the normen between two editions of a kader: ``kaders/overgang/<naam>/<naar>.yaml``."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from toezicht_cli.diagnostics import Place, quote
from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.fault import Fault
from toezicht_cli.loading.kaderpad import kader_file, list_kaders
from toezicht_cli.loading.kaders import Kadermap, KaderNotFoundError
from toezicht_cli.loading.lezen import Document, read_document
from toezicht_cli.models.dossier import Dossier, Omgeving
from toezicht_cli.models.kader import Toetsingskader
from toezicht_cli.models.overgang import Kaderovergang
from toezicht_cli.resources import data_folder

OVERGANG = "overgang"


def overgang_file(naar: str) -> str:
    """Return the file, within a folder of kaders, of the overgang to ``naam@versie``.

    Raises:
        KaderNotFoundError: the name leads to another folder.
    """
    file = kader_file(OVERGANG, naar)
    if file is None:
        raise KaderNotFoundError(naar, ())
    return file


def list_overgangen(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the ``naam@versie`` that an overgang leads to, sorted, each once."""
    return list_kaders(OVERGANG, folders)


def read_overgang_naar(naar: str, folders: tuple[Path, ...]) -> Document[Kaderovergang] | None:
    """Return the overgang to ``naam@versie`` of the first of ``folders`` that has it, None when none has.

    No folder on the way may be a link, and ``naar`` must be what the path says.
    """
    file = overgang_file(naar)
    for folder in folders:
        if os.path.lexists(folder / file):
            shown = f"overgang naar {naar}"
            own = folder == data_folder("kaders")
            document = read_document(folder, file, Kaderovergang, shown, own=own)
            return replace(document, faults=(*document.faults, *_misnamed(document, naar)))
    return None


def read_overgangen(folders: tuple[Path, ...]) -> tuple[Kaderovergang, ...]:
    """Return every overgang without a fault: with one that has any nothing may be compared."""
    documents = (read_overgang_naar(naar, folders) for naar in list_overgangen(folders))
    return tuple(item.model for item in documents if item and item.model and not item.faults)


def load_overgang(naar: str, kadermap: Kadermap) -> LoadResult:
    """Return the overgang to ``naar`` as a dossier, with its two kaders around it when they are there."""
    file = overgang_file(naar)
    folder = next(item for item in kadermap.folders if os.path.lexists(item / file))
    document = read_overgang_naar(naar, kadermap.folders)
    assert document is not None  # noqa: S101 - the folder was just found by it
    kaders: list[Toetsingskader] = []
    onleesbaar: set[str] = set() if document.model else {"overgang"}
    for verwijzing in (document.model.van, document.model.naar) if document.model else ():
        try:
            kader = kadermap.read(verwijzing).document.model
        except KaderNotFoundError:
            continue
        if kader is None:
            onleesbaar.add("kader")
        else:
            kaders.append(kader)
    documents = {document.file: document.model} if document.model else {}
    omgeving = Omgeving(kaders=tuple(kaders))
    return LoadResult(
        root=(folder / file).parent,
        dossier=Dossier(document.file, documents, frozenset(onleesbaar)).with_omgeving(omgeving),
        texts={document.file: document.text} if document.text else {},
        paths={document.file: folder / file},
        faults=document.faults,
        sources={document.file: document.source} if document.source is not None else {},
    )


def _misnamed(document: Document[Kaderovergang], naar: str) -> Iterator[Fault]:
    if document.model is not None and document.text is not None and document.model.naar != naar:
        location = document.text.locate(Place(document.file, ("naar",)))
        message = f"naar is anders dan de naam op de schijf: {quote(naar)}"
        yield Fault("KDR003", location, message, "maak ze gelijk: een overgang wordt gevonden via het pad")
