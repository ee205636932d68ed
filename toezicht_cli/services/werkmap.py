"""Werkmap: what ``toezicht.yaml`` says, for the services that need it."""

from pathlib import Path

from toezicht_cli.diagnostics import ToezichtError
from toezicht_cli.loading.lezen import read_document
from toezicht_cli.loading.vinden import WERKMAP
from toezicht_cli.models.werkmap import Werkmap


def read_werkmap(folder: Path) -> Werkmap:
    """Return the ``toezicht.yaml`` in ``folder``.

    Raises:
        ToezichtError: it cannot be used; the text names line and column.
    """
    document = read_document(folder, WERKMAP, Werkmap)
    if document.model is None or document.faults:
        fault = document.faults[0]
        where = f"{WERKMAP}:{fault.location.line}:{fault.location.column}"
        raise ToezichtError(f"{where}: {fault.message}", fault.help)
    return document.model
