"""Read one kader by itself, as a dossier that holds nothing else."""

from pathlib import Path
from typing import NamedTuple

from toezicht_cli.loading.dossier import LoadResult
from toezicht_cli.loading.kaders import read_kader
from toezicht_cli.loading.lezen import Document
from toezicht_cli.models.dossier import Dossier
from toezicht_cli.models.kader import Toetsingskader


class GevondenKader(NamedTuple):
    """A kader that can be used here: its name, its content when readable, and whose it is."""

    verwijzing: str
    path: Path
    herkomst: str
    kader: Toetsingskader | None


def load_kader(path: Path, verwijzing: str) -> LoadResult:
    """Return the kader in the file ``path`` as a dossier, with everything that is wrong with it."""
    return make_load(read_kader(path, f"kader {verwijzing}"), path, verwijzing)


def make_load(document: Document[Toetsingskader], path: Path, verwijzing: str) -> LoadResult:
    """Return a kader that was read from ``path``, or from git, as ``load_kader`` does."""
    documents = {document.file: document.model} if document.model else {}
    onleesbaar = frozenset() if document.model else frozenset({"kader"})
    return LoadResult(
        root=path.parent,
        dossier=Dossier(verwijzing, documents, onleesbaar),
        texts={document.file: document.text} if document.text else {},
        paths={document.file: path},
        faults=document.faults,
        sources={document.file: document.source} if document.source is not None else {},
    )
