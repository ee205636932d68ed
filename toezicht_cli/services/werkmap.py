"""Werkmap: what ``toezicht.yaml`` says, for the services that need it."""

from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.lezen import Document, make_document, read_document
from toezicht_cli.loading.vinden import WERKMAP
from toezicht_cli.models.werkmap import Werkmap


def read_werkmap(folder: Path) -> Werkmap:
    """Return the ``toezicht.yaml`` in ``folder``.

    Raises:
        ToezichtError: it cannot be used; the text names line and column.
    """
    return _usable(read_document(folder, WERKMAP, Werkmap))


def parse_werkmap(content: bytes, file: str) -> Werkmap:
    """Return a ``toezicht.yaml`` of which the bytes were read elsewhere; raises as ``read_werkmap`` does."""
    return _usable(make_document(lambda: content, file, Werkmap))


def _usable(document: Document[Werkmap]) -> Werkmap:
    if document.model is None or document.faults:
        location, message, hulp = (
            document.faults[0].location,
            document.faults[0].message,
            document.faults[0].help,
        )
        raise ToezichtError(f"{location.file}:{location.line}:{location.column}: {message}", hulp)
    return document.model
